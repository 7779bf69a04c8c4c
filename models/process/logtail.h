// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/loglineparser.h"
#include "models/process/logstream.h"

#include <QObject>
#include <QTimer>

namespace pilothouse {

/// Follows a growing log file by polling every 150 ms while it is followed, over rotation; survives truncation and
/// replacement. Reads at most 1 MiB a poll on the calling thread, and skips ahead (with a line that says so) when it is more
/// than 8 MiB behind. Keeps only the open line.
class LogTail : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxBacklogLines = 5'000;

    explicit LogTail(QObject *parent = nullptr);

    void setRedactor(const LogRedactor &redact) { m_parser.setRedactor(redact); }
    void follow(const QString &path); ///< the last 5,000 lines at most come first; the file may appear later
    void stop(); ///< no more signals; follow() starts anew

Q_SIGNALS:
    void linesArrived(const QStringList &lines); ///< plain, safe text without line ends
    void restarted(); ///< another file stands at the path, or it was cut: earlier lines are of the past

private:
    void poll();
    void readBacklog();
    void readMore();

    LogStream m_stream;
    qint64 m_position = 0;
    LogLineParser m_parser;
    QTimer m_timer;
};

/// The last `count` lines of a log (from its last 256 KiB), the open one included. Empty when unreadable. Blocks shortly.
QStringList lastLogLines(const QString &path, int count, const LogRedactor &redact = {});

} // namespace pilothouse
