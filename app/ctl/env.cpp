// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/envsave.h"
#include "app/session/deploymentsession.h"
#include "models/env/envedits.h"

#include <climits>
#include <utility>

namespace pilothouse {

namespace {

QJsonValue jsonValue(const EnvDocument &document, const EnvEntry &entry)
{
    if (!entry.assigned)
        return QJsonValue(QJsonValue::Null);
    const QByteArray bytes = document.valueOf(entry);
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes)
        return text;
    return QJsonObject{ { QStringLiteral("base64"), QString::fromLatin1(bytes.toBase64()) } };
}

/// The operator's own terminal: nothing is masked, the bytes go out as they are.
void get(CommandContext &context, DeploymentSession &session, const QString &key)
{
    const EnvDocument document(session.env().savedBytes());
    QJsonObject object;
    QList<QPair<QString, QByteArray>> found; // in file order, a double stands where its last one stands
    for (const EnvEntry &entry : document.entries()) {
        const QString name = QString::fromUtf8(document.keyOf(entry));
        if ((!key.isEmpty() && name != key) || (!entry.assigned && object.contains(name)))
            continue;
        object.insert(name, jsonValue(document, entry));
        found.removeIf([&](const auto &pair) { return pair.first == name; });
        if (entry.assigned)
            found << qMakePair(name, document.valueOf(entry));
    }
    if (!key.isEmpty() && object.isEmpty()) {
        context.fail(
            Error{ QStringLiteral("env.no-key"), CommandContext::tr("%1 is not set in %2.").arg(key, session.env().path()), {},
                CommandContext::tr("Set it with: pilothousectl env set %1=VALUE").arg(key), {} });
        return;
    }
    for (const auto &[name, value] : std::as_const(found))
        context.printBytes(key.isEmpty() ? name.toUtf8() + '=' + value : value);
    context.finish(object);
}

void edit(CommandContext &context, DeploymentSession &session, const QStringList &words, bool remove, bool dryRun, bool agreed)
{
    EnvService &env = session.env();
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        if (remove) {
            env.unset(word);
        } else if (equals <= 0) {
            context.usage(CommandContext::tr("Not KEY=VALUE: %1").arg(word));
            return;
        } else {
            env.setValue(word.left(equals), word.mid(equals + 1));
        }
    }
    if (dryRun) {
        if (!mayBeSaved(context, session))
            return;
        const QStringList changed = keysOf(editsBetween(EnvDocument(env.savedBytes()), EnvDocument(env.currentBytes())));
        printDiff(context, env.pendingDiff());
        context.finish(
            QJsonObject{ { QStringLiteral("saved"), false }, { QStringLiteral("changed"), QJsonArray::fromStringList(changed) },
                { QStringLiteral("diff"), toJson(env.pendingDiff()) } });
        return;
    }
    saveEnv(context, session, agreed, [&context](const QStringList &changed) {
        context.print(changed.isEmpty() ? CommandContext::tr("Nothing to change.")
                                        : CommandContext::tr("Saved: %1").arg(changed.join(QStringLiteral(", "))));
        context.finish(
            QJsonObject{ { QStringLiteral("saved"), true }, { QStringLiteral("changed"), QJsonArray::fromStringList(changed) } });
    });
}

} // namespace

void runEnv(CommandContext &context)
{
    const bool dryRun = context.hasFlag(QStringLiteral("dry-run"));
    const bool agreed = context.hasFlag(QStringLiteral("yes"));
    if (!context.expectArguments(0, INT_MAX))
        return;
    const QString verb = context.arguments().value(0);
    const QStringList words = context.arguments().mid(1);
    if (verb == QLatin1String("get") && words.size() <= 1 && !dryRun)
        context.withSession([&context, words](DeploymentSession &session) { get(context, session, words.value(0)); });
    else if ((verb == QLatin1String("set") || verb == QLatin1String("unset")) && !words.isEmpty())
        context.withSession([&context, words, dryRun, agreed, remove = verb == QLatin1String("unset")](
                                DeploymentSession &session) { edit(context, session, words, remove, dryRun, agreed); },
            verb == QLatin1String("set") ? CommandContext::EnvFile::MayBeMissing : CommandContext::EnvFile::Needed);
    else
        context.usage(CommandContext::tr("env needs get, set or unset."));
}

} // namespace pilothouse
