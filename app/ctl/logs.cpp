// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"
#include "models/process/logtail.h"
#include "models/secrets/redactor.h"

#include <QFileInfo>
#include <QTimer>

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

/// A container prints to its engine: what it has said is copied to our file first, by a program that needs a moment.
void showExternal(CommandContext &context, DeploymentSession &session, int count, bool follow)
{
    constexpr int lookMs = 200;
    session.provider().followLog();
    auto *settled = new QTimer(&context);
    auto size = std::make_shared<qint64>(-1);
    QObject::connect(settled, &QTimer::timeout, &context, [&context, &session, count, follow, settled, size] {
        const qint64 now = QFileInfo(session.provider().logPath()).size();
        if (std::exchange(*size, now) != now && !follow)
            return;
        settled->deleteLater();
        show(context, session, count, follow);
    });
    settled->start(lookMs);
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
    context.withSession(
        [&context, count, follow](DeploymentSession &session) {
            if (!session.provider().isExternal()) {
                show(context, session, count, follow);
                return;
            }
            auto *once = new QObject(&context);
            QObject::connect(
                &session.provider(), &ProviderService::statusChanged, once,
                [&context, &session, count, follow, once] {
                    once->deleteLater();
                    QTimer::singleShot(
                        0, &context, [&context, &session, count, follow] { showExternal(context, session, count, follow); });
                },
                Qt::SingleShotConnection);
        },
        CommandContext::EnvFile::MayBeMissing);
}

} // namespace pilothouse
