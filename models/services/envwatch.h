// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace pilothouse {

/// Says when a file may have changed: by the kernel's events on the file and its folder, and every two seconds anyway
/// (events get lost on network file systems and when inotify is exhausted). The receiver compares contents.
class EnvWatch : public QObject
{
    Q_OBJECT
public:
    explicit EnvWatch(QObject *parent = nullptr);

    /// path may be a link; both it and resolvedPath are watched. Call again after every look at the file: a replaced file
    /// drops out of the kernel's watch.
    void setFile(const QString &path, const QString &resolvedPath);

Q_SIGNALS:
    void maybeChanged();

private:
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< several events of one save become one look
    QTimer m_poll;
};

} // namespace pilothouse
