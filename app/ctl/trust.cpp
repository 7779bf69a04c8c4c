// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"

namespace pilothouse {

void runTrust(CommandContext &context)
{
    if (!context.expectArguments(0, 0))
        return;
    context.withSession([&context](DeploymentSession &session) {
        const LaunchSpec spec = session.launchSpec();
        if (spec.blocked) {
            context.fail(*spec.blocked);
            return;
        }
        const QString command
            = session.redactor().redacted((QStringList{ spec.program } + spec.shownArguments()).join(QLatin1Char(' ')));
        if (spec.trustHash.isEmpty())
            context.print(CommandContext::tr("Nothing to confirm: this deployment’s files name no program."));
        else
            context.print(session.needsTrust() ? CommandContext::tr("Confirmed: %1").arg(command)
                                               : CommandContext::tr("Confirmed before: %1").arg(command));
        session.trust();
        context.finish(QJsonObject{ { QStringLiteral("trusted"), true },
            { QStringLiteral("command"), spec.trustHash.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(command) } });
    });
}

} // namespace pilothouse
