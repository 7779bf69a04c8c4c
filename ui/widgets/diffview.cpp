// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/diffview.h"

#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QtMath>

#include <functional>

namespace pilothouse {

namespace {

constexpr int signWidth = 22;
constexpr int numberPadding = 22;

class Gutter : public QWidget
{
public:
    Gutter(QWidget *parent, std::function<void(QWidget *)> draw) : QWidget(parent), m_draw(std::move(draw)) { }

protected:
    void paintEvent(QPaintEvent *) override { m_draw(this); }

private:
    std::function<void(QWidget *)> m_draw;
};

QColor mixed(const QColor &below, const QColor &above, double share)
{
    return QColor::fromRgbF(float(below.redF() + (above.redF() - below.redF()) * share),
        float(below.greenF() + (above.greenF() - below.greenF()) * share),
        float(below.blueF() + (above.blueF() - below.blueF()) * share));
}

QColor tintOf(bool added, const QPalette &palette)
{
    return toneColor(added ? Tone::OkTint : Tone::ErrorTint, palette);
}

bool isPair(const EnvDiffLine &line)
{
    return line.oldLine > 0 && line.newLine > 0 && line.oldKey == line.newKey;
}

/// From where to where a line differs from its partner. A value counts as a whole, not digit by digit.
std::pair<qsizetype, qsizetype> differing(const QString &text, const QString &partner)
{
    const qsizetype shorter = qMin(text.size(), partner.size());
    qsizetype head = 0;
    while (head < shorter && text.at(head) == partner.at(head))
        ++head;
    const qsizetype value = text.indexOf(QLatin1Char('=')) + 1;
    if (value > 0 && value <= head)
        return { value, text.size() };
    qsizetype tail = 0;
    while (tail < shorter - head && text.at(text.size() - 1 - tail) == partner.at(partner.size() - 1 - tail))
        ++tail;
    return { head, text.size() - tail };
}

} // namespace

QString patchOf(const QList<EnvDiffLine> &lines)
{
    QStringList patch;
    for (const EnvDiffLine &line : lines) {
        if (line.oldLine > 0)
            patch << QLatin1Char('-') + line.oldText;
        if (line.newLine > 0)
            patch << QLatin1Char('+') + line.newText;
    }
    return patch.join(QLatin1Char('\n'));
}

DiffView::DiffView(QWidget *parent)
    : QTextEdit(parent), m_gutter(new Gutter(this, [this](QWidget *gutter) { paintGutter(gutter); }))
{
    setReadOnly(true);
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setFont(typeFont(TypeRole::Mono));
    setWordWrapMode(QTextOption::WrapAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Changed lines"));
    document()->setDocumentMargin(0);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_gutter, QOverload<>::of(&QWidget::update));
}

void DiffView::setLines(const QList<EnvDiffLine> &lines)
{
    m_lines = lines;
    int highest = 99;
    for (const EnvDiffLine &line : lines)
        highest = qMax(highest, qMax(line.oldLine, line.newLine));
    setViewportMargins(fontMetrics().horizontalAdvance(QString::number(highest)) + numberPadding + signWidth, 0, 0, 0);
    setAccessibleDescription(patchOf(lines).left(2000)); // what the colours say
    build();
    fit();
}

void DiffView::build()
{
    m_marks.clear();
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const EnvDiffLine &line : std::as_const(m_lines)) {
        const bool pair = isPair(line);
        if (line.oldLine > 0) {
            append(cursor, false, line.oldText, pair ? &line.newText : nullptr);
            m_marks << Mark{ line.oldLine, false };
        }
        if (line.newLine > 0) {
            append(cursor, true, line.newText, pair ? &line.oldText : nullptr);
            m_marks << Mark{ line.newLine, true };
        }
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
    m_gutter->update();
}

/// One line; what differs from its partner stands on a stronger tint.
void DiffView::append(QTextCursor &cursor, bool added, const QString &text, const QString *partner)
{
    QTextBlockFormat block;
    block.setLineHeight(rowHeight(), QTextBlockFormat::FixedHeight);
    if (m_marks.isEmpty())
        cursor.setBlockFormat(block);
    else
        cursor.insertBlock(block);
    QTextCharFormat plain;
    plain.setForeground(toneColor(m_quiet ? Tone::Text2 : Tone::Text, palette()));
    QTextCharFormat strong = plain;
    if (!m_quiet)
        strong.setBackground(mixed(tintOf(added, palette()), toneColor(added ? Tone::Ok : Tone::Error, palette()), 0.25));
    const auto [from, to] = partner ? differing(text, *partner) : std::pair<qsizetype, qsizetype>(text.size(), text.size());
    cursor.insertText(text.left(from), plain);
    cursor.insertText(text.mid(from, to - from), strong);
    cursor.insertText(text.mid(to), plain);
}

int DiffView::rowHeight() const
{
    return qMax(21, fontMetrics().height() + 5);
}

void DiffView::setFitted(bool fitted)
{
    m_fitted = fitted;
    setVerticalScrollBarPolicy(fitted ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    fit();
}

void DiffView::setQuiet(bool quiet)
{
    if (m_quiet == quiet)
        return;
    m_quiet = quiet;
    build();
    viewport()->update();
}

QColor DiffView::groundOf(bool added) const
{
    return m_quiet ? toneColor(Tone::Alt, palette()) : tintOf(added, palette());
}

void DiffView::fit()
{
    if (m_fitted)
        setFixedHeight(qCeil(document()->size().height()));
    m_gutter->setGeometry(0, 0, viewportMargins().left(), height());
}

/// Calls draw for each visible line with its rows, in the viewport's coordinates.
void DiffView::eachVisible(const std::function<void(const Mark &, const QRectF &)> &draw) const
{
    const int top = verticalScrollBar()->value();
    QTextBlock block = cursorForPosition(QPoint(0, 0)).block();
    for (; block.isValid() && block.blockNumber() < m_marks.size(); block = block.next()) {
        QRectF rows = document()->documentLayout()->blockBoundingRect(block).translated(0, -top);
        if (rows.top() > height())
            break;
        rows.setHeight(block.layout()->lineCount() * rowHeight());
        draw(m_marks.at(block.blockNumber()), rows);
    }
}

void DiffView::paintGutter(QWidget *gutter)
{
    QPainter painter(gutter);
    painter.setFont(font());
    const int right = gutter->width() - signWidth;
    constexpr int drop = 2; // a text edit sets its line that much lower in a higher row
    eachVisible([&](const Mark &mark, const QRectF &rows) {
        painter.fillRect(QRectF(0, rows.top(), gutter->width(), rows.height()), groundOf(mark.added));
        painter.setPen(toneColor(Tone::Text2, palette()));
        painter.drawText(QRectF(0, rows.top() + drop, right - 8, rowHeight()), Qt::AlignRight | Qt::AlignVCenter,
            QString::number(mark.number));
        painter.setPen(toneColor(m_quiet ? Tone::Text2 : mark.added ? Tone::Ok : Tone::Error, palette()));
        painter.drawText(QRectF(right, rows.top() + drop, signWidth - 8, rowHeight()), Qt::AlignCenter,
            mark.added ? QStringLiteral("+") : QString(QChar(0x2212)));
    });
}

/// The tints lie below the text, over the whole width: a block's own background would leave gaps between the rows.
void DiffView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        eachVisible([&](const Mark &mark, const QRectF &rows) {
            painter.fillRect(QRectF(0, rows.top(), viewport()->width(), rows.height()), groundOf(mark.added));
        });
    }
    QTextEdit::paintEvent(event);
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fit();
}

void DiffView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_lines.isEmpty())
        build();
}

} // namespace pilothouse
