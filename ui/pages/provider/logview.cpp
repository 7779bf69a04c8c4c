// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/logview.h"

#include "ui/pages/provider/logcells.h"
#include "ui/pages/provider/logviewaccess.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QScrollBar>

#include <climits>

namespace pilothouse {

LogView::LogView(QWidget *parent) : QAbstractScrollArea(parent)
{
    LogViewAccess::install();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setFont(typeFont(TypeRole::Mono));
    setAccessibleName(tr("Provider log"));
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &LogView::userScrolled);
    measure();
}

void LogView::measure()
{
    const QFontMetrics metrics(font());
    m_cell = qMax(1, metrics.horizontalAdvance(QLatin1Char('0')));
    m_rowHeight = qMax(metrics.height() + 4, qRound(1.65 * metrics.ascent()));
    layOut();
}

void LogView::setNews(const LogState &state, const LogSlice &slice)
{
    const bool anew = state.generation != m_state.generation;
    m_state = state;
    m_slice = slice;
    if (anew) {
        m_current = -1;
        m_widest = 0;
        m_anchor = m_head = {};
        m_wanted = { -1, 0 };
        Q_EMIT selectionChanged();
    }
    for (const LogLine &line : slice.lines) {
        if (2 * line.text.size() > m_widest) // a shorter one cannot be wider
            m_widest = qMax(m_widest, logcells::count(QStringView(line.text).sliced(qMin(line.head, line.text.size()))));
    }
    layOut();
    viewport()->update();
}

void LogView::clear()
{
    setNews({ m_state.generation + 1 }, {});
}

void LogView::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    layOut();
    m_wanted = { -1, 0 };
    wantWindow();
    Q_EMIT followingChanged(following);
}

void LogView::setHighlight(const QString &text)
{
    m_highlight = text;
    viewport()->update();
}

void LogView::setEmptyText(const QString &text)
{
    if (m_empty == text)
        return;
    m_empty = text;
    viewport()->update();
}

int LogView::visibleRows() const
{
    return qMax(1, viewport()->height() / m_rowHeight);
}

qint64 LogView::topRow() const
{
    return verticalScrollBar()->value();
}

void LogView::layOut()
{
    const auto bounded = [](qint64 row) { return int(qBound(qint64(0), row, qint64(INT_MAX))); };
    QScrollBar *rows = verticalScrollBar();
    const int last = bounded(qMax(m_state.firstRow, m_state.endRow - visibleRows()));
    rows->setPageStep(visibleRows());
    rows->setSingleStep(1);
    rows->setRange(bounded(m_state.firstRow), last);
    if (m_following)
        rows->setValue(last);
    const int width = headWidth() + (m_widest + 2) * m_cell;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(4 * m_cell);
    horizontalScrollBar()->setRange(0, qMax(0, width - viewport()->width()));
    wantWindow();
}

void LogView::wantWindow()
{
    // Following takes the last rows with every news; reading gets two pages before and behind what is visible.
    const int page = visibleRows() + 1;
    const int count = m_following ? 2 * page : 5 * page;
    const qint64 first = m_following ? 0 : qMax<qint64>(0, topRow() - 2 * page);
    const qint64 top = topRow();
    const qint64 end = qMin(top + page, m_state.endRow);
    const bool atHand = m_slice.firstRow <= top && end <= m_slice.firstRow + m_slice.lines.size();
    const bool asked
        = m_wanted.second == count && (m_following || (m_wanted.first <= top && (top + page <= m_wanted.first + count)));
    if (asked && (m_following || atHand || m_wanted.first == first))
        return;
    m_wanted = { first, count };
    Q_EMIT windowWanted(first, count, m_following);
}

const LogLine *LogView::lineAt(qint64 row) const
{
    const qint64 at = row - m_slice.firstRow;
    return m_slice.generation == m_state.generation && at >= 0 && at < m_slice.lines.size() ? &m_slice.lines[at] : nullptr;
}

void LogView::showRow(qint64 row)
{
    setFollowing(false);
    m_anchor = m_head = { row, 0 };
    m_current = row;
    if (row < topRow() || row >= topRow() + visibleRows())
        verticalScrollBar()->setValue(int(row - visibleRows() / 3));
    viewport()->update();
    Q_EMIT currentChanged();
}

std::optional<LogView::Selection> LogView::selection() const
{
    if (m_anchor == m_head)
        return std::nullopt;
    return m_anchor < m_head ? Selection(m_anchor, m_head) : Selection(m_head, m_anchor);
}

void LogView::selectAll()
{
    m_anchor = { m_state.firstRow, 0 };
    m_head = { m_state.endRow - 1, INT_MAX };
    viewport()->update();
    Q_EMIT selectionChanged();
}

void LogView::copy()
{
    if (const auto chosen = selection())
        Q_EMIT copyWanted(chosen->first, chosen->second);
    else if (m_current >= 0)
        Q_EMIT copyWanted({ m_current, 0 }, { m_current, INT_MAX });
}

QString LogView::loadedText() const
{
    QStringList lines;
    for (const LogLine &line : m_slice.lines)
        lines << line.text;
    return lines.join(QLatin1Char('\n'));
}

QString LogView::spokenLine() const
{
    const LogLine *line = m_current >= 0 ? lineAt(m_current) : nullptr;
    if (!line)
        return {};
    return QStringList{ line->word, line->text.mid(line->head) }.join(QLatin1Char(' ')).trimmed();
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

void LogView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx);
    if (dy != 0)
        wantWindow();
    viewport()->update();
}

} // namespace pilothouse
