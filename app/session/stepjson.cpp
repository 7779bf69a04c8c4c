// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/stepjson.h"

namespace pilothouse {

namespace {

QJsonValue msOrNull(const Step &step)
{
    return step.ms ? QJsonValue(*step.ms) : QJsonValue(QJsonValue::Null);
}

QString stateName(StepState state)
{
    switch (state) {
    case StepState::Pending:
        return QStringLiteral("pending");
    case StepState::Running:
        return QStringLiteral("running");
    case StepState::Done:
        return QStringLiteral("done");
    case StepState::Failed:
        return QStringLiteral("failed");
    case StepState::Skipped:
        return QStringLiteral("skipped");
    case StepState::NotReached:
        return QStringLiteral("not-reached");
    }
    return {};
}

} // namespace

QJsonArray stepsJson(const QList<Step> &steps)
{
    QJsonArray array;
    for (const Step &step : steps) {
        QJsonObject object{ { QStringLiteral("id"), step.id }, { QStringLiteral("state"), stateName(step.state) },
            { QStringLiteral("ms"), msOrNull(step) } };
        if (!step.command.isEmpty())
            object.insert(QStringLiteral("command"), QJsonArray::fromStringList(step.command));
        if (step.state == StepState::Failed)
            object.insert(QStringLiteral("reason"), step.detail);
        array << object;
    }
    return array;
}

QJsonObject smokeJson(const SmokeReport &report)
{
    QJsonArray steps;
    for (const Step &step : report.steps) {
        const QString status = step.state == StepState::Done ? QStringLiteral("pass")
            : step.state == StepState::Failed                ? QStringLiteral("fail")
                                                             : QStringLiteral("skip");
        steps << QJsonObject{ { QStringLiteral("id"), step.id }, { QStringLiteral("status"), status },
            { QStringLiteral("reason"), step.detail }, { QStringLiteral("ms"), msOrNull(step) } };
    }
    const QString broken = report.firstBroken();
    return QJsonObject{ { QStringLiteral("passed"), report.passed() },
        { QStringLiteral("first_broken"), broken.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(broken) },
        { QStringLiteral("steps"), steps } };
}

} // namespace pilothouse
