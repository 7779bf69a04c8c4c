// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logbook.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace pilothouse {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LogBook)
};

constexpr int rowsAtOnce = 256;
constexpr qsizetype wholeLineBytes = 8 << 20;
constexpr qsizetype writeBytes = 1 << 20;

Error saveError(const QString &path, int number)
{
    return Error{ QStringLiteral("log.save"), Text::tr("The log could not be saved as %1.").arg(path),
        QString::fromLocal8Bit(std::strerror(number)), Text::tr("Choose a folder that you can write to and that has space."),
        {} };
}

bool writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(fd, bytes.data(), size_t(bytes.size()));
        if (count < 0 && errno != EINTR)
            return false;
        bytes = bytes.sliced(qMax<ssize_t>(0, count));
    }
    return true;
}

} // namespace

std::optional<qint64> LogBook::rowOfHit(std::optional<qint64> number) const
{
    if (!number)
        return std::nullopt;
    return isFiltered() ? m_rows.rowOf(*number) : *number;
}

std::optional<qint64> LogBook::hitAfter(qint64 row) const
{
    if (!isFiltered())
        return hits().after(row);
    return rowOfHit(hits().after(row < m_rows.first() ? -1 : row >= m_rows.end() ? m_index.endLine() : m_rows.line(row)));
}

std::optional<qint64> LogBook::hitBefore(qint64 row) const
{
    if (!isFiltered())
        return hits().before(row);
    return rowOfHit(hits().before(row < m_rows.first() ? 0 : row >= m_rows.end() ? m_index.endLine() : m_rows.line(row)));
}

std::optional<qint64> LogBook::firstError() const
{
    const LogState now = state();
    for (qint64 row = now.firstRow; row < now.endRow; ++row) {
        if (m_index.level(isFiltered() ? m_rows.line(row) : row) == LogLevel::Error)
            return row;
    }
    return std::nullopt;
}

qint64 LogBook::rowOfLine(qint64 number) const
{
    return isFiltered() ? m_rows.rowOf(number) : qBound(m_index.firstLine(), number, m_index.endLine());
}

QString LogBook::text(const LogPosition &from, const LogPosition &to) const
{
    QStringList lines;
    qsizetype size = 0;
    for (qint64 row = from.row; row <= to.row;) {
        const LogSlice part = slice(row, int(qMin<qint64>(rowsAtOnce, to.row + 1 - row)));
        if (part.lines.isEmpty() || part.firstRow > to.row) // dropped meanwhile
            break;
        row = part.firstRow;
        for (const LogLine &line : part.lines) {
            const qsizetype start = row == from.row ? qMin(from.column, line.text.size()) : 0;
            const qsizetype end = row == to.row ? qBound(start, to.column, line.text.size()) : line.text.size();
            lines << line.text.mid(start, end - start);
            size += end - start + 1;
            ++row;
            if (size > maxLogCopy) {
                lines << Text::tr("… The rest was left out: it is too much for the clipboard. Save a copy instead.");
                return lines.join(u'\n');
            }
        }
    }
    return lines.join(u'\n');
}

Result<void> LogBook::save(const QString &path, const std::atomic_bool &stop) const
{
    if (!m_stream.isOpen())
        return saveError(path, ENOENT);
    const QByteArray target = QFile::encodeName(path);
    const QByteArray draft = target + ".part";
    const int fd = ::open(draft.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return saveError(path, errno);
    QByteArray pending;
    int number = 0;
    const auto write = [&](const QString &text) {
        pending += text.toUtf8();
        pending += '\n';
        if (pending.size() < writeBytes)
            return true;
        const bool written = writeAll(fd, pending);
        number = written ? 0 : errno;
        pending.clear();
        return written && !stop;
    };
    LogWalk walk(m_stream, m_index, wholeLineBytes);
    walk.seek(m_index.firstLine());
    walk.run(m_index.closedLines(), std::numeric_limits<qint64>::max(), [&](const RawLogLine &raw) {
        const QString text = plainLogText(raw.bytes);
        return write((m_redact ? m_redact(text) : text) + (raw.cut ? QStringLiteral("…") : QString()));
    });
    if (number == 0 && walk.line() < m_index.closedLines())
        number = EIO; // the file was cut meanwhile: half a copy is no copy
    if (number == 0 && m_index.hasOpenLine())
        write(openLine().text);
    if (number == 0 && (!writeAll(fd, pending) || ::fsync(fd) != 0))
        number = errno;
    ::close(fd);
    if (number == 0 && !stop && ::rename(draft.constData(), target.constData()) != 0)
        number = errno;
    if (number == 0 && !stop)
        return {};
    ::unlink(draft.constData());
    return saveError(path, number == 0 ? ECANCELED : number);
}

} // namespace pilothouse
