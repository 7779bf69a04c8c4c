// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/logcells.h"
#include "ui/pages/provider/logview.h"
#include "ui/pages/provider/logviewaccess.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimerEvent>

#include <climits>

namespace pilothouse {

namespace {

constexpr int dragScrollMs = 50;

bool isWordPart(QChar character)
{
    return character.isLetterOrNumber() || character == QLatin1Char('_') || character == QLatin1Char('-')
        || character == QLatin1Char('.');
}

} // namespace

/// The user moved the view: away from the end ends following, reaching the end goes on with it.
void LogView::userScrolled()
{
    const QScrollBar *rows = verticalScrollBar();
    setFollowing(rows->sliderPosition() >= rows->maximum());
}

void LogView::ensureVisible(qint64 row)
{
    QScrollBar *rows = verticalScrollBar();
    if (row < topRow())
        rows->setValue(int(row));
    else if (row >= topRow() + visibleRows())
        rows->setValue(int(row - visibleRows() + 1));
}

void LogView::moveCurrent(qint64 wanted, bool select)
{
    if (m_state.rows() == 0)
        return;
    const qint64 row = qBound(m_state.firstRow, wanted, m_state.endRow - 1);
    const qint64 from = m_current < 0 ? row : m_current;
    if (select) {
        if (!selection())
            m_anchor = { from, row < from ? qsizetype(INT_MAX) : 0 };
        // Whole rows, whichever way: the row where it began stays inside.
        m_anchor.column = row < m_anchor.row ? qsizetype(INT_MAX) : 0;
        m_head = { row, row < m_anchor.row ? 0 : qsizetype(INT_MAX) };
    } else {
        m_anchor = m_head = { row, 0 };
    }
    m_current = row;
    setFollowing(false);
    ensureVisible(row);
    viewport()->update();
    Q_EMIT selectionChanged();
    Q_EMIT currentChanged();
    LogViewAccess::tellCurrent(this);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    const bool select = event->modifiers() & Qt::ShiftModifier;
    const qint64 from = m_current >= m_state.firstRow ? m_current : qMin(topRow() + visibleRows(), m_state.endRow) - 1;
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else {
        switch (event->key()) {
        case Qt::Key_Up:
            moveCurrent(m_current < 0 ? from : from - 1, select);
            break;
        case Qt::Key_Down:
            moveCurrent(m_current < 0 ? from : from + 1, select);
            break;
        case Qt::Key_PageUp:
            moveCurrent(from - visibleRows() + 1, select);
            break;
        case Qt::Key_PageDown:
            moveCurrent(from + visibleRows() - 1, select);
            break;
        case Qt::Key_Home:
            moveCurrent(m_state.firstRow, select);
            break;
        case Qt::Key_End:
            moveCurrent(m_state.endRow - 1, select);
            if (!select)
                setFollowing(true);
            break;
        case Qt::Key_Left:
            horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
            break;
        case Qt::Key_Right:
            horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
            break;
        case Qt::Key_Escape:
            if (!selection()) {
                event->ignore();
                return;
            }
            m_anchor = m_head;
            viewport()->update();
            Q_EMIT selectionChanged();
            break;
        default:
            event->ignore();
            return;
        }
    }
    event->accept();
}

LogPosition LogView::positionAt(const QPoint &point) const
{
    const qint64 row = qBound(m_state.firstRow, topRow() + (point.y() < 0 ? -1 : point.y() / m_rowHeight), m_state.endRow - 1);
    const LogLine *line = lineAt(row);
    const int x = point.x() + horizontalScrollBar()->value() - headWidth();
    if (!line || x < -m_cell / 2)
        return { row, 0 };
    const qsizetype head = qMin(line->head, line->text.size());
    return { row, head + logcells::columnAt(QStringView(line->text).sliced(head), (x + m_cell / 2) / m_cell) };
}

void LogView::extendTo(const LogPosition &place)
{
    m_head = place;
    m_current = place.row;
    if (m_anchor != m_head)
        setFollowing(false);
    viewport()->update();
    Q_EMIT selectionChanged();
    Q_EMIT currentChanged();
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_state.rows() == 0)
        return;
    const LogPosition place = positionAt(event->pos());
    m_selecting = true;
    if (!(event->modifiers() & Qt::ShiftModifier))
        m_anchor = place;
    extendTo(place);
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_selecting || m_state.rows() == 0)
        return;
    extendTo(positionAt(event->pos()));
    if (viewport()->rect().contains(event->pos()))
        m_dragTimer.stop();
    else if (!m_dragTimer.isActive())
        m_dragTimer.start(dragScrollMs, this);
}

void LogView::mouseReleaseEvent(QMouseEvent *)
{
    m_selecting = false;
    m_dragTimer.stop();
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const LogPosition place = positionAt(event->pos());
    const LogLine *line = m_state.rows() > 0 ? lineAt(place.row) : nullptr;
    if (!line || event->button() != Qt::LeftButton)
        return;
    qsizetype from = qMin(place.column, line->text.size());
    qsizetype to = from;
    while (from > line->head && isWordPart(line->text[from - 1]))
        --from;
    while (to < line->text.size() && isWordPart(line->text[to]))
        ++to;
    m_anchor = { place.row, from };
    extendTo({ place.row, to });
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    const int down = mouse.y() < 0 ? mouse.y() / m_rowHeight - 1 : qMax(0, mouse.y() - viewport()->height()) / m_rowHeight + 1;
    if (mouse.y() < 0 || mouse.y() >= viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + down);
    if (mouse.x() < 0 || mouse.x() >= viewport()->width())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + (mouse.x() < 0 ? -4 : 4) * m_cell);
    extendTo(positionAt(mouse));
}

void LogView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason && m_state.rows() > 0)
        m_current = qMin(topRow() + visibleRows(), m_state.endRow) - 1; // so that one sees where the keys go
    viewport()->update();
    LogViewAccess::tellCurrent(this);
}

void LogView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace pilothouse
