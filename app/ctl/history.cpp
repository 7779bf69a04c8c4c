// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/envsave.h"
#include "app/session/deploymentsession.h"
#include "models/services/historyservice.h"

#include <QLocale>

namespace pilothouse {

namespace {

HistoryService *historyOf(CommandContext &context, DeploymentSession &session)
{
    auto *history = new HistoryService(session.env(), &context);
    QObject::connect(history, &HistoryService::failed, &context, [&context](const Error &error) { context.fail(error); });
    return history;
}

void printVersions(CommandContext &context, const QList<EnvVersion> &versions)
{
    QJsonArray array;
    for (const EnvVersion &version : versions) {
        array << QJsonObject{ { QStringLiteral("id"), version.id },
            { QStringLiteral("time"), version.time.toString(Qt::ISODateWithMs) },
            { QStringLiteral("writer"), envWriterName(version.writer) },
            { QStringLiteral("keys"), QJsonArray::fromStringList(version.keys) },
            { QStringLiteral("size_bytes"), version.size } };
        context.print(QStringLiteral("%1  %2  %3  %4")
                          .arg(version.id, 4)
                          .arg(version.time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                              envWriterText(version.writer), version.keys.join(QStringLiteral(", "))));
    }
    if (versions.isEmpty())
        context.print(CommandContext::tr("No version was kept yet; each save keeps one."));
    context.finish(array);
}

/// What restoring would change, and then, when asked to, the restoring.
void compare(CommandContext &context, DeploymentSession &session, qint64 id, bool restore)
{
    HistoryService *history = historyOf(context, session);
    QObject::connect(history, &HistoryService::compared, &context,
        [&context, &session, history, restore](qint64 found, const QList<EnvDiffLine> &diff) {
            printDiff(context, diff);
            if (diff.isEmpty())
                context.print(CommandContext::tr("The file is just as in version %1.").arg(found));
            if (!restore || diff.isEmpty()) {
                context.finish(toJson(diff));
                return;
            }
            EnvService &env = session.env();
            QObject::connect(&env, &EnvService::failed, &context, [&context](const Error &error) { context.fail(error); });
            QObject::connect(&env, &EnvService::saved, &context, [&context, found, diff] {
                context.print(CommandContext::tr("Version %1 is restored.").arg(found));
                context.finish(toJson(diff));
            });
            history->restore(found);
        });
    history->compare(id);
}

} // namespace

void runHistory(CommandContext &context)
{
    if (!context.expectArguments(1, 2))
        return;
    const QString verb = context.arguments().value(0);
    bool number = false;
    const qint64 id = context.arguments().value(1).toLongLong(&number);
    if (verb == QLatin1String("list") && context.arguments().size() == 1) {
        context.withSession(
            [&context](DeploymentSession &session) {
                HistoryService *history = historyOf(context, session);
                QObject::connect(history, &HistoryService::versionsChanged, &context,
                    [&context](const QList<EnvVersion> &versions) { printVersions(context, versions); });
                history->refresh();
            },
            CommandContext::EnvFile::MayBeMissing);
    } else if ((verb == QLatin1String("show") || verb == QLatin1String("restore")) && number) {
        context.withSession([&context, id, restore = verb == QLatin1String("restore")](
                                DeploymentSession &session) { compare(context, session, id, restore); },
            CommandContext::EnvFile::MayBeMissing);
    } else {
        context.usage(CommandContext::tr("history needs list, show ID or restore ID."));
    }
}

} // namespace pilothouse
