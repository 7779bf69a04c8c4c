// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

namespace pilothouse {

/// Mode bit of a file ".1" whose bytes still stand in the log as well, because the log is not cut yet (the sticky bit, which
/// means nothing on files). It stays when the copying program dies in between.
inline constexpr unsigned logUncutMark = 01000;

/// A log file and its older part "<path>.1" as one stream of bytes. Positions are of the stream and stay what they are when
/// the log is rotated (capLog): bytes that were read before need not be read again, and none is read twice or missed.
/// ".1" belongs to the stream only when the file does not begin with the first line of a run. Only regular files are read.
/// Does I/O; not for several threads at once.
class LogStream
{
public:
    enum class Change {
        None, ///< at most more bytes
        Rotated, ///< begin() moved: what was the older part is gone
        Restarted, ///< another log: nothing of before counts
    };

    explicit LogStream(const QString &path = {});
    ~LogStream();
    LogStream(const LogStream &) = delete;
    LogStream &operator=(const LogStream &) = delete;

    void setPath(const QString &path); ///< opened by the next refresh()
    const QString &path() const { return m_path; }
    bool isOpen() const { return m_fd >= 0; }

    bool isReplaced() const; ///< another file stands at the path now
    void grow(); ///< end() of a file that was renamed away, before refresh() leaves it
    Change refresh(); ///< looks whether the file grew, was rotated, cut, or replaced; opens it when it appears
    qint64 begin() const { return m_base - m_olderSize; }
    qint64 fileBegin() const { return m_base; } ///< where the file itself begins, without its older part
    qint64 end() const { return m_base + m_size; }
    bool isWhole() const { return m_whole; } ///< begin() is the beginning of a log, as far as one can tell
    void hold(bool hold) const; ///< while held, capLog() does not cut the file; waits for one that is at it
    QByteArray read(qint64 position, qint64 limit) const; ///< shorter at the end or when the file was cut

private:
    bool open();
    void close();
    void openOlder();
    bool takeRotation();

    QString m_path;
    int m_fd = -1;
    int m_olderFd = -1;
    quint64 m_inode = 0;
    quint64 m_device = 0;
    quint64 m_olderInode = 0; ///< of the file at ".1", whether it belongs to the stream or not
    qint64 m_base = 0;
    qint64 m_size = 0;
    qint64 m_olderSize = 0;
    QByteArray m_head; ///< how the file begins, as far as it was there at the last look
    bool m_whole = true;
};

} // namespace pilothouse
