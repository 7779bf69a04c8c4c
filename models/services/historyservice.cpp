// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/historyservice.h"

#include "models/env/envdiff.h"
#include "models/env/envversions.h"
#include "models/services/envservice.h"

namespace pilothouse {

HistoryService::HistoryService(EnvService &env, QObject *parent) : QObject(parent), m_env(env), m_worker(this) { }

void HistoryService::refresh()
{
    m_worker.run([path = m_env.path()] { return std::pair(path, listEnvVersions(path)); },
        [this](const std::pair<QString, Result<QList<EnvVersion>>> &answer) {
            const auto &[path, versions] = answer;
            if (path != m_env.path())
                return;
            if (versions)
                Q_EMIT versionsChanged(*versions);
            else
                Q_EMIT failed(versions.error());
        });
}

void HistoryService::read(qint64 id, const std::function<void(const QByteArray &)> &next)
{
    m_worker.run([path = m_env.path(), id] { return std::pair(path, readEnvVersion(path, id)); },
        [this, next](const std::pair<QString, Result<QByteArray>> &answer) {
            const auto &[path, bytes] = answer;
            if (path != m_env.path())
                return;
            if (bytes)
                next(*bytes);
            else
                Q_EMIT failed(bytes.error());
        });
}

void HistoryService::compare(qint64 id)
{
    read(id, [this, id](const QByteArray &bytes) {
        Q_EMIT compared(id, diffEnv(EnvDocument(m_env.savedBytes()), EnvDocument(bytes)));
    });
}

void HistoryService::restore(qint64 id)
{
    read(id, [this](const QByteArray &bytes) { m_env.restore(bytes); });
}

} // namespace pilothouse
