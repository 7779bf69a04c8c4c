// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/stylekeys.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/controls.h"

#include <QPainter>
#include <QWidget>

namespace pilothouse::stylepaint {

namespace {

void arrow(QPainter *painter, const char *icon, const QRect &area, int side, const QColor &color)
{
    const QPoint corner(area.x() + (area.width() - side) / 2, area.y() + (area.height() - side) / 2);
    painter->drawPixmap(corner, iconPixmap(QString::fromLatin1(icon), color, side, painter->device()->devicePixelRatioF()));
}

} // namespace

void fieldPanel(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const QPalette &palette = option.palette;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QVariant property = widget ? widget->property(stylekeys::fieldState) : QVariant();
    const FieldState state = property.isValid() ? FieldState(property.toInt()) : FieldState::Normal;
    QColor line = toneColor(enabled ? Tone::Line2 : Tone::ButtonBorder, palette);
    qreal width = 1;
    if (state != FieldState::Normal) {
        line = toneColor(state == FieldState::Error ? Tone::Error : Tone::Warn, palette);
        width = 1.5;
    }
    if (option.state & QStyle::State_HasFocus) {
        width = 2;
        if (state == FieldState::Normal)
            line = toneColor(Tone::Accent, palette);
    }
    const Tone fill = !enabled ? Tone::Nav : isDark(palette) ? Tone::Sunken : Tone::Base;
    box(painter, option.rect, 6, toneColor(fill, palette), line, width);
}

void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QWidget *widget, const QRect &up, const QRect &down)
{
    if (option.frame)
        fieldPanel(painter, option, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto color = [&option](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step) {
        if (!(option.state & QStyle::State_Enabled) || !(option.stepEnabled & step))
            return toneColor(Tone::Disabled, option.palette);
        const bool touched = option.activeSubControls & part && option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
        return toneColor(touched ? Tone::Accent : Tone::Text2, option.palette);
    };
    const int x = option.direction == Qt::LeftToRight ? up.left() - 1 : up.right() + 1;
    painter->fillRect(QRect(x, option.rect.y() + 2, 1, option.rect.height() - 4), toneColor(Tone::Line, option.palette));
    arrow(painter, "chevron-up", up, 11, color(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled));
    arrow(painter, "chevron-down", down, 11, color(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled));
}

void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget, const QRect &arrowArea)
{
    fieldPanel(painter, option, widget);
    const bool enabled = option.state & QStyle::State_Enabled;
    arrow(painter, "chevron-down", arrowArea, 14, toneColor(enabled ? Tone::Text2 : Tone::Disabled, option.palette));
}

} // namespace pilothouse::stylepaint
