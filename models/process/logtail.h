// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/loglineparser.h"

#include <QObject>
#include <QTimer>

namespace pilothouse {

/// Follows a growing log file by polling every 150 ms while it is followed; survives truncation and replacement.
/// UI thread; reads at most 1 MiB a poll, and skips ahead (with a line that says so) when it is more than 8 MiB behind.
/// The view keeps the last lines; this object keeps only the open line.
class LogTail : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxBacklogLines = 5'000;

    explicit LogTail(QObject *parent = nullptr);
    ~LogTail() override;

    void follow(const QString &path); ///< the last 5,000 lines at most come first; the file may appear later
    void stop(); ///< no more signals; follow() starts anew
    const QString &path() const { return m_path; }

Q_SIGNALS:
    void linesArrived(const QStringList &lines); ///< plain, safe text without line ends; may hold secrets: redact to show
    void restarted(); ///< another file stands at the path, or it was cut: earlier lines are of the past

private:
    void poll();
    bool reopenWhenReplaced();
    void open(bool withBacklog);
    void close();
    void readMore();

    QString m_path;
    int m_fd = -1;
    qint64 m_position = 0;
    quint64 m_inode = 0;
    quint64 m_device = 0;
    LogLineParser m_parser;
    QTimer m_timer;
};

/// The last `count` lines of a log (from its last 256 KiB), the open one included. Empty when unreadable. Blocks shortly.
QStringList lastLogLines(const QString &path, int count);

} // namespace pilothouse
