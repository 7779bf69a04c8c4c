// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"
#include "ui/theme/stylekeys.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QSplitter>

namespace pilothouse {

namespace {

/// Selected rows and menu entries: text stays readable on the accent tint.
QPalette tintedSelection(QPalette palette)
{
    palette.setColor(QPalette::All, QPalette::Highlight, toneColor(Tone::AccentTint, palette));
    palette.setColor(QPalette::All, QPalette::HighlightedText, toneColor(Tone::Text, palette));
    return palette;
}

} // namespace

void PilothouseStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        stylepaint::pushPanel(painter, *option, widget);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            stylepaint::fieldPanel(painter, *option, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
        stylepaint::checkMark(painter, *option);
        return;
    case PE_IndicatorItemViewItemCheck:
        stylepaint::checkMark(painter, *option);
        return;
    case PE_IndicatorRadioButton:
        stylepaint::radioMark(painter, *option);
        return;
    case PE_PanelItemViewRow:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            item && item->features & QStyleOptionViewItem::Alternate)
            painter->fillRect(item->rect, toneColor(Tone::Alt, option->palette));
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            stylepaint::rowPanel(painter, *item);
        return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView *>(widget)) // rows show the current one by tint and bar
            stylepaint::focusRing(painter, option->rect, 4, option->palette);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, toneColor(Tone::Base, option->palette));
        painter->setPen(toneColor(Tone::Line2, option->palette));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameMenu:
    case PE_PanelMenu:
        painter->fillRect(option->rect, toneColor(Tone::Base, option->palette));
        painter->setPen(toneColor(Tone::ButtonBorder, option->palette));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_Frame:
        stylepaint::viewFrame(painter, *option, widget);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void PilothouseStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            stylepaint::pushLabel(painter, *button, widget);
        return;
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            stylepaint::pushPanel(painter, *button, widget); // it draws the focus ring too
            stylepaint::pushLabel(painter, *button, widget);
        }
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem tinted = *item;
            tinted.palette = tintedSelection(tinted.palette);
            QProxyStyle::drawControl(element, &tinted, painter, widget);
        }
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, toneColor(Tone::Nav, option->palette));
            if (item->state & State_Selected)
                stylepaint::box(painter, QRectF(item->rect).adjusted(1, 1, -1, -1), 4,
                    toneColor(Tone::AccentTint, option->palette), Qt::transparent);
            painter->setPen(toneColor(item->state & State_Enabled ? Tone::Text : Tone::Disabled, option->palette));
            painter->drawText(item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item->text);
        }
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            QStyleOptionMenuItem tinted = *item;
            tinted.palette = tintedSelection(tinted.palette);
            QProxyStyle::drawControl(element, &tinted, painter, widget);
        }
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, toneColor(Tone::Nav, option->palette));
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            stylepaint::headerSection(painter, *header);
        else
            painter->fillRect(option->rect, toneColor(Tone::Alt, option->palette));
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader quiet = *header;
            quiet.palette.setColor(QPalette::ButtonText, toneColor(Tone::Text3, header->palette));
            quiet.state &= ~State_On;
            painter->setFont(typeFont(TypeRole::Caption));
            const int padding = widget ? widget->property(stylekeys::headerPadding).toInt() : 0;
            quiet.rect.adjust(padding, 0, -padding, 0);
            QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
        return;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            stylepaint::progressBar(painter, *bar);
        return;
    case CE_Splitter: {
        const QRect rect = option->rect;
        const bool upright = rect.height() > rect.width();
        const QRect line = upright ? QRect(rect.center().x(), rect.y(), 1, rect.height())
                                   : QRect(rect.x(), rect.center().y(), rect.width(), 1);
        painter->fillRect(line, toneColor(option->state & State_MouseOver ? Tone::Accent : Tone::Line, option->palette));
        return;
    }
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void PilothouseStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            stylepaint::spinBox(painter, *spin, widget, subControlRect(control, option, SC_SpinBoxUp, widget),
                subControlRect(control, option, SC_SpinBoxDown, widget));
        return;
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            stylepaint::comboBox(painter, *combo, widget, subControlRect(control, option, SC_ComboBoxArrow, widget));
        return;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            stylepaint::scrollSlider(painter, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            stylepaint::toolButton(painter, *button, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace pilothouse
