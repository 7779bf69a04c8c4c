// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envwatch.h"

#include <QFileInfo>

using namespace std::chrono_literals;

namespace pilothouse {

EnvWatch::EnvWatch(EnvWatching watching, QObject *parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(60ms);
    m_poll.setInterval(1500ms);
    connect(&m_settle, &QTimer::timeout, this, &EnvWatch::maybeChanged);
    if (watching != EnvWatching::EventsOnly)
        connect(&m_poll, &QTimer::timeout, this, &EnvWatch::maybeChanged);
    if (watching == EnvWatching::PollingOnly)
        return;
    m_watcher = std::make_unique<QFileSystemWatcher>();
    const auto settle = [this] {
        if (!m_settle.isActive()) // not begun anew: a busy folder must not put the look off for ever
            m_settle.start();
    };
    connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, this, settle);
    connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this, settle);
}

void EnvWatch::setFile(const QString &path)
{
    m_poll.start();
    if (!m_watcher)
        return;
    QStringList wanted;
    QString hop = path;
    for (int hops = 0; hops < 40 && !hop.isEmpty(); ++hops) { // 40 is the kernel's own limit of links
        wanted << hop << QFileInfo(hop).path();
        hop = QFileInfo(hop).symLinkTarget();
    }
    wanted.removeDuplicates();
    const QStringList present = m_watcher->files() + m_watcher->directories();
    for (const QString &old : present) {
        if (!wanted.contains(old))
            m_watcher->removePath(old);
    }
    for (const QString &each : wanted) {
        if (!present.contains(each) && QFileInfo(each).isReadable())
            m_watcher->addPath(each);
    }
}

} // namespace pilothouse
