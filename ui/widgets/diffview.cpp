// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/diffview.h"

#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QPainter>
#include <QTextBlock>
#include <QtMath>

#include <functional>

namespace pilothouse {

namespace {

constexpr int signWidth = 22;

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
    : QPlainTextEdit(parent), m_gutter(new Gutter(this, [this](QWidget *gutter) { paintGutter(gutter); }))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFont(typeFont(TypeRole::Mono));
    setWordWrapMode(QTextOption::WrapAnywhere);
    setAccessibleName(tr("Changed lines"));
    document()->setDocumentMargin(3);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &, int) { m_gutter->update(); });
}

void DiffView::setLines(const QList<EnvDiffLine> &lines)
{
    m_lines.clear();
    for (const EnvDiffLine &line : lines) {
        const bool pair = isPair(line);
        if (line.oldLine > 0)
            add(line.oldLine, false, line.oldText, line.newText, pair);
        if (line.newLine > 0)
            add(line.newLine, true, line.newText, line.oldText, pair);
    }
    m_patch = patchOf(lines);
    QStringList texts;
    int highest = 99;
    for (const Line &line : std::as_const(m_lines)) {
        texts << line.text;
        highest = qMax(highest, line.number);
    }
    setPlainText(texts.join(QLatin1Char('\n')));
    setAccessibleDescription(m_patch.left(2000)); // what the colours say
    const int digits = fontMetrics().horizontalAdvance(QString::number(highest));
    setViewportMargins(digits + signWidth + 22, 0, 0, 0);
    paint();
    fit();
}

void DiffView::add(int number, bool added, const QString &text, const QString &partner, bool hasPartner)
{
    Line line{ number, added, text, 0, 0 };
    if (hasPartner) {
        const qsizetype shorter = qMin(text.size(), partner.size());
        qsizetype head = 0;
        while (head < shorter && text.at(head) == partner.at(head))
            ++head;
        qsizetype tail = 0;
        while (tail < shorter - head && text.at(text.size() - 1 - tail) == partner.at(partner.size() - 1 - tail))
            ++tail;
        const qsizetype value = text.indexOf(QLatin1Char('=')) + 1; // a value is marked as a whole, not digit by digit
        line.from = int(value > 0 && value <= head ? value : head);
        line.to = int(value > 0 && value <= head ? text.size() : text.size() - tail);
    }
    m_lines << line;
}

void DiffView::setFitted(bool fitted)
{
    m_fitted = fitted;
    setVerticalScrollBarPolicy(fitted ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    fit();
}

void DiffView::fit()
{
    m_gutter->setGeometry(1, 1, viewportMargins().left(), height() - 2);
    if (!m_fitted)
        return;
    qreal high = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        high += blockBoundingRect(block).height();
    setFixedHeight(qCeil(high + 2 * document()->documentMargin()) + 2 * frameWidth());
}

void DiffView::paint()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextBlock block = document()->begin();
    for (const Line &line : std::as_const(m_lines)) {
        QTextEdit::ExtraSelection whole;
        whole.cursor = QTextCursor(block);
        whole.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor); // every row of a wrapped line
        whole.format.setBackground(tintOf(line.added, palette()));
        whole.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << whole;
        if (line.to > line.from) {
            QTextEdit::ExtraSelection part;
            part.cursor = QTextCursor(block);
            part.cursor.setPosition(block.position() + line.from);
            part.cursor.setPosition(block.position() + line.to, QTextCursor::KeepAnchor);
            part.format.setBackground(
                mixed(tintOf(line.added, palette()), toneColor(line.added ? Tone::Ok : Tone::Error, palette()), 0.25));
            marks << part;
        }
        block = block.next();
    }
    setExtraSelections(marks);
    m_gutter->update();
}

void DiffView::paintGutter(QWidget *gutter)
{
    QPainter painter(gutter);
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    const int right = gutter->width() - signWidth;
    while (block.isValid() && block.blockNumber() < m_lines.size()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > gutter->height())
            break;
        const Line &line = m_lines.at(block.blockNumber());
        const int row = QFontMetrics(font()).height();
        painter.fillRect(QRectF(0, place.top(), gutter->width(), place.height()), tintOf(line.added, palette()));
        painter.setPen(toneColor(Tone::Text2, palette()));
        painter.drawText(QRectF(0, place.top(), right - 8, row), Qt::AlignRight | Qt::AlignVCenter, QString::number(line.number));
        painter.setPen(toneColor(line.added ? Tone::Ok : Tone::Error, palette()));
        painter.drawText(QRectF(right, place.top(), signWidth - 8, row), Qt::AlignCenter,
            line.added ? QStringLiteral("+") : QString(QChar(0x2212)));
        block = block.next();
    }
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paint();
}

} // namespace pilothouse
