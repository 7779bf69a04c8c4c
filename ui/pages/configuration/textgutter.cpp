// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/texteditor.h"
#include "ui/theme/icons.h"
#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

namespace pilothouse {

namespace {

constexpr int iconSize = 12;
constexpr int iconRoom = 18;

} // namespace

TextGutter::TextGutter(TextEditor *editor) : QWidget(editor), m_editor(editor)
{
    setAccessibleName(tr("Line numbers and findings"));
}

int TextGutter::neededWidth(int lines) const
{
    const int digits = qMax(2, int(QString::number(lines).size()));
    return iconRoom + QFontMetrics(typeFont(TypeRole::MonoCaption)).horizontalAdvance(QLatin1Char('9')) * digits + 14;
}

int TextGutter::lineAt(int y) const
{
    for (QTextBlock block = m_editor->firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = m_editor->blockBoundingGeometry(block).translated(m_editor->contentOffset());
        if (y < place.bottom())
            return y >= place.top() ? block.blockNumber() + 1 : 0;
    }
    return 0;
}

void TextGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), toneColor(Tone::Sunken, palette()));
    const int edge = width() - 1;
    painter.fillRect(edge, 0, 1, height(), toneColor(Tone::Line, palette()));
    painter.setFont(typeFont(TypeRole::MonoCaption));
    const int current = m_editor->currentLine();
    const qreal ratio = devicePixelRatioF();
    for (QTextBlock block = m_editor->firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRect place = m_editor->blockBoundingGeometry(block).translated(m_editor->contentOffset()).toAlignedRect();
        if (place.top() > event->rect().bottom())
            break;
        const int line = block.blockNumber() + 1;
        const QTextLine letters = block.layout()->lineAt(0);
        const int middle = place.top() + int(letters.isValid() ? letters.y() + letters.height() / 2 : place.height() / 2.0);
        painter.setPen(toneColor(line == current ? Tone::Text : Tone::Text3, palette()));
        painter.drawText(QRect(0, middle - 12, edge - 10, 24), Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
        const LineMark mark = m_editor->mark(line);
        if (mark.changed)
            painter.fillRect(QRect(edge - 3, place.top(), 4, place.height()), toneColor(Tone::Accent, palette()));
        QString icon;
        Tone tone = Tone::Text3;
        if (mark.wave) {
            const bool isError = *mark.wave == ProblemLevel::Error;
            icon = isError                            ? QStringLiteral("error")
                : *mark.wave == ProblemLevel::Warning ? QStringLiteral("warn")
                                                      : QStringLiteral("info");
            tone = isError ? Tone::Error : *mark.wave == ProblemLevel::Warning ? Tone::Warn : Tone::Info;
        } else if (const SecretRun *run = m_editor->runOnLine(line)) {
            icon = run->shown ? QStringLiteral("eye") : QStringLiteral("lock");
        }
        if (!icon.isEmpty())
            painter.drawPixmap(4, middle - iconSize / 2, iconPixmap(icon, toneColor(tone, palette()), iconSize, ratio));
    }
}

bool TextGutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const int line = lineAt(help->pos().y());
    QString text = m_editor->mark(line).message;
    if (const SecretRun *run = text.isEmpty() ? m_editor->runOnLine(line) : nullptr)
        text = run->shown ? tr("Hide the value") : tr("Show the value for 30 seconds");
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped()), this);
    return true;
}

void TextGutter::mousePressEvent(QMouseEvent *event)
{
    const int line = lineAt(event->pos().y());
    if (line == 0 || event->button() != Qt::LeftButton)
        return;
    const SecretRun *run = m_editor->runOnLine(line);
    const int start = run ? run->start : 0;
    const bool shown = run && run->shown;
    QTextCursor cursor(m_editor->document()->findBlockByNumber(line - 1));
    m_editor->setTextCursor(cursor);
    m_editor->setFocus(Qt::MouseFocusReason);
    if (run && event->pos().x() < iconRoom)
        shown ? Q_EMIT m_editor->hideSecretsRequested() : Q_EMIT m_editor->showSecretRequested(start);
}

void TextGutter::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int line = lineAt(event->pos().y()))
        Q_EMIT m_editor->fieldRequested(line);
}

void TextGutter::wheelEvent(QWheelEvent *event)
{
    m_editor->wheelEvent(event);
}

} // namespace pilothouse
