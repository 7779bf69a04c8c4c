// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/providerstatus.h"

namespace pilothouse {

QString providerStateName(ProviderState state)
{
    switch (state) {
    case ProviderState::Unknown:
        return QStringLiteral("unknown");
    case ProviderState::Stopped:
        return QStringLiteral("stopped");
    case ProviderState::Starting:
        return QStringLiteral("starting");
    case ProviderState::Ready:
        return QStringLiteral("ready");
    case ProviderState::Degraded:
        return QStringLiteral("degraded");
    case ProviderState::Stopping:
        return QStringLiteral("stopping");
    case ProviderState::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

QString providerPhaseName(ProviderPhase phase)
{
    switch (phase) {
    case ProviderPhase::None:
        return {};
    case ProviderPhase::Launching:
        return QStringLiteral("launching");
    case ProviderPhase::WaitingForPort:
        return QStringLiteral("waiting-for-port");
    case ProviderPhase::LoadingModel:
        return QStringLiteral("loading-model");
    case ProviderPhase::CheckingModel:
        return QStringLiteral("checking-model");
    }
    return {};
}

} // namespace pilothouse
