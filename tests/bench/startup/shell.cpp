// SPDX-License-Identifier: GPL-3.0-or-later
// Our window as it is at its first frame: theme, menus, header, navigation, status line; pages come after the frame.
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/theme/theme.h"

#include <QApplication>

using namespace pilothouse;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeChoice::System);
    MainWindow window;
    window.addPage(
        QStringLiteral("overview"), QStringLiteral("Overview"), QStringLiteral("overview"), 0, [] { return new OverviewPage; });
    for (const char *name : { "configuration", "provider", "monitor", "chat", "smoke" }) {
        const QString id = QString::fromLatin1(name);
        window.addPage(id, id, id, 1, [] { return new QWidget; });
    }
    window.setDeployment({ QStringLiteral("/srv/bot"), QStringLiteral("bot"), QStringLiteral("/srv/bot/.env") });
    window.show();
    return QApplication::exec();
}
