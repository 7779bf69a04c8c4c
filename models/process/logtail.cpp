// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logtail.h"

namespace pilothouse {

namespace {

constexpr qint64 readLimit = 1 << 20;
constexpr qint64 backlogBytes = 2 << 20;
constexpr qint64 lagLimit = 8 << 20;

// Reading that starts inside a file starts inside a line: that part is dropped.
QByteArray fromNextLine(const QByteArray &bytes)
{
    return bytes.mid(bytes.indexOf('\n') + 1);
}

QStringList lastOf(const QStringList &lines, qsizetype count)
{
    return lines.mid(qMax<qsizetype>(0, lines.size() - count));
}

} // namespace

LogTail::LogTail(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(150);
    connect(&m_timer, &QTimer::timeout, this, &LogTail::poll);
}

void LogTail::follow(const QString &path)
{
    stop();
    m_stream.setPath(path);
    m_stream.refresh();
    readBacklog();
    m_timer.start();
}

void LogTail::stop()
{
    m_timer.stop();
    m_stream.setPath({});
    m_parser.takeRest();
}

void LogTail::readBacklog()
{
    const qint64 start = qMax(m_stream.begin(), m_stream.end() - backlogBytes);
    const QByteArray bytes = m_stream.read(start, backlogBytes);
    m_position = start + bytes.size();
    const QStringList lines = m_parser.feed(start > m_stream.begin() || !m_stream.isWhole() ? fromNextLine(bytes) : bytes);
    if (!lines.isEmpty())
        Q_EMIT linesArrived(lastOf(lines, maxBacklogLines));
}

void LogTail::poll()
{
    const bool wasOpen = m_stream.isOpen();
    if (m_stream.isReplaced()) { // the rest of the file that was renamed away still counts
        m_stream.grow();
        readMore();
    }
    if (m_stream.refresh() == LogStream::Change::Restarted) {
        m_parser.takeRest();
        if (!wasOpen) {
            readBacklog();
            return;
        }
        m_position = m_stream.fileBegin();
        Q_EMIT restarted();
    }
    readMore();
}

void LogTail::readMore()
{
    m_position = qMax(m_position, m_stream.begin());
    const qint64 behind = m_stream.end() - m_position;
    if (behind <= 0)
        return;
    QStringList lines;
    QByteArray bytes;
    if (behind > lagLimit) {
        const qint64 target = m_stream.end() - readLimit;
        lines << tr("… %n bytes of the log were skipped …", nullptr, int(qMin<qint64>(target - m_position, INT_MAX)));
        m_parser.takeRest();
        bytes = m_stream.read(target, readLimit);
        m_position = target + bytes.size();
        bytes = fromNextLine(bytes);
    } else {
        bytes = m_stream.read(m_position, readLimit);
        m_position += bytes.size();
    }
    lines += m_parser.feed(bytes);
    if (!lines.isEmpty())
        Q_EMIT linesArrived(lines);
}

QStringList lastLogLines(const QString &path, int count, const LogRedactor &redact)
{
    constexpr qint64 limit = 256 << 10;
    LogStream stream(path);
    stream.refresh();
    const qint64 start = qMax(stream.begin(), stream.end() - limit);
    const QByteArray bytes = stream.read(start, limit);
    LogLineParser parser;
    parser.setRedactor(redact);
    QStringList lines = parser.feed(start > stream.begin() || !stream.isWhole() ? fromNextLine(bytes) : bytes);
    if (const QString rest = parser.takeRest(); !rest.isEmpty())
        lines << rest;
    return lastOf(lines, count);
}

} // namespace pilothouse
