// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logbook.h"

#include "models/process/loglevel.h"

namespace pilothouse {

namespace {

constexpr qint64 stepBytes = 2 << 20;
constexpr qint64 stepLines = 200'000;

bool isPlainAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte >= 0x20 && byte < 0x7F; });
}

bool containsLower(QByteArrayView text, QByteArrayView lowerNeedle)
{
    const auto lower = [](char byte) { return byte >= 'A' && byte <= 'Z' ? char(byte + 32) : byte; };
    return std::search(text.begin(), text.end(), lowerNeedle.begin(), lowerNeedle.end(), [lower](char a, char b) {
        return lower(a) == b;
    }) != text.end();
}

} // namespace

void LogBook::follow(const QString &path)
{
    m_stream.setPath(path);
    startAnew();
}

void LogBook::startAnew()
{
    m_index.clear(m_stream.begin());
    m_skipping = m_stream.isOpen() && !m_stream.isWhole();
    m_dropped = m_skipping;
    restartScan();
    ++m_generation;
}

void LogBook::restartScan()
{
    m_rows.clear();
    m_hits.clear();
    m_scanned = m_index.firstLine();
    m_scan = LogWalk(m_stream, m_index, LogLineParser::maxLineBytes);
    ++m_revision;
}

void LogBook::setRedactor(const LogRedactor &redact)
{
    m_redact = redact;
    restartScan();
    ++m_generation;
}

void LogBook::setQuery(const LogQuery &query)
{
    if (query == m_query)
        return;
    const bool sameRows = query.level == m_query.level && !query.onlyMatches && !m_query.onlyMatches;
    m_query = query;
    const QByteArray utf8 = query.text.toUtf8();
    m_needle = isPlainAscii(utf8) ? utf8.toLower() : QByteArray();
    restartScan();
    if (!sameRows || isFiltered())
        ++m_generation;
}

bool LogBook::advance()
{
    switch (m_stream.refresh()) {
    case LogStream::Change::None:
        break;
    case LogStream::Change::Rotated:
        dropOlder();
        break;
    case LogStream::Change::Restarted:
        startAnew();
        break;
    }
    const QByteArray bytes = m_stream.read(m_index.position(), stepBytes);
    if (!bytes.isEmpty()) {
        QByteArrayView rest(bytes);
        if (m_skipping) { // up to the first whole line
            const qsizetype end = rest.indexOf('\n');
            m_skipping = end < 0;
            const qsizetype skipped = end < 0 ? rest.size() : end + 1;
            m_index.clear(m_index.position() + skipped);
            rest = rest.sliced(skipped);
        }
        m_index.add(rest);
        ++m_revision;
    }
    scan();
    return !isComplete();
}

bool LogBook::isComplete() const
{
    const bool looking = isFiltered() || !m_query.text.isEmpty();
    return m_index.position() >= m_stream.end() && (!looking || m_scanned >= m_index.closedLines());
}

void LogBook::dropOlder()
{
    m_index.dropBefore(m_stream.begin());
    const qint64 first = m_index.firstLine();
    m_rows.dropBefore(first);
    m_hits.dropBefore(first);
    m_scanned = qMax(m_scanned, first);
    m_dropped = m_dropped || first > 0;
    ++m_revision;
}

void LogBook::scan()
{
    const qint64 end = m_index.closedLines();
    if (m_scanned >= end)
        return;
    if (!m_query.text.isEmpty()) {
        scanText(end);
        return;
    }
    if (!m_query.level) {
        m_scanned = end;
        return;
    }
    const qint64 stop = qMin(end, m_scanned + stepLines);
    for (; m_scanned < stop; ++m_scanned) {
        if (m_index.level(m_scanned) == *m_query.level)
            m_rows.add(m_scanned);
    }
    ++m_revision;
}

void LogBook::scanText(qint64 end)
{
    m_scan.seek(m_scanned);
    m_scan.run(end, stepBytes, [this](const RawLogLine &raw) {
        m_scanned = raw.number + 1;
        if (m_query.level && m_index.level(raw.number) != *m_query.level)
            return true;
        const bool hit = holdsText(raw);
        if (hit && !m_query.onlyMatches)
            m_hits.add(raw.number);
        if (isFiltered() && (hit || !m_query.onlyMatches))
            m_rows.add(raw.number);
        return true;
    });
    ++m_revision;
}

bool LogBook::holdsText(const RawLogLine &raw) const
{
    // What is plain already is changed by redaction only, and that never makes a text appear that was not there.
    if (!m_needle.isEmpty() && isPlainAscii(raw.bytes) && !containsLower(raw.bytes, m_needle))
        return false;
    return plainText(raw).contains(m_query.text, Qt::CaseInsensitive);
}

QString LogBook::plainText(const RawLogLine &raw) const
{
    return shownLogText(plainLogText(raw.bytes), raw.cut, m_redact);
}

LogLine LogBook::lineOf(const RawLogLine &raw) const
{
    LogLine line;
    line.number = raw.number;
    line.level = m_index.level(raw.number);
    line.text = plainText(raw);
    readLogHead(line);
    return line;
}

LogLine LogBook::openLine() const
{
    return lineOf({ m_index.closedLines(), m_index.openLine().bytes(), m_index.openLine().isCut() });
}

LogState LogBook::state() const
{
    LogState state;
    state.generation = m_generation;
    state.firstRow = isFiltered() ? m_rows.first() : m_index.firstLine();
    state.endRow = isFiltered() ? m_rows.end() : m_index.endLine();
    state.lines = m_index.endLine() - m_index.firstLine();
    state.levels = m_index.counts();
    if (m_index.hasOpenLine())
        ++state.levels[size_t(m_index.level(m_index.closedLines()))];
    state.hits = m_query.text.isEmpty() ? 0 : hits().count();
    state.dropped = m_dropped;
    const qint64 bytes = m_stream.end() - m_stream.begin();
    double share = bytes > 0 ? double(m_index.position() - m_stream.begin()) / double(bytes) : 1;
    const qint64 lines = m_index.closedLines() - m_index.firstLine();
    if ((isFiltered() || !m_query.text.isEmpty()) && lines > 0)
        share = std::min(share, double(m_scanned - m_index.firstLine()) / double(lines));
    state.percent = int(share * 100);
    return state;
}

LogSlice LogBook::slice(qint64 firstRow, int count) const
{
    const LogState now = state();
    LogSlice slice;
    slice.generation = m_generation;
    slice.firstRow = qBound(now.firstRow, firstRow, now.endRow);
    const qint64 end = qMin(slice.firstRow + count, now.endRow);
    LogWalk walk(m_stream, m_index, LogLineParser::maxLineBytes);
    const auto take = [&slice, this](const RawLogLine &raw) {
        slice.lines.append(lineOf(raw));
        return true;
    };
    if (!isFiltered()) {
        const qint64 closed = qMin(end, m_index.closedLines());
        if (slice.firstRow < closed) {
            walk.seek(slice.firstRow);
            walk.run(closed, std::numeric_limits<qint64>::max(), take);
        }
        if (closed < end)
            slice.lines.append(openLine());
        return slice;
    }
    for (qint64 row = slice.firstRow; row < end; ++row) {
        const qint64 line = m_rows.line(row);
        walk.seek(line);
        walk.run(line + 1, std::numeric_limits<qint64>::max(), take);
    }
    return slice;
}

} // namespace pilothouse
