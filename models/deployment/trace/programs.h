// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// A program of which we know what it reads from its environment (resources/schema/programs.json).
struct KnownProgram
{
    QString id; ///< "vllm", "ollama", …
    QStringList images; ///< image names without registry and tag
    QStringList commands; ///< program names
    QStringList modules; ///< of "python -m"
    bool argumentsOnly = false; ///< the image has an entrypoint: a command is arguments for it
    QStringList modelFlags; ///< "--model"
    QStringList nameFlags; ///< "--served-model-name": what it calls the model
    bool modelPosition = false; ///< the first plain argument is the model
    QSet<QString> variables;
    QStringList prefixes;

    bool reads(const QString &variable) const;
};

class KnownPrograms
{
public:
    static const KnownPrograms &instance(); ///< read once; immutable, any thread

    const KnownProgram *find(const QString &id) const; ///< nullptr when unknown
    const KnownProgram *ofImage(const QString &image) const; ///< "registry/vllm/vllm-openai:v0.11"
    const KnownProgram *ofCommand(const QStringList &arguments) const; ///< also inside of "sh -c"
    bool anyReads(const QString &variable) const;
    bool everyReads(const QString &variable) const { return m_common.reads(variable); } ///< TZ, HTTP_PROXY, …

private:
    KnownPrograms();
    QList<KnownProgram> m_programs;
    KnownProgram m_common;
};

} // namespace pilothouse
