// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// What puts a saved value into force. Several parts together are one step; none of them: nothing is to be done.
struct ApplyStep
{
    bool nextRequest = false; ///< Pilothouse's own next request carries it
    bool reloadModel = false; ///< Ollama loads a model while it runs
    QStringList services = {}; ///< compose services to re-create: up -d
    bool restart = false; ///< of the process that Pilothouse started
    bool elsewhere = false; ///< something that Pilothouse does not run must be restarted where it was started

    bool isNothing() const { return !nextRequest && !reloadModel && services.isEmpty() && !restart && !elsewhere; }
    void add(const ApplyStep &other);
    bool operator==(const ApplyStep &) const = default;
};

/// As in pilothousectl's JSON: "nothing", "next-request", "reload-model", "up -d vllm backend", "restart",
/// "restart-elsewhere"; several parts with ", " between them.
QString applyStepName(const ApplyStep &step);
/// The least that does all of them: what restarts needs no reload, what does anything needs no wait for the next request.
ApplyStep leastStep(const QList<ApplyStep> &steps);

/// One key: what the file says, what runs with which value, and what it takes to bring them together.
struct RunningValue
{
    QString key;
    QString saved; ///< in force by the file, defaults included; masked when it is a secret
    std::optional<QString> running = {}; ///< masked as well; none: unknown, or notSet
    bool notSet = false; ///< known: the process runs without it
    QString source = {}; ///< where the running value was read, in words
    QDateTime readAt = {};
    bool secret = false;
    bool served = false; ///< told by the provider's API, not read from the process
    bool differs = false;
    ApplyStep apply = {};

    bool isKnown() const { return running.has_value() || notSet; }
    bool operator==(const RunningValue &) const = default;
};

/// What the one button does, told beforehand.
struct ApplyPlan
{
    ApplyStep step;
    QStringList keys; ///< that it puts into force
    QString button; ///< "Apply: restart"
    QString sentence; ///< what will happen
    QString obstacle; ///< why the button cannot do it, and what to do instead; empty: it can

    bool isEmpty() const { return step.isNothing(); }
    bool operator==(const ApplyPlan &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::ApplyPlan)
