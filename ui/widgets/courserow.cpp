// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/courserow.h"

#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/typography.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace pilothouse {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CourseLine)
};

QString valueText(const CourseRow &row, int column)
{
    const QString value = column == 0 ? row.says : column == 1 ? row.uses : row.serves;
    const QString note = column == 1 ? row.usesNote : column == 2 ? row.servesNote : QString();
    if (!value.isEmpty())
        return value;
    return !note.isEmpty() ? note : column == 0 ? Text::tr("not set") : Text::tr("not reported");
}

bool hasValue(const CourseRow &row, int column)
{
    return !(column == 0 ? row.says : column == 1 ? row.uses : row.serves).isEmpty();
}

QString linkText(CourseLink link)
{
    switch (link) {
    case CourseLink::Equal:
        return Text::tr("equal");
    case CourseLink::Different:
        return Text::tr("different");
    case CourseLink::NotReported:
        break;
    }
    return Text::tr("not compared");
}

} // namespace

QString courseRowText(const CourseRow &row)
{
    if (!row.used)
        return Text::tr("%1: not used in this mode").arg(row.label);
    return Text::tr("%1: .env says %2, process uses %3, %4; API serves %5, %6")
        .arg(row.label, valueText(row, 0), valueText(row, 1), linkText(row.saysToUses), valueText(row, 2),
            linkText(row.usesToServes));
}

CourseColumns::CourseColumns(int width) : label(qBound(120, width / 5, 220)), value(qMax(40, (width - label - 2 * link) / 3)) { }

CourseRowView::CourseRowView(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CourseRowView::setRow(const CourseRow &row)
{
    if (m_row == row && !accessibleName().isEmpty())
        return;
    m_row = row;
    setAccessibleName(courseRowText(row));
    update();
}

QSize CourseRowView::sizeHint() const
{
    const int text
        = QFontMetrics(typeFont(TypeRole::Secondary)).height() + QFontMetrics(typeFont(TypeRole::MonoCaption)).height();
    return { 600, qMax(36, text + 4) };
}

QSize CourseRowView::minimumSizeHint() const
{
    return { 420, sizeHint().height() };
}

void CourseRowView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const CourseColumns columns(width());
    paintLabel(painter, columns);
    for (int column = 0; column < 3; ++column)
        paintValue(painter, QRect(columns.left(column), 0, columns.value, height()), column);
    if (!m_row.used)
        return;
    paintLink(painter, QRect(columns.left(0) + columns.value, 0, CourseColumns::link, height()), m_row.saysToUses);
    paintLink(painter, QRect(columns.left(1) + columns.value, 0, CourseColumns::link, height()), m_row.usesToServes);
}

void CourseRowView::paintLabel(QPainter &painter, const CourseColumns &columns) const
{
    const QFont font = typeFont(TypeRole::Secondary);
    const QFont mono = typeFont(TypeRole::MonoCaption);
    const QFontMetrics metrics(font);
    const QFontMetrics small(mono);
    const int room = columns.label - 22;
    const bool keyed = !m_row.key.isEmpty();
    const int top = (height() - metrics.height() - (keyed ? small.height() : 0)) / 2;
    painter.setFont(font);
    painter.setPen(toneColor(m_row.used ? Tone::Text2 : Tone::Text3, palette()));
    painter.drawText(0, top + metrics.ascent(), metrics.elidedText(m_row.label, Qt::ElideRight, room));
    if (!keyed)
        return;
    painter.setFont(mono);
    painter.setPen(toneColor(Tone::Text3, palette()));
    painter.drawText(0, top + metrics.height() + small.ascent(), small.elidedText(m_row.key, Qt::ElideRight, room));
}

void CourseRowView::paintValue(QPainter &painter, const QRect &area, int column) const
{
    const bool amber = m_row.used
        && ((column == 0 && m_row.saysToUses == CourseLink::Different)
            || (column == 1 && m_row.usesToServes == CourseLink::Different));
    if (amber)
        stylepaint::box(&painter, QRectF(area).adjusted(-10, 3, 8, -3), 6, toneColor(Tone::WarnTint, palette()), Qt::transparent);
    const bool known = hasValue(m_row, column) && m_row.used;
    QRect text = area;
    if (column == 0 && !m_row.unit.isEmpty() && known) {
        painter.setFont(typeFont(TypeRole::Caption));
        painter.setPen(toneColor(Tone::Text3, palette()));
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_row.unit);
        text.setRight(area.right() - painter.fontMetrics().horizontalAdvance(m_row.unit) - 8);
    }
    painter.setFont(typeFont(known && m_row.subject ? TypeRole::BodyStrong : TypeRole::Body));
    painter.setPen(toneColor(known ? Tone::Text : Tone::Text3, palette()));
    const QString shown = painter.fontMetrics().elidedText(valueText(m_row, column), Qt::ElideRight, text.width());
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

void CourseRowView::paintLink(QPainter &painter, const QRect &area, CourseLink link) const
{
    if (link == CourseLink::NotReported)
        return;
    const qreal y = area.y() + area.height() / 2.0;
    const qreal left = area.x() + 17;
    const qreal right = left + 42;
    if (link == CourseLink::Equal) {
        painter.setPen(QPen(toneColor(Tone::Ok, palette()), 1.6));
        painter.drawLine(QPointF(left, y), QPointF(right, y));
        return;
    }
    const QColor dash = toneColor(Tone::WarnLine, palette());
    painter.setPen(QPen(dash, 1.6, Qt::CustomDashLine));
    QPen pen = painter.pen();
    pen.setDashPattern({ 3, 2 });
    painter.setPen(pen);
    painter.drawLine(QPointF(left, y), QPointF(left + 13, y));
    painter.drawLine(QPointF(right - 13, y), QPointF(right, y));
    const QPointF middle((left + right) / 2, y);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(Tone::WarnTint, palette()));
    painter.drawEllipse(middle, 9, 9);
    const QPixmap mark = iconPixmap(QStringLiteral("not-equal"), toneColor(Tone::Warn, palette()), 14, devicePixelRatioF());
    painter.drawPixmap(middle - QPointF(7, 7), mark);
}

bool CourseRowView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const CourseColumns columns(width());
        QString text;
        for (int column = 0; column < 3; ++column) {
            const QRect area(columns.left(column), 0, columns.value, height());
            const int room = columns.value - (column == 0 && !m_row.unit.isEmpty() ? 60 : 0);
            const QFontMetrics metrics(typeFont(m_row.subject ? TypeRole::BodyStrong : TypeRole::Body));
            if (area.contains(help->pos()) && metrics.horizontalAdvance(valueText(m_row, column)) > room)
                text = valueText(m_row, column);
        }
        if (help->pos().x() < columns.label)
            text = m_row.key;
        QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace pilothouse
