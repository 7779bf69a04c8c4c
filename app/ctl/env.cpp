// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/envsave.h"
#include "app/session/deploymentsession.h"
#include "models/env/dialects/dialect.h"
#include "models/env/dialects/utf8.h"
#include "models/env/envdocument.h"
#include "models/env/envedits.h"
#include "models/env/envfile.h"
#include "models/env/envwritechoices.h"

#include <climits>
#include <utility>

extern char **environ;

namespace pilothouse {

namespace {

QJsonValue jsonValue(const QByteArray &bytes)
{
    const QString text = utf8::text(bytes);
    if (text.toUtf8() == bytes)
        return text;
    return QJsonObject{ { QStringLiteral("base64"), QString::fromLatin1(bytes.toBase64()) } };
}

QJsonValue jsonValue(const DialectEntry &entry)
{
    switch (entry.kind) {
    case DialectEntry::Kind::NoValue:
        return QJsonValue(QJsonValue::Null);
    case DialectEntry::Kind::Dynamic:
        return QJsonObject{ { QStringLiteral("dynamic"), true } };
    case DialectEntry::Kind::Text:
        break;
    }
    return jsonValue(entry.value);
}

Error noKey(const QString &key, const QString &path)
{
    return Error{ QStringLiteral("env.no-key"), CommandContext::tr("%1 is not set in %2.").arg(key, path), {},
        CommandContext::tr("Set it with: pilothousectl env set %1=VALUE").arg(key), {} };
}

/// What this program was started with is what the reader would find, too.
DialectEnvironment ownEnvironment()
{
    DialectEnvironment environment;
    for (char **each = environ; *each; ++each) {
        const QByteArrayView text(*each);
        const qsizetype equals = text.indexOf('=');
        if (equals > 0)
            environment.insert(text.first(equals).toByteArray(), text.sliced(equals + 1).toByteArray());
    }
    return environment;
}

Error refusalOf(EnvConsumer consumer, const DialectRefusal &refusal, const QString &path)
{
    return Error{ QStringLiteral("env.refused"),
        CommandContext::tr("%1 refuses %2: line %3: %4.")
            .arg(envConsumerName(consumer), path)
            .arg(refusal.line)
            .arg(refusal.reason),
        {}, CommandContext::tr("Correct line %1; until then this reader gets no variable at all.").arg(refusal.line), {} };
}

/// The values as the named reader sees them; needs the file only, no deployment.
void getAs(CommandContext &context, EnvConsumer consumer, const QString &key)
{
    const Result<Deployment> deployment = context.deployment();
    if (!deployment) {
        context.fail(deployment.error());
        return;
    }
    const QString path = deployment->envPath;
    const Result<EnvFileContent> content = readEnvFile(path);
    if (!content) {
        context.fail(content.error());
        return;
    }
    if (!content->exists || content->partial) {
        context.fail(Error{ content->exists ? QStringLiteral("env.too-large") : QStringLiteral("env.missing"),
            content->exists ? CommandContext::tr("%1 is too large to be read here.").arg(path)
                            : CommandContext::tr("There is no file %1.").arg(path),
            {}, CommandContext::tr("Name the file with --env-file FILE."), {} });
        return;
    }
    const DialectReading reading = readDialect(consumer, content->bytes, ownEnvironment());
    if (reading.refusal()) {
        context.fail(refusalOf(consumer, *reading.refusal(), path));
        return;
    }
    QJsonObject object;
    for (const DialectEntry &entry : reading.entries()) {
        const QString name = utf8::text(entry.key);
        if (!key.isEmpty() && name != key)
            continue;
        object.insert(name, jsonValue(entry));
        const QByteArray label = key.isEmpty() ? entry.key + '=' : QByteArray();
        if (entry.kind == DialectEntry::Kind::Text)
            context.printBytes(label + entry.value);
        else
            context.note(entry.kind == DialectEntry::Kind::Dynamic
                    ? CommandContext::tr("%1 is only known by running the file.").arg(name)
                    : CommandContext::tr("%1 has no value.").arg(name));
    }
    if (!key.isEmpty() && object.isEmpty())
        context.fail(noKey(key, path));
    else
        context.finish(object);
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
        object.insert(name, entry.assigned ? jsonValue(document.valueOf(entry)) : QJsonValue(QJsonValue::Null));
        found.removeIf([&](const auto &pair) { return pair.first == name; });
        if (entry.assigned)
            found << qMakePair(name, document.valueOf(entry));
    }
    if (!key.isEmpty() && object.isEmpty()) {
        context.fail(noKey(key, session.env().path()));
        return;
    }
    for (const auto &[name, value] : std::as_const(found))
        context.printBytes(key.isEmpty() ? name.toUtf8() + '=' + value : value);
    context.finish(object);
}

struct EditWish
{
    QStringList words;
    QString style; ///< empty: one that every reader gets as typed
    bool remove = false;
    bool dryRun = false;
    bool agreed = false;
};

void edit(CommandContext &context, DeploymentSession &session, const EditWish &wish)
{
    EnvService &env = session.env();
    session.traceNow(); // who reads the file decides how it is written
    for (const QString &word : wish.words) {
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        if (wish.remove) {
            env.unset(word);
        } else if (equals <= 0) {
            context.usage(CommandContext::tr("Not KEY=VALUE: %1").arg(word));
            return;
        } else {
            env.setValue(word.left(equals), word.mid(equals + 1));
            if (!wish.style.isEmpty())
                env.writeAs(word.left(equals), wish.style);
        }
    }
    if (wish.dryRun) {
        if (!mayBeSaved(context, session))
            return;
        const QStringList changed = keysOf(editsBetween(EnvDocument(env.savedBytes()), EnvDocument(env.currentBytes())));
        printDiff(context, env.pendingDiff());
        context.finish(
            QJsonObject{ { QStringLiteral("saved"), false }, { QStringLiteral("changed"), QJsonArray::fromStringList(changed) },
                { QStringLiteral("diff"), toJson(env.pendingDiff()) } });
        return;
    }
    saveEnv(context, session, wish.agreed, [&context](const QStringList &changed) {
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
    const QString dialect = context.option(QStringLiteral("dialect"));
    const QString style = context.option(QStringLiteral("style"));
    if (!context.expectArguments(0, INT_MAX))
        return;
    const QString verb = context.arguments().value(0);
    const QStringList words = context.arguments().mid(1);
    if (!style.isEmpty() && (verb != QLatin1String("set") || !envStyleFromName(style))) {
        context.usage(
            CommandContext::tr("--style belongs to env set and is one of: %1.").arg(envStyleNames().join(QStringLiteral(", "))));
        return;
    }
    const std::optional<EnvConsumer> consumer = envConsumerFromName(dialect);
    if (!dialect.isEmpty() && (!consumer || verb != QLatin1String("get") || words.size() > 1)) {
        QStringList names;
        for (const EnvConsumer each : allEnvConsumers())
            names << envConsumerName(each);
        context.usage(
            CommandContext::tr("--dialect belongs to env get and is one of: %1.").arg(names.join(QStringLiteral(", "))));
    } else if (consumer)
        getAs(context, *consumer, words.value(0));
    else if (verb == QLatin1String("get") && words.size() <= 1 && !dryRun)
        context.withSession([&context, words](DeploymentSession &session) { get(context, session, words.value(0)); });
    else if ((verb == QLatin1String("set") || verb == QLatin1String("unset")) && !words.isEmpty())
        context.withSession([&context, wish = EditWish{ words, style, verb == QLatin1String("unset"), dryRun, agreed }](
                                DeploymentSession &session) { edit(context, session, wish); },
            verb == QLatin1String("set") ? CommandContext::EnvFile::MayBeMissing : CommandContext::EnvFile::Needed);
    else
        context.usage(CommandContext::tr("env needs get, set or unset."));
}

} // namespace pilothouse
