// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/logindex.h"
#include "models/process/loglineparser.h"
#include "models/process/logrows.h"
#include "models/process/logstream.h"
#include "models/process/logwalk.h"
#include "models/result/result.h"

#include <atomic>

namespace pilothouse {

/// A log file as rows: what is in it, which lines pass the query, where the text is found. The file stays the truth: kept in
/// memory are an index of about a byte a line and the numbers of matching lines. Does I/O in steps; everything on one thread
/// (LogReader's). Lines come out folded, plain, redacted and cut.
class LogBook
{
public:
    void follow(const QString &path);
    void setRedactor(const LogRedactor &redact);
    void setQuery(const LogQuery &query);

    /// Reads on by a few MiB; true when there is more to do at once. revision() tells whether anything changed.
    bool advance();
    quint64 revision() const { return m_revision; }
    void hold(bool hold) const { m_stream.hold(hold); } ///< no rotation while a copy is written
    bool isComplete() const; ///< everything that is in the file now has been looked through

    LogState state() const;
    LogSlice slice(qint64 firstRow, int count) const; ///< the rows of these that exist

    std::optional<qint64> hitAfter(qint64 row) const; ///< the next row that holds the query's text
    std::optional<qint64> hitBefore(qint64 row) const;
    std::optional<qint64> firstError() const; ///< row of the first error
    qint64 rowOfLine(qint64 number) const; ///< the row that shows the line, or the next one

    /// Text of the rows between two places, as shown; `maxLogCopy` characters at most, then a last line says so.
    QString text(const LogPosition &from, const LogPosition &to) const;
    /// Writes all kept lines, redacted and not cut below 8 MiB, to a new 0600 file that replaces what is there. "log.save".
    Result<void> save(const QString &path, const std::atomic_bool &stop) const;

    static constexpr qsizetype maxLogCopy = 8 << 20;

private:
    bool isFiltered() const { return m_query.level || (m_query.onlyMatches && !m_query.text.isEmpty()); }
    void startAnew();
    void dropOlder();
    void restartScan();
    void scan();
    void scanText(qint64 end);
    bool holdsText(const RawLogLine &raw) const;
    QString plainText(const RawLogLine &raw) const;
    LogLine lineOf(const RawLogLine &raw) const;
    LogLine openLine() const;
    const LogRows &hits() const { return m_query.onlyMatches ? m_rows : m_hits; }
    std::optional<qint64> rowOfHit(std::optional<qint64> number) const;

    LogStream m_stream;
    LogIndex m_index;
    LogWalk m_scan{ m_stream, m_index, LogLineParser::maxLineBytes };
    LogRedactor m_redact;
    LogQuery m_query;
    QByteArray m_needle; ///< the query's text in lower case when it is plain ASCII
    LogRows m_rows; ///< lines that are rows, when not all are
    LogRows m_hits; ///< lines that hold the text, when not only they are rows
    qint64 m_scanned = 0; ///< lines before this one have been compared with the query
    quint64 m_generation = 1;
    quint64 m_revision = 0;
    bool m_skipping = false; ///< the stream begins inside a line
    bool m_dropped = false;
};

} // namespace pilothouse
