// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/stylekeys.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/controls.h"

#include <QPainter>
#include <QWidget>

namespace pilothouse::stylepaint {

namespace {

ButtonKind kindOf(const QWidget *widget, bool flat)
{
    const QVariant kind = widget ? widget->property(stylekeys::buttonKind) : QVariant();
    if (kind.isValid())
        return ButtonKind(kind.toInt());
    return flat ? ButtonKind::Quiet : ButtonKind::Default;
}

struct Face
{
    QBrush fill = Qt::NoBrush;
    QColor line = Qt::transparent;
    QColor text;
    QColor icon;
};

Face faceOf(ButtonKind kind, const QStyleOption &option, const QWidget *widget)
{
    const QPalette &palette = option.palette;
    const auto tone = [&palette](Tone value) { return toneColor(value, palette); };
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool sunken = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = option.state & QStyle::State_MouseOver;
    Face face{ Qt::NoBrush, Qt::transparent, tone(enabled ? Tone::Text : Tone::Disabled),
        tone(enabled ? Tone::Text2 : Tone::Disabled) };
    const QBrush touched = sunken ? QBrush(tone(Tone::AccentTint)) : hover ? QBrush(tone(Tone::Track)) : QBrush(Qt::NoBrush);
    switch (kind) {
    case ButtonKind::Primary:
        if (!enabled) {
            face.fill = tone(Tone::Track);
            break;
        }
        face.fill = tone(hover || sunken ? Tone::AccentHover : Tone::Accent);
        face.text = face.icon = tone(Tone::OnAccent);
        break;
    case ButtonKind::Default:
        face.fill = enabled && (hover || sunken) ? touched : QBrush(tone(Tone::Button));
        face.line = tone(Tone::ButtonBorder);
        break;
    case ButtonKind::Danger:
        face.fill = !enabled || !(hover || sunken) ? QBrush(tone(Tone::Button)) : QBrush(tone(Tone::ErrorTint));
        face.line = tone(enabled ? Tone::Error : Tone::ButtonBorder);
        if (enabled)
            face.text = face.icon = tone(Tone::Error);
        break;
    case ButtonKind::Quiet:
        if (enabled)
            face.fill = touched;
        face.text = enabled && !hover && !sunken ? tone(Tone::Text2) : face.text;
        break;
    case ButtonKind::Link: {
        const QVariant own = widget ? widget->property(stylekeys::linkTone) : QVariant();
        if (enabled)
            face.text = face.icon = own.isValid() ? tone(Tone(own.toInt())) : tone(hover ? Tone::AccentHover : Tone::Accent);
        break;
    }
    }
    return face;
}

void drawIcon(QPainter *painter, const QIcon &icon, const QRect &rect, const QColor &color, const QStyleOption &option)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QString name = icon.name();
    if (!name.isEmpty() && QIcon::fromTheme(name).isNull()) {
        painter->drawPixmap(rect.topLeft(), iconPixmap(name, color, rect.width(), ratio));
        return;
    }
    icon.paint(painter, rect, Qt::AlignCenter, option.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
}

/// Icon and words in the middle of the rectangle, words elided when they do not fit.
void drawFaceContents(QPainter *painter, const QRect &area, const QIcon &icon, int iconSide, const QString &text,
    const Face &face, const QStyleOption &option)
{
    const int gap = icon.isNull() || text.isEmpty() ? 0 : 8;
    const int side = icon.isNull() ? 0 : iconSide;
    const int room = area.width() - side - gap;
    const int words
        = text.isEmpty() ? 0 : qMin(room, option.fontMetrics.size(Qt::TextShowMnemonic | Qt::TextSingleLine, text).width() + 1);
    int left = area.x() + (area.width() - side - gap - words) / 2;
    if (side > 0) {
        const QRect where
            = QStyle::visualRect(option.direction, area, QRect(left, area.y() + (area.height() - side) / 2, side, side));
        drawIcon(painter, icon, where, face.icon, option);
        left += side + gap;
    }
    if (words > 0) {
        painter->setPen(face.text);
        const QRect where = QStyle::visualRect(option.direction, area, QRect(left, area.y(), words, area.height()));
        const QString shown = option.fontMetrics.elidedText(text, Qt::ElideRight, words + 1, Qt::TextShowMnemonic);
        painter->drawText(where, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, shown);
    }
}

} // namespace

void box(QPainter *painter, const QRectF &rect, qreal radius, const QBrush &fill, const QColor &line, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    const bool lined = line.alpha() > 0;
    painter->setPen(lined ? QPen(line, width) : QPen(Qt::NoPen));
    const qreal inset = lined ? width / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset / 2, radius - inset / 2);
    painter->restore();
}

void focusRing(QPainter *painter, const QRect &rect, qreal radius, const QPalette &palette)
{
    box(painter, rect, radius, Qt::NoBrush, toneColor(Tone::Accent, palette), 2);
}

void pushPanel(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const ButtonKind kind = kindOf(widget, button && (button->features & QStyleOptionButton::Flat));
    const Face face = faceOf(kind, option, widget);
    box(painter, option.rect, 6, face.fill, face.line);
    if (!(option.state & QStyle::State_HasFocus) || !(option.state & QStyle::State_Enabled))
        return;
    if (kind == ButtonKind::Primary) // accent on accent would not show: a gap in the text colour makes the ring visible
        box(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), 4, Qt::NoBrush, toneColor(Tone::OnAccent, option.palette), 1.5);
    else
        focusRing(painter, option.rect, 6, option.palette);
}

void pushLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const ButtonKind kind = kindOf(widget, option.features & QStyleOptionButton::Flat);
    const Face face = faceOf(kind, option, widget);
    painter->save();
    QStyleOptionButton shown = option;
    if (kind == ButtonKind::Primary) {
        QFont font = painter->font();
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        shown.fontMetrics = QFontMetrics(font);
    }
    QRect area = kind == ButtonKind::Link ? option.rect : option.rect.adjusted(6, 0, -6, 0);
    if (option.features & QStyleOptionButton::HasMenu) {
        area.setRight(area.right() - 18);
        const QRect arrow = QStyle::visualRect(
            option.direction, option.rect, QRect(area.right() + 2, option.rect.y() + (option.rect.height() - 14) / 2, 14, 14));
        painter->drawPixmap(
            arrow.topLeft(), iconPixmap(QStringLiteral("chevron-down"), face.icon, 14, painter->device()->devicePixelRatioF()));
    }
    drawFaceContents(painter, area, option.icon, qMin(option.iconSize.width(), 16), option.text, face, shown);
    painter->restore();
}

void toolButton(QPainter *painter, const QStyleOptionToolButton &option, const QWidget *widget)
{
    const Face face = faceOf(kindOf(widget, true), option, widget);
    box(painter, option.rect, 6, face.fill, face.line);
    QRect area = option.rect;
    if (option.features & QStyleOptionToolButton::HasMenu && option.toolButtonStyle != Qt::ToolButtonIconOnly) {
        area.setRight(area.right() - 18);
        painter->drawPixmap(area.right(), area.y() + (area.height() - 14) / 2,
            iconPixmap(QStringLiteral("chevron-down"), face.icon, 14, painter->device()->devicePixelRatioF()));
    }
    const QString text = option.toolButtonStyle == Qt::ToolButtonIconOnly ? QString() : option.text;
    const QIcon icon = option.toolButtonStyle == Qt::ToolButtonTextOnly ? QIcon() : option.icon;
    painter->save();
    painter->setFont(option.font);
    drawFaceContents(painter, area, icon, qMin(option.iconSize.width(), 16), text, face, option);
    painter->restore();
    if (option.state & QStyle::State_HasFocus)
        focusRing(painter, option.rect, 6, option.palette);
}

void checkMark(QPainter *painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor line = toneColor(!enabled           ? Tone::ButtonBorder
            : option.state & QStyle::State_MouseOver ? Tone::Accent
                                                     : Tone::Line2,
        palette);
    if (!on) {
        box(painter, option.rect, 4, toneColor(enabled ? Tone::Base : Tone::Window, palette), line);
        return;
    }
    const QColor fill = toneColor(enabled ? Tone::Accent : Tone::Disabled, palette);
    box(painter, option.rect, 4, fill, fill);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(toneColor(Tone::OnAccent, palette), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF rect = option.rect;
    const auto at
        = [&rect](qreal x, qreal y) { return QPointF(rect.x() + rect.width() * x / 16, rect.y() + rect.height() * y / 16); };
    if (option.state & QStyle::State_NoChange)
        painter->drawLine(at(4.5, 8), at(11.5, 8));
    else
        painter->drawPolyline(QPolygonF{ at(4, 8.3), at(6.8, 11), at(12, 5.2) });
    painter->restore();
}

void radioMark(QPainter *painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRectF rect = option.rect;
    if (option.state & QStyle::State_On) {
        const QColor fill = toneColor(enabled ? Tone::Accent : Tone::Disabled, palette);
        box(painter, rect, rect.width() / 2, fill, Qt::transparent);
        const QRectF dot = rect.adjusted(5, 5, -5, -5);
        box(painter, dot, dot.width() / 2, toneColor(Tone::OnAccent, palette), Qt::transparent);
        return;
    }
    const QColor line = toneColor(!enabled           ? Tone::ButtonBorder
            : option.state & QStyle::State_MouseOver ? Tone::Accent
                                                     : Tone::Line2,
        palette);
    box(painter, rect, rect.width() / 2, toneColor(enabled ? Tone::Base : Tone::Window, palette), line);
}

} // namespace pilothouse::stylepaint
