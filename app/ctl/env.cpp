// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"

namespace pilothouse {

namespace {

void get(CommandContext &context, DeploymentSession &session, const QString &key)
{
    const QMap<QString, QString> values = session.env().savedValues();
    if (!key.isEmpty() && !values.contains(key)) {
        context.fail(
            Error{ QStringLiteral("env.no-key"), CommandContext::tr("%1 is not set in %2.").arg(key, session.env().path()), {},
                CommandContext::tr("Set it with: pilothousectl env set %1=VALUE").arg(key), {} });
        return;
    }
    QJsonObject object;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (!key.isEmpty() && it.key() != key)
            continue;
        object.insert(it.key(), it.value());
        context.print(key.isEmpty() ? it.key() + QLatin1Char('=') + it.value() : it.value());
    }
    context.finish(object);
}

void edit(CommandContext &context, DeploymentSession &session, const QStringList &words, bool remove)
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
    if (state.changedCount == 0) {
        context.print(CommandContext::tr("Nothing to change."));
        context.finish(QJsonObject{ { QStringLiteral("saved"), true }, { QStringLiteral("changed"), QJsonArray{} } });
        return;
    }
    if (!state.canSave) {
        context.fail(
            Error{ QStringLiteral("env.invalid"), state.saveBlockedBy, {}, CommandContext::tr("Nothing was written."), {} });
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
    const QString verb = context.arguments().value(0);
    const QStringList words = context.arguments().mid(1);
    if (verb == QLatin1String("get") && words.size() <= 1)
        context.withSession([&context, words](DeploymentSession &session) { get(context, session, words.value(0)); });
    else if ((verb == QLatin1String("set") || verb == QLatin1String("unset")) && !words.isEmpty())
        context.withSession([&context, words, verb](
                                DeploymentSession &session) { edit(context, session, words, verb == QLatin1String("unset")); });
    else
        context.usage(CommandContext::tr("env needs get, set or unset."));
}

} // namespace pilothouse
