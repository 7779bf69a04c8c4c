// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"

namespace pilothouse {

void runCheck(CommandContext &context)
{
    if (!context.expectArguments(0, 0))
        return;
    context.withSession([&context](DeploymentSession &session) {
        QJsonArray findings;
        bool errors = false;
        session.traceNow(); // some rules need the compose files and the like beside .env
        for (const Problem &problem : session.env().state().problems) {
            errors = errors || problem.level == ProblemLevel::Error;
            const QString fix = problem.fixes.isEmpty() ? QString() : problem.fixes.first().label;
            findings << QJsonObject{ { QStringLiteral("id"), problem.id },
                { QStringLiteral("level"), problemLevelName(problem.level) },
                { QStringLiteral("key"), problem.key.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(problem.key) },
                { QStringLiteral("line"), problem.line > 0 ? QJsonValue(problem.line) : QJsonValue(QJsonValue::Null) },
                { QStringLiteral("message"), problem.message },
                { QStringLiteral("fix"), fix.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(fix) } };
            const QString place = problem.line > 0 ? CommandContext::tr("line %1").arg(problem.line) : CommandContext::tr("file");
            context.print(QStringLiteral("%1  %2  %3  %4")
                              .arg(problemLevelName(problem.level), -7)
                              .arg(place, -8)
                              .arg(problem.message, problem.id));
            if (!fix.isEmpty())
                context.print(CommandContext::tr("         fix: %1").arg(fix));
        }
        if (findings.isEmpty())
            context.print(CommandContext::tr("No findings."));
        context.finish(findings, errors ? 1 : 0);
    });
}

} // namespace pilothouse
