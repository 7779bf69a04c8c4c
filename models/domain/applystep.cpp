// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/applystep.h"

namespace pilothouse {

void ApplyStep::add(const ApplyStep &other)
{
    nextRequest = nextRequest || other.nextRequest;
    reloadModel = reloadModel || other.reloadModel;
    restart = restart || other.restart;
    elsewhere = elsewhere || other.elsewhere;
    for (const QString &service : other.services) {
        if (!services.contains(service))
            services.append(service);
    }
}

QString applyStepName(const ApplyStep &step)
{
    QStringList parts;
    if (step.restart)
        parts << QStringLiteral("restart");
    if (!step.services.isEmpty())
        parts << QStringLiteral("up -d ") + step.services.join(QLatin1Char(' '));
    if (step.reloadModel)
        parts << QStringLiteral("reload-model");
    if (step.elsewhere)
        parts << QStringLiteral("restart-elsewhere");
    if (step.nextRequest)
        parts << QStringLiteral("next-request");
    return parts.isEmpty() ? QStringLiteral("nothing") : parts.join(QStringLiteral(", "));
}

ApplyStep leastStep(const QList<ApplyStep> &steps)
{
    ApplyStep least;
    for (const ApplyStep &step : steps)
        least.add(step);
    if (least.restart)
        least.reloadModel = false;
    if (least.restart || least.reloadModel || least.elsewhere || !least.services.isEmpty())
        least.nextRequest = false;
    return least;
}

} // namespace pilothouse
