// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/failure.h"
#include "models/domain/modelname.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

enum class StepState { Pending, Running, Done, Failed, Skipped, NotReached };

/// One step of a multi-step flow (switch, smoke test), for lists in the window and in JSON.
struct Step
{
    QString id;     ///< stable, "write-env"
    QString title;  ///< "Write .env"
    QString detail; ///< what it does or, afterwards, what it found; the reason when failed or skipped
    StepState state = StepState::Pending;
    std::optional<qint64> ms;
    QStringList command; ///< argv, where the step runs one
    bool operator==(const Step &) const = default;
};

/// One key that a switch changes.
struct EnvChange
{
    QString key;
    std::optional<QString> oldValue; ///< absent: the key is added
    QString newValue;
    bool operator==(const EnvChange &) const = default;
};

/// What a switch would do, before it does it.
struct SwitchPlan
{
    ModelName from;
    ModelName to;
    QList<EnvChange> changes;
    QList<Step> steps;
    QString wayBack; ///< one sentence: what happens when a step fails
    std::optional<Failure> blocked;
    bool operator==(const SwitchPlan &) const = default;
};

enum class SwitchResult { Done, Returned, Planned, Blocked };

struct SwitchOutcome
{
    SwitchResult result = SwitchResult::Planned;
    SwitchPlan plan;        ///< with the steps as they went, the way back included
    QString reason;         ///< why it returned or was blocked
    QString answer;         ///< the measured answer that proved the new (or restored) model
    bool operator==(const SwitchOutcome &) const = default;
};

/// Result of a smoke test; a step's state maps to pass, fail or skip.
struct SmokeReport
{
    QList<Step> steps;
    QDateTime startedAt;
    std::optional<qint64> totalMs;
    bool finished = false;

    bool passed() const
    {
        for (const Step &step : steps) {
            if (step.state != StepState::Done && step.state != StepState::Skipped)
                return false;
        }
        return finished;
    }
    QString firstBroken() const
    {
        for (const Step &step : steps) {
            if (step.state == StepState::Failed)
                return step.id;
        }
        return {};
    }
    bool operator==(const SmokeReport &) const = default;
};

/// A model the operator can switch to.
struct ModelEntry
{
    ModelName name;
    QString provider;  ///< "ollama", "vllm", …
    QString source;    ///< "installed", "known list", "served"
    std::optional<qint64> sizeBytes;
    QString parameters;   ///< "134.52M"
    QString quantization; ///< "Q4_1"
    std::optional<int> contextLength;
    bool loaded = false;
    std::optional<qint64> vramBytes;
    bool operator==(const ModelEntry &) const = default;
};

/// Something that happened, for the event list and the chart markers.
struct Event
{
    enum class Kind { Started, Ready, Stopped, Failed, Saved, Switched, SmokeTest, Adopted, Loaded, Notice };
    QDateTime at;
    Kind kind = Kind::Notice;
    QString title;
    QString text;
    bool operator==(const Event &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::Step)
Q_DECLARE_METATYPE(pilothouse::SwitchPlan)
Q_DECLARE_METATYPE(pilothouse::SwitchOutcome)
Q_DECLARE_METATYPE(pilothouse::SmokeReport)
Q_DECLARE_METATYPE(pilothouse::ModelEntry)
Q_DECLARE_METATYPE(pilothouse::Event)
