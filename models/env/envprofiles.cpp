// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envprofiles.h"

#include "models/env/envpath.h"
#include "models/env/secretkeys.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace pilothouse {

namespace {

/// Endings of files that editors and tools leave beside a file.
constexpr QLatin1String leftovers[] = { QLatin1String("swp"), QLatin1String("swo"), QLatin1String("swn"), QLatin1String("swx"),
    QLatin1String("bak"), QLatin1String("backup"), QLatin1String("old"), QLatin1String("orig"), QLatin1String("rej"),
    QLatin1String("save"), QLatin1String("tmp"), QLatin1String("temp"), QLatin1String("part"), QLatin1String("lock") };
constexpr QLatin1String templates[]
    = { QLatin1String("example"), QLatin1String("sample"), QLatin1String("template"), QLatin1String("dist") };

template <size_t N> bool endsWithOne(const QString &name, const QLatin1String (&endings)[N])
{
    const QString last = name.mid(name.lastIndexOf(u'.') + 1);
    return std::any_of(
        std::begin(endings), std::end(endings), [&](QLatin1String each) { return last.compare(each, Qt::CaseInsensitive) == 0; });
}

Error profileError(const char *code, const QString &message, const QString &fix)
{
    return envFileError(code, message, 0, fix);
}

} // namespace

bool isProfileName(const QString &name)
{
    const auto allowed = [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-'; };
    return !name.isEmpty() && name.size() <= 100 && !name.startsWith(u'.') && !name.endsWith(u'.')
        && std::all_of(name.begin(), name.end(), allowed) && !endsWithOne(name, leftovers);
}

QString profilePath(const QString &envPath, const QString &name)
{
    return envPath + QLatin1Char('.') + name;
}

QList<EnvProfile> listProfiles(const QString &envPath)
{
    const QFileInfo env(envPath);
    const QString prefix = env.fileName() + QLatin1Char('.');
    QList<EnvProfile> profiles;
    for (const QFileInfo &info : env.dir().entryInfoList(QDir::Files | QDir::Hidden, QDir::Name)) {
        const QString name = info.fileName().mid(prefix.size());
        if (info.fileName().startsWith(prefix) && isProfileName(name))
            profiles << EnvProfile{ name, profilePath(envPath, name), endsWithOne(name, templates) };
    }
    std::stable_sort(
        profiles.begin(), profiles.end(), [](const EnvProfile &a, const EnvProfile &b) { return !a.isTemplate && b.isTemplate; });
    return profiles;
}

QList<ProfileChange> compareProfile(const EnvDocument &present, const EnvDocument &profile)
{
    QList<ProfileChange> changes;
    const auto add = [&](const QString &key, ProfileChangeKind kind) {
        ProfileChange change{ key, kind, present.value(key), profile.value(key), isSecretName(key) };
        for (const std::optional<QString> &value : { change.present, change.profile })
            change.secret = change.secret || (value && isSecretValue(*value));
        changes << change;
    };
    const auto here = present.index();
    const auto there = profile.index();
    for (const QString &key : profile.keys()) {
        const QByteArray name = key.toUtf8();
        if (!here.contains(name))
            add(key, ProfileChangeKind::OnlyInProfile);
        else if (present.valueOf(*here.value(name)) != profile.valueOf(*there.value(name)))
            add(key, ProfileChangeKind::Differs);
    }
    for (const QString &key : present.keys()) {
        if (!there.contains(key.toUtf8()))
            add(key, ProfileChangeKind::OnlyInEnv);
    }
    return changes;
}

Result<QList<EnvEdit>> profileEdits(const EnvDocument &present, const EnvDocument &profile, const QStringList &keys)
{
    for (const QString &key : keys) {
        if (!present.has(key) && !profile.has(key)) {
            return profileError("profile.no-key",
                QCoreApplication::translate("EnvProfiles", "Neither .env nor the profile sets %1.").arg(key),
                QCoreApplication::translate("EnvProfiles", "Check the name of the variable."));
        }
    }
    QList<EnvEdit> edits;
    for (const ProfileChange &change : compareProfile(present, profile)) {
        const bool wanted = keys.isEmpty() ? change.kind != ProfileChangeKind::OnlyInEnv : keys.contains(change.key);
        if (wanted)
            edits << EnvEdit{ change.key, change.profile };
    }
    return edits;
}

Result<QString> saveProfile(const QString &envPath, const QString &name, const QByteArray &bytes, ProfileSave mode,
    EnvWriterKind writer, const QString &stateFolder)
{
    if (!isProfileName(name)) {
        return profileError("profile.bad-name",
            QCoreApplication::translate("EnvProfiles", "“%1” cannot be the name of a profile.").arg(name),
            QCoreApplication::translate(
                "EnvProfiles", "Use letters, digits, “-”, “_” and “.”; no ending of a backup like .bak."));
    }
    EnvSaveRequest request{ profilePath(envPath, name), bytes, {}, stateFolder, writer };
    if (mode == ProfileSave::Replace) {
        const Result<EnvFileContent> present = readEnvFile(request.path);
        if (!present)
            return present.error();
        request.expectedHash = present->hash;
        if (present->exists) {
            if (const Result<void> tight = tightenEnvFile(request.path); !tight)
                return tight.error();
        }
    }
    const Result<EnvSaveReport> report = saveEnvFile(request);
    if (report)
        return request.path;
    if (mode == ProfileSave::New && report.error().code == QLatin1String("env.changed-on-disk")) {
        return profileError("profile.exists", QCoreApplication::translate("EnvProfiles", "%1 exists already.").arg(request.path),
            QCoreApplication::translate("EnvProfiles", "Choose another name, or replace the profile."));
    }
    return report.error();
}

} // namespace pilothouse
