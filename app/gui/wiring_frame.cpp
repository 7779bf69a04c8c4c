// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "models/deployment/opendeployment.h"
#include "models/telemetry/timeseries.h"
#include "ui/mainwindow/mainactions.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QFileInfo>

namespace pilothouse {

namespace {

constexpr qint64 headerHistoryMs = 120'000;
constexpr int headerBuckets = 40;

/// What answers now; while nothing does, what .env names.
QString modelInUse(const DeploymentSession &session)
{
    const ModelName configured = session.configuredModel();
    const ProviderStatus &status = session.status();
    return status.served.isEmpty() || status.serves(configured) ? configured.text() : status.served.first().name.text();
}

void showFacts(Panel &panel)
{
    DeploymentSession &session = panel.session();
    panel.window().setStatus(session.status(), modelInUse(session), int(session.drift().size()));
    if (session.runningSwitch()) // sent to the background: the same key brings its dialog back
        MainActions::setState(panel.window().actions()->switchModel, true);
}

void openPath(Panel &panel, const QString &path)
{
    const Result<Deployment> opened = openDeployment(path);
    if (opened)
        panel.whenMayClose([&panel, deployment = *opened] { panel.requestOpen(deployment); });
    else
        panel.showError(opened.error());
}

void showRecent(Panel &panel)
{
    QList<RecentDeployment> recent;
    const QStringList paths = panel.settings().recentDeployments();
    for (const QString &path : paths) {
        RecentDeployment entry;
        entry.path = path;
        const QFileInfo info(path);
        entry.name = info.fileName();
        entry.missing = !info.exists();
        recent << entry;
    }
    panel.window().setRecent(recent);
}

void wireSessionToFrame(Panel &panel)
{
    DeploymentSession &session = panel.session();
    MainWindow *window = &panel.window();
    MainActions *actions = window->actions();
    QObject::connect(&session, &DeploymentSession::courseChanged, window, [&panel] { showFacts(panel); });
    QObject::connect(&session, &DeploymentSession::eventsChanged, window, [window, &session] {
        const Event &latest = session.events().first();
        window->showNotice(latest.text.isEmpty() ? latest.title : Panel::tr("%1: %2").arg(latest.title, latest.text));
    });
    QObject::connect(&session.telemetry(), &TelemetryService::sampled, window, [window, &session](const TelemetrySample &sample) {
        window->setSample(sample);
        if (const TimeSeries *series = session.telemetry().series(QStringLiteral("tokens.generation"))) {
            const qint64 now = QDateTime::currentMSecsSinceEpoch();
            window->setGenerationRuns(series->decimated(now - headerHistoryMs, now, headerBuckets), headerHistoryMs);
        }
    });
    QObject::connect(&session.provider(), &ProviderService::failed, window,
        [window](const Error &error) { window->showNotice(error.message); });
    QObject::connect(&session, &DeploymentSession::applyFailed, &panel, [&panel](const Error &error) { panel.showError(error); });
    QObject::connect(actions->start, &QAction::triggered, &panel, &Panel::startProvider);
    QObject::connect(actions->stop, &QAction::triggered, &session, [&session] {
        if (session.status().state == ProviderState::Starting)
            session.provider().cancelStart();
        else
            session.provider().stop();
    });
    QObject::connect(actions->restart, &QAction::triggered, &panel, &Panel::restartProvider);
    QObject::connect(actions->switchModel, &QAction::triggered, &panel, &Panel::openSwitch);
    QObject::connect(actions->refresh, &QAction::triggered, &session, [&session] {
        session.refreshModels();
        session.provider().observe();
    });
}

} // namespace

void wireFrame(Panel &panel)
{
    MainWindow *window = &panel.window();
    MainActions *actions = window->actions();
    QObject::connect(actions->open, &QAction::triggered, &panel, [&panel] {
        const QString start = panel.hasSession() ? panel.session().deployment().folder : QString();
        panel.dialogs().openFolder(&panel.window(), start, [&panel](const QString &path) { openPath(panel, path); });
    });
    QObject::connect(actions->openWindow, &QAction::triggered, &panel, [&panel] {
        const QString start = panel.hasSession() ? panel.session().deployment().folder : QString();
        panel.dialogs().openFolder(&panel.window(), start, [&panel](const QString &path) {
            const Result<Deployment> opened = openDeployment(path);
            if (opened)
                panel.requestWindow(*opened);
            else
                panel.showError(opened.error());
        });
    });
    QObject::connect(actions->create, &QAction::triggered, &panel, [&panel] { chooseTemplate(panel); });
    QObject::connect(window, &MainWindow::recentChosen, &panel, [&panel](const QString &path) { openPath(panel, path); });
    QObject::connect(actions->closeDeployment, &QAction::triggered, &panel,
        [&panel] { panel.whenMayClose([&panel] { panel.requestOpen(Deployment()); }); });
    QObject::connect(actions->quit, &QAction::triggered, &panel, &Panel::quitRequested);
    showRecent(panel);
    if (panel.hasSession())
        wireSessionToFrame(panel);
}

} // namespace pilothouse
