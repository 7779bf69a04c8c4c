// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/logcells.h"
#include "ui/pages/provider/logview.h"
#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace pilothouse {

namespace {

constexpr int leftPad = 13;
constexpr int barWidth = 3;
constexpr int timeCells = 9;
constexpr int wordCells = 6;

struct Look
{
    Tone word;
    std::optional<Tone> tint;
    Tone bar;
};

Look lookOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Own:
        return { Tone::Accent, Tone::AccentTint, Tone::Accent };
    case LogLevel::Warning:
        return { Tone::Warn, Tone::WarnTint, Tone::WarnLine };
    case LogLevel::Error:
        return { Tone::Error, Tone::ErrorTint, Tone::Error };
    case LogLevel::Info:
        break;
    }
    return { Tone::Text3, std::nullopt, Tone::Text3 };
}

/// What of a line lies between two cells, with the cell where it begins.
struct Visible
{
    QStringView text;
    int cell = 0;
};

Visible visiblePart(QStringView text, int firstCell, int endCell)
{
    const qsizetype from = logcells::columnAt(text, firstCell);
    const int cell = logcells::cellOf(text, from);
    QStringView rest = text.sliced(from);
    // Not by cells but by characters: combining marks take none, and thousands of them on one letter are a hostile line.
    rest = rest.first(qMin<qsizetype>(rest.size(), 4 * qMax(0, endCell - cell) + 8));
    return { rest, cell };
}

} // namespace

int LogView::headWidth() const
{
    return leftPad + (timeCells + wordCells) * m_cell + m_cell / 2;
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), toneColor(Tone::Base, palette()));
    painter.setLayoutDirection(Qt::LeftToRight);
    if (m_state.rows() == 0) {
        painter.setPen(toneColor(Tone::Text3, palette()));
        painter.setFont(typeFont(TypeRole::Body));
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_empty);
        return;
    }
    const qint64 end = qMin(m_state.endRow, topRow() + visibleRows() + 2);
    for (qint64 row = topRow(); row < end; ++row)
        paintRow(painter, row, int(row - topRow()) * m_rowHeight);
}

void LogView::paintRow(QPainter &painter, qint64 row, int y) const
{
    const LogLine *line = lineAt(row);
    const QRect whole(0, y, viewport()->width(), m_rowHeight);
    if (line) {
        const Look look = lookOf(line->level);
        if (look.tint) {
            painter.fillRect(whole, toneColor(*look.tint, palette()));
            painter.fillRect(QRect(0, y, barWidth, m_rowHeight), toneColor(look.bar, palette()));
        }
        const int scrolled = horizontalScrollBar()->value();
        const QRect place(headWidth() - scrolled, y, viewport()->width() + scrolled, m_rowHeight);
        if (scrolled < headWidth()) {
            painter.setPen(toneColor(Tone::Text3, palette()));
            painter.drawText(
                QRect(leftPad - scrolled, y, timeCells * m_cell, m_rowHeight), Qt::AlignVCenter | Qt::TextSingleLine, line->time);
            painter.setPen(toneColor(look.word, palette()));
            painter.drawText(QRect(leftPad - scrolled + timeCells * m_cell, y, wordCells * m_cell, m_rowHeight),
                Qt::AlignVCenter | Qt::TextSingleLine, line->word);
        }
        paintHits(painter, *line, place);
        painter.setPen(toneColor(Tone::Text, palette()));
        paintText(painter, *line, place);
        paintSelection(painter, row, *line, place);
    }
    if (row == m_current && hasFocus()) {
        painter.setPen(toneColor(Tone::Accent, palette()));
        painter.drawRect(whole.adjusted(0, 0, -1, -1));
    }
}

void LogView::paintText(QPainter &painter, const LogLine &line, const QRect &place) const
{
    const int baseline = place.top() + (m_rowHeight + painter.fontMetrics().ascent() - painter.fontMetrics().descent()) / 2;
    const int firstCell = qMax(0, -place.left() / m_cell);
    const int endCell = (viewport()->width() - place.left()) / m_cell + 1;
    const Visible part = visiblePart(QStringView(line.text).sliced(qMin(line.head, line.text.size())), firstCell, endCell);
    // Runs of plain characters are drawn at once; what another font may draw gets its own cells.
    int cell = part.cell;
    int runCell = cell;
    QString run;
    const auto flush = [&] {
        if (!run.isEmpty())
            painter.drawText(place.left() + runCell * m_cell, baseline, run);
        run.clear();
    };
    for (qsizetype at = 0; at < part.text.size() && cell < endCell;) {
        const logcells::Step step = logcells::stepAt(part.text, at, cell);
        const QStringView character = part.text.sliced(at, qMin<qsizetype>(step.length, 16));
        const bool plain = character.size() == 1 && step.cells == 1 && character.front() < QChar(0x0590);
        if (!plain)
            flush();
        if (run.isEmpty())
            runCell = cell;
        if (character.front() != QLatin1Char('\t'))
            run += character;
        if (!plain)
            flush();
        at += step.length;
        cell += step.cells;
    }
    flush();
}

int LogView::xOf(const LogLine &line, qsizetype column) const
{
    const qsizetype head = qMin(line.head, line.text.size());
    const QStringView message = QStringView(line.text).sliced(head);
    return column <= head ? (column == 0 ? leftPad - headWidth() : 0) : logcells::cellOf(message, column - head) * m_cell;
}

void LogView::paintHits(QPainter &painter, const LogLine &line, const QRect &place) const
{
    if (m_highlight.isEmpty())
        return;
    QColor mark = toneColor(Tone::WarnLine, palette());
    mark.setAlpha(isDark(palette()) ? 90 : 120);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark);
    const QStringView message = QStringView(line.text).sliced(qMin(line.head, line.text.size()));
    qsizetype column = 0;
    int cell = 0;
    const auto advanceTo = [&](qsizetype end) { // going on from the last hit keeps a line full of hits linear
        while (column < qMin(end, message.size())) {
            const logcells::Step step = logcells::stepAt(message, column, cell);
            column += step.length;
            cell += step.cells;
        }
        return place.left() + cell * m_cell;
    };
    for (qsizetype at = message.indexOf(m_highlight, 0, Qt::CaseInsensitive); at >= 0;
         at = message.indexOf(m_highlight, at + m_highlight.size(), Qt::CaseInsensitive)) {
        const int left = advanceTo(at);
        if (left > viewport()->width())
            break;
        const int right = advanceTo(at + m_highlight.size());
        if (right > 0)
            painter.drawRoundedRect(QRectF(left - 1, place.top() + 1, qMax(2, right - left + 2), m_rowHeight - 2), 3, 3);
    }
    painter.restore();
}

void LogView::paintSelection(QPainter &painter, qint64 row, const LogLine &line, const QRect &place) const
{
    const auto chosen = selection();
    if (!chosen || row < chosen->first.row || row > chosen->second.row)
        return;
    const int left = row == chosen->first.row ? xOf(line, chosen->first.column) : leftPad - headWidth();
    const int right = row == chosen->second.row ? xOf(line, qMin(chosen->second.column, line.text.size()))
                                                : xOf(line, line.text.size()) + m_cell;
    if (right <= left)
        return;
    const QRect box(place.left() + left, place.top(), right - left, m_rowHeight);
    painter.save();
    painter.setClipRect(box);
    painter.fillRect(box, palette().color(QPalette::Highlight));
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(QRect(place.left() - headWidth() + leftPad, place.top(), timeCells * m_cell, m_rowHeight),
        Qt::AlignVCenter | Qt::TextSingleLine, line.time);
    painter.drawText(
        QRect(place.left() - headWidth() + leftPad + timeCells * m_cell, place.top(), wordCells * m_cell, m_rowHeight),
        Qt::AlignVCenter | Qt::TextSingleLine, line.word);
    paintText(painter, line, place);
    painter.restore();
}

} // namespace pilothouse
