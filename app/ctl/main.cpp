// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/interrupt.h"
#include "app/session/language.h"
#include "models/settings/settings.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace pilothouse;

namespace {

/// What Qt itself warns about means nothing to the operator, who gets a sentence from the command.
void keepQtQuiet(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(message));
}

} // namespace

int main(int argc, char *argv[])
{
    qInstallMessageHandler(keepQtQuiet);
    QCoreApplication application(argc, argv);
    application.setApplicationName(QStringLiteral("pilothouse"));
    application.setApplicationVersion(QStringLiteral(PILOTHOUSE_VERSION));

    Settings settings;
    installLanguage(application, settings);

    CommandContext context(application.arguments().mid(1), settings);
    if (context.command() == QLatin1String("--version")) {
        std::printf("pilothousectl %s\n", PILOTHOUSE_VERSION);
        return 0;
    }
    const QStringList help{ QStringLiteral("--help"), QStringLiteral("-h"), QStringLiteral("help") };
    if (help.contains(context.command())) {
        std::printf("pilothousectl [-C DIR] [--env-file FILE] [--json] COMMAND\n%s", qUtf8Printable(commandList()));
        return 0;
    }
    const Command *command = findCommand(context.command());
    if (command && (context.arguments().contains(help[0]) || context.arguments().contains(help[1]))) {
        std::printf("pilothousectl %s\n", qUtf8Printable(commandHelp(*command)));
        return 0;
    }
    InterruptWatcher interrupts;
    QTimer::singleShot(0, &context, &CommandContext::runOrExplain);
    return application.exec();
}
