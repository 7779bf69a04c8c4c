// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/pages/smoke/smokepage.h"

#include <QAction>

namespace pilothouse {

QWidget *makeSmoke(Panel &panel)
{
    auto *page = new SmokePage;
    DeploymentSession &session = panel.session();
    QObject::connect(&session, &DeploymentSession::smokeChanged, page, &SmokePage::setReport);
    QObject::connect(page, &SmokePage::runRequested, &session, [&session] { session.startSmoke(); });
    QObject::connect(page, &SmokePage::cancelRequested, &session, [&session] {
        if (session.runningSmoke())
            session.runningSmoke()->cancel();
    });
    page->setReport(session.lastSmoke());
    return page;
}

void wireSmoke(Panel &panel)
{
    MainWindow *window = &panel.window();
    QObject::connect(window->actions()->smoke, &QAction::triggered, &panel, [&panel, window] {
        window->showPage(QStringLiteral("smoke"));
        panel.session().startSmoke();
    });
    QObject::connect(&panel.session(), &DeploymentSession::smokeChanged, window, [window](const SmokeReport &report) {
        const bool broken = report.finished && !report.passed();
        window->setBadge(QStringLiteral("smoke"), broken ? 1 : 0, NavigationBar::Badge::Error);
    });
}

} // namespace pilothouse
