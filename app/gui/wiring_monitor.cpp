// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "models/services/monitorstrips.h"
#include "ui/pages/monitor/monitorpage.h"

#include <QDateTime>
#include <QFile>
#include <QFileDialog>

#include <algorithm>

namespace pilothouse {

namespace {

void showStrips(MonitorPage *page, DeploymentSession &session)
{
    const ProviderStatus &status = session.status();
    const QString name = status.providerName.isEmpty() ? launcherName(status.launcher) : status.providerName;
    page->setView(monitorStrips(session.telemetry(), name, page->rangeMs(), QDateTime::currentMSecsSinceEpoch(), page->buckets()));
}

void showMarkers(MonitorPage *page, DeploymentSession &session)
{
    QList<Event> oldestFirst = session.events();
    std::reverse(oldestFirst.begin(), oldestFirst.end());
    page->setMarkers(oldestFirst);
}

void exportCsv(Panel &panel, qint64 rangeMs)
{
    auto *dialog = new QFileDialog(&panel.window(), Panel::tr("Export CSV"), panel.session().deployment().folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("monitor-%1.csv").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"))));
    QObject::connect(dialog, &QFileDialog::fileSelected, &panel, [&panel, rangeMs](const QString &path) {
        const QByteArray csv = monitorCsv(panel.session().telemetry(), rangeMs, QDateTime::currentMSecsSinceEpoch());
        QFile file(path);
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(csv) == csv.size() && file.flush()) {
            panel.window().showNotice(Panel::tr("Exported to %1").arg(path));
        } else {
            panel.showError(Error{QStringLiteral("export.failed"), Panel::tr("The measurements could not be written to %1.").arg(path), file.errorString(),
                Panel::tr("Choose another place."), {}});
        }
    });
    dialog->open();
}

} // namespace

QWidget *makeMonitor(Panel &panel)
{
    auto *page = new MonitorPage;
    DeploymentSession &session = panel.session();
    QObject::connect(&session.telemetry(), &TelemetryService::sampled, page, [page, &session](const TelemetrySample &sample) {
        if (!page->isVisible())
            return;
        page->setSample(sample);
        showStrips(page, session);
    });
    const auto refresh = [page, &session] {
        if (!session.telemetry().seriesIds().isEmpty())
            showStrips(page, session);
    };
    QObject::connect(page, &MonitorPage::rangeChanged, page, refresh);
    QObject::connect(page, &MonitorPage::visibleChanged, page, [page, refresh, &session](bool visible) {
        if (!visible)
            return;
        page->setSample(session.telemetry().latest());
        refresh();
    });
    QObject::connect(&session, &DeploymentSession::eventsChanged, page, [page, &session] { showMarkers(page, session); });
    QObject::connect(page, &MonitorPage::exportRequested, &panel, [&panel, page] { exportCsv(panel, page->rangeMs()); });
    showMarkers(page, session);
    return page;
}

} // namespace pilothouse
