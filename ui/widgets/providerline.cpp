// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/providerline.h"

#include "models/domain/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace pilothouse {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProviderLine)
};

QString ownership(const ProviderStatus &status)
{
    if (status.launcher == LauncherKind::Remote)
        return Text::tr("on another machine or started elsewhere");
    if (!status.pid)
        return {};
    return status.ownProcess ? Text::tr("started by Pilothouse") : Text::tr("started by someone else");
}

QString since(const ProviderStatus &status, const QDateTime &now)
{
    const auto clock = [](const QDateTime &time) { return time.toLocalTime().toString(QStringLiteral("HH:mm:ss")); };
    switch (status.state) {
    case ProviderState::Ready:
    case ProviderState::Degraded:
        if (status.startedAt.isValid())
            return Text::tr("up %1").arg(formatDuration(qMax<qint64>(0, status.startedAt.secsTo(now))));
        break;
    case ProviderState::Starting:
        if (status.since.isValid())
            return Text::tr("starting for %1").arg(formatDuration(qMax<qint64>(0, status.since.secsTo(now))));
        break;
    case ProviderState::Stopped:
        if (status.since.isValid())
            return Text::tr("stopped %1").arg(clock(status.since));
        break;
    case ProviderState::Failed:
        if (status.since.isValid())
            return Text::tr("failed %1").arg(clock(status.since));
        break;
    case ProviderState::Stopping:
    case ProviderState::Unknown:
        break;
    }
    return {};
}

} // namespace

QString providerDisplayName(const ProviderStatus &status)
{
    if (!status.providerName.isEmpty())
        return status.providerName;
    switch (status.launcher) {
    case LauncherKind::Ollama:
        return QStringLiteral("Ollama");
    case LauncherKind::Vllm:
        return QStringLiteral("vLLM");
    case LauncherKind::None:
        return Text::tr("No provider");
    default:
        return Text::tr("Provider");
    }
}

QString providerLine(const ProviderStatus &status, const QDateTime &now)
{
    const bool answers = status.state == ProviderState::Ready || status.state == ProviderState::Degraded;
    QStringList parts{ providerDisplayName(status) };
    if (answers)
        parts << status.endpoint.text();
    if (!answers || !status.ownProcess) // own is the usual case, and the line is short
        parts << ownership(status);
    parts << since(status, now);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace pilothouse
