// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/actionstate.h"

#include "ui/widgets/providerline.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

ActionState no(const char *why)
{
    return { false, QCoreApplication::translate("ActionState", why) };
}

/// What holds for starting and stopping alike.
std::optional<ActionState> notOurs(const ProviderStatus &status)
{
    if (status.launcher == LauncherKind::None)
        return no(QT_TRANSLATE_NOOP("ActionState", "This deployment has no provider (LLM_MODE=none)."));
    if (status.launcher == LauncherKind::Remote)
        return no(QT_TRANSLATE_NOOP("ActionState", "The provider runs elsewhere; Pilothouse only talks to it."));
    if (status.state == ProviderState::Unknown)
        return no(QT_TRANSLATE_NOOP("ActionState", "The provider’s state is not known yet."));
    return std::nullopt;
}

} // namespace

ActionState canStart(const ProviderStatus &status)
{
    if (const auto refusal = notOurs(status))
        return *refusal;
    if (status.state == ProviderState::Stopped || status.state == ProviderState::Failed)
        return { true, {} };
    return no(QT_TRANSLATE_NOOP("ActionState", "The provider is already running."));
}

ActionState canStop(const ProviderStatus &status)
{
    if (const auto refusal = notOurs(status))
        return *refusal;
    const bool survivors = status.state == ProviderState::Failed && status.ownProcess;
    if (status.state == ProviderState::Stopped || (status.state == ProviderState::Failed && !survivors))
        return no(QT_TRANSLATE_NOOP("ActionState", "The provider is not running."));
    if (status.state == ProviderState::Stopping)
        return no(QT_TRANSLATE_NOOP("ActionState", "The provider is being stopped."));
    if (!status.ownProcess)
        return no(QT_TRANSLATE_NOOP("ActionState", "Someone else started this provider, so Pilothouse does not stop it."));
    return { true, {} };
}

ActionState canRestart(const ProviderStatus &status)
{
    return canStop(status);
}

ActionState canSwitch(const ProviderStatus &status)
{
    if (status.launcher == LauncherKind::None)
        return no(QT_TRANSLATE_NOOP("ActionState", "This deployment has no provider (LLM_MODE=none)."));
    if (status.state == ProviderState::Starting || status.state == ProviderState::Stopping)
        return no(QT_TRANSLATE_NOOP("ActionState", "Wait until the provider has started or stopped."));
    return { true, {} };
}

} // namespace pilothouse
