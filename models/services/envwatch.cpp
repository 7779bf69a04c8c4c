// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envwatch.h"

#include <QFileInfo>

using namespace std::chrono_literals;

namespace pilothouse {

EnvWatch::EnvWatch(QObject *parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(60ms);
    m_poll.setInterval(2s);
    const auto settle = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
    connect(&m_settle, &QTimer::timeout, this, &EnvWatch::maybeChanged);
    connect(&m_poll, &QTimer::timeout, this, &EnvWatch::maybeChanged);
}

void EnvWatch::setFile(const QString &path, const QString &resolvedPath)
{
    QStringList wanted;
    for (const QString &each : { path, resolvedPath }) {
        if (!each.isEmpty())
            wanted << each << QFileInfo(each).path();
    }
    wanted.removeDuplicates();
    const QStringList present = m_watcher.files() + m_watcher.directories();
    for (const QString &old : present) {
        if (!wanted.contains(old))
            m_watcher.removePath(old);
    }
    for (const QString &each : wanted) {
        if (!present.contains(each) && QFileInfo(each).isReadable())
            m_watcher.addPath(each);
    }
    m_poll.start();
}

} // namespace pilothouse
