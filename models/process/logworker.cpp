// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logworker.h"

namespace pilothouse {

namespace {

constexpr int idleMs = 50;
constexpr int newsMs = 33;

} // namespace

LogWorker::LogWorker(const std::atomic_bool &stop) : m_stop(stop), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LogWorker::look);
}

void LogWorker::follow(const QString &path, int job)
{
    m_job = job;
    m_following = true;
    m_book.follow(path);
    m_wish.reset();
    look();
}

void LogWorker::stop()
{
    m_timer.stop();
    m_following = false;
    m_book.follow({});
    m_wish.reset();
}

void LogWorker::setRedactor(const LogRedactor &redact)
{
    m_book.setRedactor(redact);
    look();
}

void LogWorker::setQuery(const LogQuery &query)
{
    m_book.setQuery(query);
    m_wish.reset();
    look();
}

void LogWorker::setWindow(const LogWindow &window)
{
    m_window = window;
    tell();
}

void LogWorker::look()
{
    if (m_stop || !m_following)
        return;
    const bool more = m_book.advance();
    if (m_wish && answer(*m_wish))
        m_wish.reset();
    tellIfNew();
    m_timer.start(more ? 0 : idleMs);
}

void LogWorker::tellIfNew()
{
    const bool early = !m_book.isComplete() && m_sinceNews.isValid() && m_sinceNews.elapsed() < newsMs;
    if (m_book.revision() != m_told && !m_underWay && !early)
        tell();
}

void LogWorker::tell()
{
    m_told = m_book.revision();
    m_underWay = true;
    m_sinceNews.start();
    const LogState state = m_book.state();
    const qint64 first = m_window.last ? state.endRow - m_window.count : m_window.first;
    Q_EMIT changed(m_job, state, m_book.slice(qMax(first, state.firstRow), m_window.count));
}

void LogWorker::newsTaken()
{
    m_underWay = false;
    tellIfNew();
}

void LogWorker::seek(LogReader::Seek what, qint64 from)
{
    m_wish.reset();
    if (const Wish wish{ what, from }; !answer(wish))
        m_wish = wish;
}

bool LogWorker::answer(const Wish &wish)
{
    const LogState state = m_book.state();
    std::optional<qint64> row;
    switch (wish.what) {
    case LogReader::Seek::NextHit:
        row = m_book.hitAfter(wish.from);
        if (!row && m_book.isComplete())
            row = m_book.hitAfter(state.firstRow - 1);
        break;
    case LogReader::Seek::PreviousHit:
        row = m_book.isComplete() ? m_book.hitBefore(wish.from) : std::nullopt;
        if (!row && m_book.isComplete())
            row = m_book.hitBefore(state.endRow);
        break;
    case LogReader::Seek::FirstError:
        row = m_book.firstError();
        break;
    case LogReader::Seek::Line:
        row = m_book.rowOfLine(wish.from);
        if (*row >= state.endRow)
            row.reset();
        break;
    }
    if (!row && !m_book.isComplete())
        return false;
    Q_EMIT found(state.generation, row);
    return true;
}

void LogWorker::fetchText(const LogPosition &from, const LogPosition &to)
{
    Q_EMIT textFetched(m_book.text(from, to));
}

void LogWorker::save(const QString &path)
{
    m_book.hold(true);
    for (int step = 0; step < 1000 && !m_stop && m_book.advance(); ++step) { } // all that is there now, after a rotation too
    const Result<void> result = m_book.save(path, m_stop);
    m_book.hold(false);
    Q_EMIT saved(path, result);
}

} // namespace pilothouse
