// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/drift/runningvalues.h"
#include "models/secrets/redactor.h"

#include <QHash>
#include <QSet>

namespace pilothouse {

/// Private to this folder. One observation of one key.
struct Evidence
{
    std::optional<QString> value; ///< none: known to be not set
    QString source;
    QDateTime readAt;
    bool same = true;
    bool served = false;
    bool composed = false; ///< the value is only a part of what was seen: "models/${MODEL}.gguf"
    ApplyStep step; ///< that brings this consumer in step
};

/// Private to this folder: what each kind of witness says about a key, best first in the order of the declarations.
class EvidenceCollector
{
public:
    explicit EvidenceCollector(const RunningInputs &inputs);

    QList<Evidence> of(const QString &key) const;
    ApplyStep stepFor(const QString &key) const; ///< what a change of this key would take
    QStringList keys() const;
    bool isSecret(const QString &key) const;
    QString saved(const QString &key) const; ///< in force, raw

private:
    void addProcess(const QString &key, QList<Evidence> &found) const;
    void addContainers(const QString &key, QList<Evidence> &found) const;
    void addContainerModel(
        const QString &key, const ContainerFacts &container, const QStringList &models, QList<Evidence> &found) const;
    void addRecord(const QString &key, QList<Evidence> &found) const;
    void addServed(const QString &key, QList<Evidence> &found) const;
    void addBackend(const QString &key, QList<Evidence> &found) const;
    void addRequests(const QString &key, QList<Evidence> &found) const;

    struct Names
    {
        QStringList flags;
        QStringList variables;
    };
    Names namesOf(const QString &key) const;
    std::optional<Evidence> processVariable(const QString &key, const QString &name) const;
    std::optional<Evidence> processFlag(const QString &key, const QString &flag) const;
    std::optional<Evidence> processModel() const;
    bool isModelKey(const QString &key) const { return key == m_modelKey; }
    QString servedSource() const;
    bool isUp() const;
    ApplyStep launchStep(const QString &key) const;

    const KeyTrace *traceOf(const QString &key) const { return m_traces.value(key); }

    const RunningInputs &m_inputs;
    Redactor m_redactor;
    QHash<QString, const KeyTrace *> m_traces;
    QSet<QString> m_launchKeys;
    LlmMode m_mode;
    QString m_modelKey;
    bool m_native; ///< the provider is a process of this machine that no other program starts and stops
    bool m_ollama;
};

/// What a container has of the variable or flag that a reader of compose becomes; none: it cannot be told.
std::optional<Evidence> containerEvidence(const TraceReader &reader, const ContainerFacts &container);

} // namespace pilothouse
