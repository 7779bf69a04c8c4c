// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"
#include "models/env/envdocument.h"

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

/// Every error that stands in the way, with its variable. The new values may hold secrets that no redactor knows yet.
Error refusal(DeploymentSession &session)
{
    const FormState &state = session.env().state();
    QStringList sentences;
    for (const Problem &problem : state.problems) {
        if (problem.level == ProblemLevel::Error)
            sentences << (problem.key.isEmpty() ? problem.message : problem.key + QStringLiteral(": ") + problem.message);
    }
    if (sentences.isEmpty())
        sentences << state.saveBlockedBy;
    const QString first = sentences.takeFirst();
    return Error{ QStringLiteral("env.invalid"), first, {}, CommandContext::tr("Nothing was written."),
        sentences.join(QLatin1Char('\n')) };
}

/// Keys that can run code or open a port are not set in passing.
Error consentNeeded(const FormState &state)
{
    return Error{ QStringLiteral("env.dangerous"),
        CommandContext::tr("%n dangerous keys were not set.", nullptr, int(state.dangers.size())), {},
        CommandContext::tr("When you want this, repeat the command with --yes."), state.dangers.join(QLatin1Char('\n')) };
}

void edit(CommandContext &context, DeploymentSession &session, const QStringList &words, bool remove, bool agreed)
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
    const FormState &state = env.state();
    if (state.readOnly) {
        context.fail(
            Error{ QStringLiteral("env.read-only"), CommandContext::tr("%1 cannot be changed from here.").arg(state.path),
                state.readOnlyReason, CommandContext::tr("Nothing was written."), {} });
        return;
    }
    if (state.changedCount == 0) {
        context.print(CommandContext::tr("Nothing to change."));
        context.finish(QJsonObject{ { QStringLiteral("saved"), true }, { QStringLiteral("changed"), QJsonArray{} } });
        return;
    }
    if (!state.canSave) {
        context.fail(refusal(session));
        return;
    }
    if (!agreed && !state.dangers.isEmpty()) {
        context.fail(consentNeeded(state));
        return;
    }
    QObject::connect(&env, &EnvService::failed, &context, [&context](const Error &error) { context.fail(error); });
    QObject::connect(&env, &EnvService::saved, &context, [&context](const QStringList &changed) {
        context.print(CommandContext::tr("Saved: %1").arg(changed.join(QStringLiteral(", "))));
        context.finish(
            QJsonObject{ { QStringLiteral("saved"), true }, { QStringLiteral("changed"), QJsonArray::fromStringList(changed) } });
    });
    env.save();
}

} // namespace

void runEnv(CommandContext &context)
{
    const bool agreed = context.hasFlag(QStringLiteral("yes"));
    if (!context.expectArguments(0, INT_MAX))
        return;
    const QString verb = context.arguments().value(0);
    const QStringList words = context.arguments().mid(1);
    if (verb == QLatin1String("get") && words.size() <= 1)
        context.withSession([&context, words](DeploymentSession &session) { get(context, session, words.value(0)); });
    else if ((verb == QLatin1String("set") || verb == QLatin1String("unset")) && !words.isEmpty())
        context.withSession(
            [&context, words, verb, agreed](
                DeploymentSession &session) { edit(context, session, words, verb == QLatin1String("unset"), agreed); },
            verb == QLatin1String("set") ? CommandContext::EnvFile::MayBeMissing : CommandContext::EnvFile::Needed);
    else
        context.usage(CommandContext::tr("env needs get, set or unset."));
}

} // namespace pilothouse
