// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "models/telemetry/timeseries.h"
#include "ui/pages/overview/overviewpage.h"

#include <QDateTime>

namespace pilothouse {

namespace {

constexpr int historyBuckets = 110; // half the width of an instrument

OverviewHistory history(const TelemetryService &telemetry)
{
    OverviewHistory history;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto runs = [&](const QString &id) {
        const TimeSeries *series = telemetry.series(id);
        return series ? series->decimated(now - history.rangeMs, now, historyBuckets) : QList<QList<QPointF>>();
    };
    const QString memory = telemetry.latest().gpus.isEmpty() ? QStringLiteral("provider.ram") : QStringLiteral("provider.gpu");
    history.memory = runs(memory);
    history.generation = runs(QStringLiteral("tokens.generation"));
    history.cpu = runs(QStringLiteral("provider.cpu"));
    return history;
}

void showSession(OverviewPage *page, DeploymentSession &session)
{
    page->setCourseLine(session.courseLine());
    page->setStatus(session.status());
    page->setApplyPlan(session.applyPlan(), int(session.drift().size()));
    page->setBackend(session.backend());
    const LaunchSpec &spec = session.provider().launchSpec();
    page->setStartBlocked(spec.blocked ? spec.blocked->message : QString());
}

} // namespace

QWidget *makeOverview(Panel &panel)
{
    auto *page = new OverviewPage;
    DeploymentSession &session = panel.session();
    QObject::connect(&session, &DeploymentSession::courseChanged, page, [page, &session] { showSession(page, session); });
    QObject::connect(&session, &DeploymentSession::eventsChanged, page, [page, &session] { page->setEvents(session.events()); });
    QObject::connect(&session, &DeploymentSession::smokeChanged, page, &OverviewPage::setSmokeReport);
    QObject::connect(&session.telemetry(), &TelemetryService::sampled, page, [page, &session](const TelemetrySample &sample) {
        page->setSample(sample); // hidden as well: "last …" speaks of answers given while another page was shown
        if (page->isVisible())
            page->setHistory(history(session.telemetry()));
    });
    QObject::connect(&panel.window(), &MainWindow::pageShown, page, [page, &session](const QString &id) {
        if (id == QLatin1String("overview"))
            page->setHistory(history(session.telemetry()));
    });
    QObject::connect(page, &OverviewPage::startRequested, &panel, &Panel::startProvider);
    QObject::connect(page, &OverviewPage::applyRequested, &panel, &Panel::applySaved);
    QObject::connect(page, &OverviewPage::runSmokeRequested, &session, [&session] { session.startSmoke(); });
    QObject::connect(page, &OverviewPage::openKeyRequested, &panel, [&panel](const QString &key) { showKey(panel, key); });
    QObject::connect(page, &OverviewPage::openPageRequested, &panel.window(), &MainWindow::showPage);
    showSession(page, session);
    page->setEvents(session.events());
    page->setSmokeReport(session.lastSmoke());
    page->setSample(session.telemetry().latest());
    return page;
}

} // namespace pilothouse
