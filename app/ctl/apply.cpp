// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/life.h"
#include "app/ctl/statusjson.h"
#include "app/session/deploymentsession.h"

namespace pilothouse {

namespace {

/// A load in the running server or new containers: ends when the provider serves what .env names.
void untilServed(CommandContext &context, DeploymentSession &session)
{
    const auto look = [&context, &session](const ProviderStatus &status) {
        if (status.state == ProviderState::Ready && status.serves(session.configuredModel()))
            finishWithStatus(context, session, 0);
    };
    QObject::connect(&session.provider(), &ProviderService::statusChanged, &context, look);
    QObject::connect(
        &session.provider(), &ProviderService::failed, &context, [&context, &session] { finishWithStatus(context, session, 1); });
}

/// Services were recreated; when the provider is one of them it ends when that is ready again.
void untilApplied(CommandContext &context, DeploymentSession &session)
{
    QObject::connect(&session.provider(), &ProviderService::applied, &context, [&context, &session] {
        if (session.status().state == ProviderState::Starting)
            untilServed(context, session);
        else
            finishWithStatus(context, session, 0);
    });
    QObject::connect(
        &session.provider(), &ProviderService::failed, &context, [&context, &session] { finishWithStatus(context, session, 1); });
}

void begin(CommandContext &context, DeploymentSession &session, const ApplyPlan &plan)
{
    if (plan.isEmpty()) {
        context.note(CommandContext::tr("Nothing has to be applied."));
        finishWithStatus(context, session, 0);
        return;
    }
    context.note(plan.sentence);
    if (plan.step.restart)
        untilReady(context, session);
    else if (plan.step.services.isEmpty() || plan.step.reloadModel)
        untilServed(context, session);
    else
        untilApplied(context, session);
}

} // namespace

void runApply(CommandContext &context)
{
    if (!context.expectArguments(0, 0))
        return;
    context.withObservedProvider([&context](DeploymentSession &session) {
        session.withRunning([&context, &session] {
            const ApplyStep step = session.applyPlan().step;
            const ProviderState state = session.status().state;
            const bool down = state == ProviderState::Stopped || state == ProviderState::Failed;
            if (down && step.services.isEmpty()) { // the backend beside it may still run with old values
                context.note(CommandContext::tr("It is not running: the next start takes what .env says."));
                finishWithStatus(context, session, 0);
                return;
            }
            if ((step.restart || !step.services.isEmpty()) && refusedForTrust(context, session))
                return;
            QObject::connect(
                &session, &DeploymentSession::applyFailed, &context, [&context](const Error &error) { context.fail(error); });
            QObject::connect(&session, &DeploymentSession::applyBegan, &context,
                [&context, &session](const ApplyPlan &plan) { begin(context, session, plan); });
            session.apply();
        });
    });
}

} // namespace pilothouse
