// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"
#include "app/session/stepjson.h"
#include "models/domain/format.h"
#include "models/operations/smokeoperation.h"

namespace pilothouse {

void runSmoke(CommandContext &context)
{
    if (!context.expectArguments(0, 0))
        return;
    context.withObservedProvider([&context](DeploymentSession &session) {
        SmokeOperation *smoke = session.startSmoke();
        QObject::connect(smoke, &SmokeOperation::finished, &context, [&context](const SmokeReport &report) {
            for (const Step &step : report.steps) {
                const QString word = step.state == StepState::Done ? CommandContext::tr("pass")
                    : step.state == StepState::Failed              ? CommandContext::tr("FAIL")
                                                                   : CommandContext::tr("skip");
                context.print(QStringLiteral("%1  %2  %3  %4")
                                  .arg(word, -5)
                                  .arg(step.title, -30)
                                  .arg(step.ms ? formatMs(double(*step.ms)) : QString(), 8)
                                  .arg(step.detail));
            }
            context.finish(smokeJson(report), report.passed() ? 0 : 1);
        });
        context.onInterrupt([smoke] { smoke->cancel(); });
    });
}

} // namespace pilothouse
