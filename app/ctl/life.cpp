// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/life.h"

#include "app/ctl/command.h"
#include "app/ctl/statusjson.h"
#include "app/session/deploymentsession.h"
#include "models/domain/format.h"

#include <QElapsedTimer>
#include <QTimer>

namespace pilothouse {

namespace {

QString phaseLine(const ProviderStatus &status)
{
    const QString phase = providerPhaseName(status.phase);
    return phase.isEmpty() ? providerStateName(status.state) : providerStateName(status.state) + QLatin1String(": ") + phase;
}

} // namespace

bool refusedForTrust(CommandContext &context, DeploymentSession &session)
{
    if (!session.needsTrust())
        return false;
    const LaunchSpec spec = session.launchSpec();
    const QString command
        = session.redactor().redacted((QStringList{ spec.program } + spec.shownArguments()).join(QLatin1Char(' ')));
    context.fail(Error{ QStringLiteral("trust.needed"),
        spec.program.isEmpty()
            ? CommandContext::tr("This folder’s own .pilothouse.json names another machine: %1").arg(spec.endpoint.text())
            : CommandContext::tr("This folder’s own files would run: %1").arg(command),
        {}, CommandContext::tr("If that is what you want, confirm it once with: pilothousectl trust"), {} });
    return true;
}

void untilReady(CommandContext &context, DeploymentSession &session)
{
    auto clock = std::make_shared<QElapsedTimer>();
    clock->start();
    auto last = std::make_shared<QString>();
    QObject::connect(&session.provider(), &ProviderService::statusChanged, &context,
        [&context, &session, clock, last](const ProviderStatus &status) {
            const QString line = phaseLine(status);
            if (line != *last)
                context.note(QStringLiteral("%1  %2").arg(formatMs(double(clock->elapsed())), line));
            *last = line;
        });
    QObject::connect(&session.provider(), &ProviderService::started, &context,
        [&context, &session] { finishWithStatus(context, session, 0); });
    QObject::connect(
        &session.provider(), &ProviderService::failed, &context, [&context, &session] { finishWithStatus(context, session, 1); });
    context.onInterrupt([&context, &session] {
        context.note(CommandContext::tr("Interrupted: the start is taken back."));
        session.provider().cancelStart();
    });
    QObject::connect(&session.provider(), &ProviderService::stopped, &context, [&context, &session] {
        // Stopping what was there is the first half of a restart: the service goes on before this timer runs.
        QTimer::singleShot(0, &context, [&context, &session] {
            if (session.status().state == ProviderState::Stopped)
                finishWithStatus(context, session, 1);
        });
    });
}

void runUp(CommandContext &context)
{
    if (!context.expectArguments(0, 0))
        return;
    context.withObservedProvider([&context](DeploymentSession &session) {
        const ProviderStatus &status = session.provider().status();
        if (status.state == ProviderState::Ready || status.state == ProviderState::Degraded) {
            context.note(CommandContext::tr("It is already running."));
            finishWithStatus(context, session, status.state == ProviderState::Ready ? 0 : 1);
            return;
        }
        if (refusedForTrust(context, session))
            return;
        untilReady(context, session);
        session.start();
    });
}

void runDown(CommandContext &context)
{
    if (!context.expectArguments(0, 0))
        return;
    const auto down = [&context](DeploymentSession &session) {
        if (session.provider().status().state == ProviderState::Stopped) {
            context.note(CommandContext::tr("It is not running."));
            finishWithStatus(context, session, 0);
            return;
        }
        QObject::connect(&session.provider(), &ProviderService::stopped, &context,
            [&context, &session] { finishWithStatus(context, session, 0); });
        QObject::connect(
            &session.provider(), &ProviderService::failed, &context, [&context](const Error &error) { context.fail(error); });
        session.provider().stop();
    };
    context.withObservedProvider(down, CommandContext::EnvFile::MayBeMissing); // what runs can be stopped without it
}

void runRestart(CommandContext &context)
{
    if (!context.expectArguments(0, 0))
        return;
    context.withObservedProvider([&context](DeploymentSession &session) {
        if (refusedForTrust(context, session))
            return;
        untilReady(context, session);
        session.provider().restart();
    });
}

} // namespace pilothouse
