// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "models/process/logtail.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/pages/provider/logcard.h"
#include "ui/pages/provider/providerpage.h"

#include <QAction>

namespace pilothouse {

namespace {

/// The log is read only while the page is shown; lines pass the redactor before anyone sees them.
void wireLog(Panel &panel, ProviderPage *page)
{
    DeploymentSession &session = panel.session();
    auto *tail = new LogTail(page);
    const auto follow = [page, tail, &session] {
        const QString path = session.provider().logPath();
        page->log()->setPath(path);
        if (path.isEmpty() || !page->isVisible() || tail->path() == path)
            return;
        page->log()->clearLines();
        tail->follow(path);
    };
    QObject::connect(tail, &LogTail::linesArrived, page, [page, &session](QStringList lines) {
        for (QString &line : lines)
            line = session.redactor().redacted(line);
        page->log()->appendLines(lines);
    });
    QObject::connect(tail, &LogTail::restarted, page, [page] { page->log()->clearLines(); });
    QObject::connect(page, &ProviderPage::visibleChanged, tail, [tail, follow](bool visible) {
        if (visible)
            follow();
        else
            tail->stop();
    });
    QObject::connect(&session.provider(), &ProviderService::statusChanged, tail, follow);
}

} // namespace

QWidget *makeProvider(Panel &panel)
{
    auto *page = new ProviderPage;
    DeploymentSession &session = panel.session();
    const auto show = [page, &session] {
        page->setStatus(session.status());
        page->setLaunchSpec(session.provider().launchSpec());
    };
    QObject::connect(&session, &DeploymentSession::courseChanged, page, show);
    QObject::connect(&session.telemetry(), &TelemetryService::sampled, page, [page](const TelemetrySample &sample) {
        if (page->isVisible())
            page->setSample(sample);
    });
    QObject::connect(page, &ProviderPage::visibleChanged, page, [page, &session](bool visible) {
        if (visible)
            page->setSample(session.telemetry().latest());
    });
    QObject::connect(page, &ProviderPage::startRequested, &panel, &Panel::startProvider);
    QObject::connect(page, &ProviderPage::cancelStartRequested, &session, [&session] { session.provider().cancelStart(); });
    QObject::connect(panel.window().actions()->find, &QAction::triggered, page, [page] {
        if (page->isVisible())
            page->log()->focusSearch();
    });
    wireLog(panel, page);
    show();
    return page;
}

} // namespace pilothouse
