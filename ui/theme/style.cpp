// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/stylekeys.h"
#include "ui/widgets/controls.h"

#include <QAbstractSpinBox>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

namespace pilothouse {

namespace {

constexpr int controlHeight = 30;
constexpr int spinButtons = 20;
constexpr int comboArrow = 26;

QSize atLeastControl(QSize size, int width, const QStyleOption *option)
{
    return { width, qMax(qMax(size.height(), controlHeight), option->fontMetrics.height() + 10) };
}

} // namespace

PilothouseStyle::PilothouseStyle() : QProxyStyle(QStringLiteral("fusion")) { }

void PilothouseStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QToolButton *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int PilothouseStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 11;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SplitterWidth:
        return 9;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int PilothouseStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return 0; // values move, the layout does not
    case SH_EtchDisabledText:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ComboBox_Popup:
        return 0;
    case SH_ScrollBar_Transient:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

QSize PilothouseStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QFont font = widget ? widget->font() : QFont();
            font.setWeight(QFont::DemiBold); // room for a primary button's text, so that kinds can change in place
            const int words = QFontMetrics(font).size(Qt::TextShowMnemonic | Qt::TextSingleLine, button->text).width();
            const int icon = button->icon.isNull() ? 0 : 16 + (button->text.isEmpty() ? 0 : 8);
            const int menu = button->features & QStyleOptionButton::HasMenu ? 18 : 0;
            const bool link = widget && widget->property(stylekeys::buttonKind) == QVariant(int(ButtonKind::Link));
            const int padding = button->text.isEmpty() ? 14 : link ? 4 : icon > 0 ? 18 : 20;
            return atLeastControl({ 0, 0 }, words + icon + menu + padding, option);
        }
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            if (button->toolButtonStyle == Qt::ToolButtonIconOnly)
                return { 28, 28 };
            const int words = option->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
            const bool icon = button->toolButtonStyle != Qt::ToolButtonTextOnly && !button->icon.isNull();
            const int menu = button->features & QStyleOptionToolButton::HasMenu ? 18 : 0;
            return { words + (icon ? 24 : 0) + menu + 20, qMax(28, option->fontMetrics.height() + 10) };
        }
        break;
    case CT_LineEdit:
        return atLeastControl({ 0, 0 }, size.width() + 16, option);
    case CT_SpinBox:
        return atLeastControl({ 0, 0 }, size.width() + 16 + spinButtons, option);
    case CT_ComboBox:
        return atLeastControl({ 0, 0 }, size.width() + 16 + comboArrow, option);
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return { base.width(), qMax(base.height(), qMax(28, option->fontMetrics.height() + 10)) };
    }
    case CT_MenuItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        return item && item->menuItemType == QStyleOptionMenuItem::Separator ? base : base + QSize(12, 4);
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect PilothouseStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return option->rect.adjusted(6, 1, -6, -1);
    }
    if (element == SE_CheckBoxFocusRect || element == SE_RadioButtonFocusRect)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect PilothouseStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const QRect all = option->rect;
    const auto mirrored = [&](const QRect &rect) { return visualRect(option->direction, all, rect); };
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const int buttons = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : spinButtons;
        const int left = all.right() + 1 - buttons;
        const int middle = all.y() + all.height() / 2;
        switch (part) {
        case SC_SpinBoxUp:
            return mirrored(QRect(QPoint(left, all.y() + 2), QPoint(all.right() - 2, middle - 1)));
        case SC_SpinBoxDown:
            return mirrored(QRect(QPoint(left, middle), QPoint(all.right() - 2, all.bottom() - 2)));
        case SC_SpinBoxEditField:
            return mirrored(QRect(QPoint(all.x() + 6, all.y() + 2), QPoint(left - 3, all.bottom() - 2)));
        default:
            return all;
        }
    }
    if (control == CC_ComboBox) {
        switch (part) {
        case SC_ComboBoxArrow:
            return mirrored(QRect(all.right() + 1 - comboArrow, all.y(), comboArrow - 4, all.height()));
        case SC_ComboBoxEditField:
            return mirrored(all.adjusted(8, 2, -comboArrow, -2));
        case SC_ComboBoxListBoxPopup:
            return all;
        default:
            return all;
        }
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return all;
        const bool flat = bar->orientation == Qt::Horizontal;
        const int length = flat ? all.width() : all.height();
        const qint64 span = qint64(bar->maximum) - bar->minimum;
        const int least = qMin(length, pixelMetric(PM_ScrollBarSliderMin, option, widget));
        const int slider
            = span <= 0 ? length : qBound(least, int(qint64(length) * bar->pageStep / (span + bar->pageStep)), length);
        const int start
            = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
        const auto along = [&](int from, int size) {
            return flat ? mirrored(QRect(all.x() + from, all.y(), size, all.height()))
                        : QRect(all.x(), all.y() + from, all.width(), size);
        };
        switch (part) {
        case SC_ScrollBarSlider:
            return along(start, slider);
        case SC_ScrollBarGroove:
            return all;
        case SC_ScrollBarSubPage:
            return along(0, start);
        case SC_ScrollBarAddPage:
            return along(start + slider, length - start - slider);
        default:
            return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace pilothouse
