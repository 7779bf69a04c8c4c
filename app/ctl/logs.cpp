// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"
#include "models/process/logtail.h"
#include "models/secrets/redactor.h"

#include <QFileInfo>

namespace pilothouse {

namespace {

constexpr int usualLines = 200;

void show(CommandContext &context, DeploymentSession &session, int count, bool follow)
{
    const QString path = session.provider().logPath();
    if (path.isEmpty() || !QFileInfo::exists(path)) {
        context.fail(Error{ QStringLiteral("log.none"),
            CommandContext::tr("There is no log yet: the provider was never started by Pilothouse."), {},
            CommandContext::tr("Start it with: pilothousectl up"), {} });
        return;
    }
    const auto redact
        = [redactor = Redactor(session.env().savedValues())](const QString &line) { return redactor.redacted(line); };
    if (!follow) {
        const QStringList lines = lastLogLines(path, count, redact);
        for (const QString &line : lines)
            context.print(line);
        context.finish(
            QJsonObject{ { QStringLiteral("path"), path }, { QStringLiteral("lines"), QJsonArray::fromStringList(lines) } });
        return;
    }
    auto *tail = new LogTail(&context);
    tail->setRedactor(redact);
    QObject::connect(tail, &LogTail::linesArrived, &context, [&context](const QStringList &lines) {
        for (const QString &line : lines)
            context.print(line);
        context.stream({});
    });
    context.onInterrupt([&context] { context.finish(0); });
    tail->follow(path);
}

} // namespace

void runLogs(CommandContext &context)
{
    const bool follow = context.takeWord(QStringLiteral("-f")) || context.hasFlag(QStringLiteral("follow"));
    const QString lines = context.option(QStringLiteral("n"));
    if (!context.expectArguments(0, 0))
        return;
    bool number = true;
    const int count = lines.isEmpty() ? usualLines : lines.toInt(&number);
    if (!number || count <= 0) {
        context.usage(CommandContext::tr("-n needs a number of lines, not %1.").arg(lines));
        return;
    }
    if (follow && context.json()) {
        context.usage(CommandContext::tr("-f does not end, so it cannot print one JSON object."));
        return;
    }
    context.withSession([&context, count, follow](DeploymentSession &session) { show(context, session, count, follow); },
        CommandContext::EnvFile::MayBeMissing);
}

} // namespace pilothouse
