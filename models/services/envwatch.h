// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/services/envservice.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace pilothouse {

/// Says when a file may have changed: by the kernel's events on the file, the links that lead to it and their folders, and
/// every 1.5 s anyway (events get lost on network file systems and when inotify is exhausted). The receiver compares contents.
class EnvWatch : public QObject
{
    Q_OBJECT
public:
    explicit EnvWatch(EnvWatching watching, QObject *parent = nullptr);

    /// Call again after every look at the file: a replaced file drops out of the kernel's watch.
    void setFile(const QString &path);

Q_SIGNALS:
    void maybeChanged();

private:
    std::unique_ptr<QFileSystemWatcher> m_watcher; ///< none when only polling
    QTimer m_settle; ///< several events of one save become one look
    QTimer m_poll;
};

} // namespace pilothouse
