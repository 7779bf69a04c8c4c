// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/result/result.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace pilothouse {

/// How the start of a log is taken away under its writer.
enum class LogCut {
    Collapse, ///< in one step by the file system (ext4, xfs), nothing is lost; Truncate where that is not possible
    Truncate, ///< what is written in the microseconds between the last copy and the cut is lost
};

inline constexpr qint64 usualLogLimit = 32 << 20; ///< bytes

/// A log longer than `limit` bytes becomes "<path>.1" (0600, replaces an older one) and starts anew, while its writer, who
/// holds it open with O_APPEND, goes on. At most the last 2 × limit bytes are kept. True when it was rotated, false when it
/// is short, missing, or another program is at it. "log.rotate". Blocks while it copies; any thread.
Result<bool> capLog(const QString &path, qint64 limit = usualLogLimit, LogCut cut = LogCut::Collapse);

/// Looks once a second, and when watching begins, whether a log is too long. The copying runs on a thread of its own.
/// So the log takes at most 3 × limit on the disk, plus what its writer writes in a second and while 32 MiB are copied.
class LogCap : public QObject
{
    Q_OBJECT
public:
    explicit LogCap(qint64 limit = usualLogLimit, QObject *parent = nullptr);
    ~LogCap() override; ///< waits for a copy that runs

    void watch(const QString &path); ///< empty: nothing

Q_SIGNALS:
    void rotated();
    void failed(const Error &error); ///< once, until it works again

private:
    void look();
    void take(const Result<bool> &result);

    QThreadPool m_pool;
    QString m_path;
    qint64 m_limit;
    QTimer m_timer;
    bool m_running = false;
    bool m_failing = false;
};

} // namespace pilothouse
