// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"

namespace pilothouse {

namespace {

struct PageName
{
    QString id; ///< also of its icon
    QString title;
    int group; ///< groups stand apart in the navigation
};

QList<PageName> pageNames()
{
    return { { QStringLiteral("overview"), Panel::tr("Overview"), 0 },
        { QStringLiteral("configuration"), Panel::tr("Configuration"), 1 },
        { QStringLiteral("provider"), Panel::tr("Provider"), 1 }, { QStringLiteral("monitor"), Panel::tr("Monitor"), 2 },
        { QStringLiteral("chat"), Panel::tr("Chat"), 2 }, { QStringLiteral("smoke"), Panel::tr("Smoke tests"), 2 } };
}

} // namespace

void addPages(MainWindow &window, const QMap<QString, MainWindow::PageFactory> &factories)
{
    for (const PageName &page : pageNames())
        window.addPage(page.id, page.title, page.id, page.group, factories.value(page.id));
}

} // namespace pilothouse
