// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/interrupt.h"
#include "app/session/language.h"
#include "models/settings/settings.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace pilothouse;

int main(int argc, char *argv[])
{
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
    if (context.command() == QLatin1String("--help") || context.command() == QLatin1String("help")) {
        std::printf("%s\n%s", qPrintable(QStringLiteral("pilothousectl [-C DIR] [--env-file FILE] [--json] COMMAND")),
            qUtf8Printable(commandList()));
        return 0;
    }
    const Command *command = findCommand(context.command());
    InterruptWatcher interrupts(&context);
    QTimer::singleShot(0, &application, [&] {
        if (command)
            command->run(context);
        else
            context.usage(context.command().isEmpty()
                    ? QCoreApplication::translate("Ctl", "No command was given.")
                    : QCoreApplication::translate("Ctl", "Unknown command: %1").arg(context.command()));
    });
    return application.exec();
}
