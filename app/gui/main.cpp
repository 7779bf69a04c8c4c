// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"
#include "models/result/result.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QRegularExpression>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace pilothouse;

namespace {

/// Secrets of .env live in this process: no core file, and no other program of the same user reads its memory.
void keepMemoryPrivate()
{
    if (qEnvironmentVariableIsSet("PILOTHOUSE_DEBUGGABLE"))
        return;
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
}

QRect geometryFromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d+)x(\\d+)(?:\\+(\\d+)\\+(\\d+))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    return {match.captured(3).toInt(), match.captured(4).toInt(), match.captured(1).toInt(), match.captured(2).toInt()};
}

} // namespace

int main(int argc, char *argv[])
{
    keepMemoryPrivate();
    QApplication application(argc, argv);
    application.setApplicationName(QStringLiteral("pilothouse"));
    application.setApplicationDisplayName(QStringLiteral("Pilothouse"));
    application.setApplicationVersion(QStringLiteral(PILOTHOUSE_VERSION));
    application.setDesktopFileName(QStringLiteral("pilothouse"));

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("deployment"), QCoreApplication::translate("main", "Folder with a .env, or the file itself"), QStringLiteral("[deployment]"));
    const QCommandLineOption geometry(QStringLiteral("geometry"), QCoreApplication::translate("main", "Size and place of the window"), QStringLiteral("WxH+X+Y"));
    parser.addOption(geometry);
    const QCommandLineOption page(QStringLiteral("page"), QCoreApplication::translate("main", "Page to show first"), QStringLiteral("id"));
    parser.addOption(page);
    parser.process(application);

    Dialogs dialogs;
    Application panel(dialogs);
    panel.setGeometry(geometryFromText(parser.value(geometry)));
    panel.start([&] {
        const QStringList recent = panel.settings().recentDeployments();
        if (!parser.positionalArguments().isEmpty())
            panel.openOrExplain(QDir::current().absoluteFilePath(parser.positionalArguments().first()));
        else if (!recent.isEmpty() && QFileInfo::exists(recent.first()))
            panel.openOrExplain(recent.first());
        else
            panel.open(Deployment());
        if (parser.isSet(page))
            panel.panel().window().showPage(parser.value(page));
    });
    return application.exec();
}
