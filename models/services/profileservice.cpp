// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/profileservice.h"

#include "models/services/envservice.h"

namespace pilothouse {

namespace {

Result<EnvFileContent> readProfile(const QString &envPath, const QString &name)
{
    Error error;
    error.code = QStringLiteral("profile.missing");
    error.message = ProfileService::tr("There is no profile “%1”.").arg(name);
    error.fix = ProfileService::tr("See the present ones with: pilothousectl profile list");
    if (!isProfileName(name))
        return error;
    const Result<EnvFileContent> content = readEnvFile(profilePath(envPath, name));
    return content && !content->exists ? Result<EnvFileContent>(error) : content;
}

} // namespace

ProfileService::ProfileService(EnvService &env, QObject *parent) : QObject(parent), m_env(env), m_worker(this) { }

void ProfileService::refresh()
{
    m_worker.run([path = m_env.path()] { return std::pair(path, listProfiles(path)); },
        [this](const std::pair<QString, QList<EnvProfile>> &answer) {
            if (answer.first == m_env.path())
                Q_EMIT profilesChanged(answer.second);
        });
}

void ProfileService::read(const QString &name, const std::function<void(const EnvDocument &)> &next)
{
    m_worker.run([path = m_env.path(), name] { return std::pair(path, readProfile(path, name)); },
        [this, next](const std::pair<QString, Result<EnvFileContent>> &answer) {
            const auto &[path, content] = answer;
            if (path != m_env.path())
                return;
            if (content)
                next(EnvDocument(content->bytes));
            else
                Q_EMIT failed(content.error());
        });
}

void ProfileService::compare(const QString &name)
{
    read(name, [this, name](const EnvDocument &profile) {
        Q_EMIT compared(name, compareProfile(EnvDocument(m_env.currentBytes()), profile));
    });
}

void ProfileService::apply(const QString &name, const QStringList &keys)
{
    read(name, [this, name, keys](const EnvDocument &profile) {
        const Result<QList<EnvEdit>> edits = profileEdits(EnvDocument(m_env.currentBytes()), profile, keys);
        if (!edits) {
            Q_EMIT failed(edits.error());
            return;
        }
        ProblemFix step;
        for (const EnvEdit &edit : *edits) {
            if (edit.value)
                step.setValues << qMakePair(edit.key, *edit.value);
            else
                step.unsetKeys << edit.key;
        }
        if (!edits->isEmpty()) {
            m_env.setNextWriter(EnvWriterKind::Profile);
            m_env.applyFix(step);
        }
        Q_EMIT applied(name, keysOf(*edits));
    });
}

void ProfileService::saveAs(const QString &name, ProfileSave mode)
{
    const auto work = [path = m_env.path(), name, mode, bytes = m_env.currentBytes()] {
        return saveProfile(path, name, bytes, mode, EnvWriterKind::Window);
    };
    m_worker.run(work, [this](const Result<QString> &path) {
        if (!path) {
            Q_EMIT failed(path.error());
            return;
        }
        Q_EMIT saved(*path);
        refresh();
    });
}

} // namespace pilothouse
