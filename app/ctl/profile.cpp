// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/envsave.h"
#include "app/session/deploymentsession.h"
#include "models/env/secretkeys.h"
#include "models/services/profileservice.h"

namespace pilothouse {

namespace {

QString kindName(ProfileChangeKind kind)
{
    switch (kind) {
    case ProfileChangeKind::OnlyInProfile:
        return QStringLiteral("only_profile");
    case ProfileChangeKind::OnlyInEnv:
        return QStringLiteral("only_env");
    case ProfileChangeKind::Differs:
        break;
    }
    return QStringLiteral("differs");
}

QString shown(const std::optional<QString> &value, bool secret)
{
    return !value ? QStringLiteral("—") : secret ? maskedValue() : *value;
}

QJsonValue json(const std::optional<QString> &value, bool secret)
{
    return value ? QJsonValue(shown(value, secret)) : QJsonValue(QJsonValue::Null);
}

ProfileService *profilesOf(CommandContext &context, DeploymentSession &session)
{
    auto *profiles = new ProfileService(session.env(), &context);
    QObject::connect(profiles, &ProfileService::failed, &context, [&context](const Error &error) { context.fail(error); });
    return profiles;
}

void list(CommandContext &context, DeploymentSession &session)
{
    ProfileService *profiles = profilesOf(context, session);
    QObject::connect(profiles, &ProfileService::profilesChanged, &context, [&context](const QList<EnvProfile> &found) {
        QJsonArray array;
        for (const EnvProfile &profile : found) {
            array << QJsonObject{ { QStringLiteral("name"), profile.name }, { QStringLiteral("path"), profile.path },
                { QStringLiteral("template"), profile.isTemplate } };
            context.print(profile.isTemplate ? CommandContext::tr("%1 (template)").arg(profile.name) : profile.name);
        }
        if (found.isEmpty())
            context.print(
                CommandContext::tr("There are no profiles; keep the present state as one with: pilothousectl profile save NAME"));
        context.finish(array);
    });
    profiles->refresh();
}

void show(CommandContext &context, DeploymentSession &session, const QString &name)
{
    ProfileService *profiles = profilesOf(context, session);
    QObject::connect(
        profiles, &ProfileService::compared, &context, [&context](const QString &compared, const QList<ProfileChange> &changes) {
            QJsonArray array;
            for (const ProfileChange &change : changes) {
                array << QJsonObject{ { QStringLiteral("key"), change.key }, { QStringLiteral("kind"), kindName(change.kind) },
                    { QStringLiteral("env"), json(change.present, change.secret) },
                    { QStringLiteral("profile"), json(change.profile, change.secret) } };
                context.print(QStringLiteral("%1: %2 → %3")
                                  .arg(change.key, shown(change.present, change.secret), shown(change.profile, change.secret)));
            }
            if (changes.isEmpty())
                context.print(CommandContext::tr(".env sets all that “%1” sets, to the same values.").arg(compared));
            context.finish(array);
        });
    profiles->compare(name);
}

/// [{"key","old","new"}] of what the edits in the form change in the file.
QJsonArray changesOf(CommandContext &context, const EnvDocument &before, const EnvDocument &after)
{
    QJsonArray array;
    for (const EnvEdit &edit : editsBetween(before, after)) {
        const std::optional<QString> old = before.value(edit.key);
        const bool secret = isSecretName(edit.key) || (old && isSecretValue(*old)) || (edit.value && isSecretValue(*edit.value));
        array << QJsonObject{ { QStringLiteral("key"), edit.key }, { QStringLiteral("old"), json(old, secret) },
            { QStringLiteral("new"), json(edit.value, secret) } };
        context.print(QStringLiteral("%1: %2 → %3").arg(edit.key, shown(old, secret), shown(edit.value, secret)));
    }
    return array;
}

void apply(
    CommandContext &context, DeploymentSession &session, const QString &name, const QStringList &keys, bool dryRun, bool agreed)
{
    ProfileService *profiles = profilesOf(context, session);
    QObject::connect(profiles, &ProfileService::applied, &context, [&context, &session, dryRun, agreed](const QString &applied) {
        if (!mayBeSaved(context, session))
            return;
        const EnvDocument before(session.env().savedBytes());
        const QJsonArray changes = changesOf(context, before, EnvDocument(session.env().currentBytes()));
        if (dryRun) {
            context.finish(changes);
            return;
        }
        saveEnv(context, session, agreed, [&context, applied, changes](const QStringList &changed) {
            context.print(
                changed.isEmpty() ? CommandContext::tr("Nothing to change.") : CommandContext::tr("Applied “%1”.").arg(applied));
            context.finish(changes);
        });
    });
    profiles->apply(name, keys);
}

void save(CommandContext &context, DeploymentSession &session, const QString &name, ProfileSave mode)
{
    ProfileService *profiles = profilesOf(context, session);
    QObject::connect(profiles, &ProfileService::saved, &context, [&context](const QString &path) {
        context.print(CommandContext::tr("Saved: %1").arg(path));
        context.finish(QJsonObject{ { QStringLiteral("saved"), true }, { QStringLiteral("path"), path } });
    });
    profiles->saveAs(name, mode);
}

} // namespace

void runProfile(CommandContext &context)
{
    const bool dryRun = context.hasFlag(QStringLiteral("dry-run"));
    const bool agreed = context.hasFlag(QStringLiteral("yes"));
    const bool replace = context.hasFlag(QStringLiteral("replace"));
    const QStringList keys = context.option(QStringLiteral("keys")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (!context.expectArguments(1, 2))
        return;
    const QString verb = context.arguments().value(0);
    const QString name = context.arguments().value(1);
    const bool applies = verb == QLatin1String("apply");
    const bool saves = verb == QLatin1String("save");
    if (((dryRun || !keys.isEmpty()) && !applies) || (agreed && !applies) || (replace && !saves)
        || name.isEmpty() != (verb == QLatin1String("list")))
        context.usage(CommandContext::tr("profile needs list, show NAME, apply NAME or save NAME."));
    else if (verb == QLatin1String("list"))
        context.withSession(
            [&context](DeploymentSession &session) { list(context, session); }, CommandContext::EnvFile::MayBeMissing);
    else if (verb == QLatin1String("show"))
        context.withSession([&context, name](DeploymentSession &session) { show(context, session, name); },
            CommandContext::EnvFile::MayBeMissing);
    else if (applies)
        context.withSession([&context, name, keys, dryRun, agreed](
                                DeploymentSession &session) { apply(context, session, name, keys, dryRun, agreed); },
            CommandContext::EnvFile::MayBeMissing);
    else if (saves)
        context.withSession([&context, name, mode = replace ? ProfileSave::Replace : ProfileSave::New](
                                DeploymentSession &session) { save(context, session, name, mode); });
    else
        context.usage(CommandContext::tr("profile needs list, show NAME, apply NAME or save NAME."));
}

} // namespace pilothouse
