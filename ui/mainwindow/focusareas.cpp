// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/focusareas.h"

#include <QApplication>
#include <QWidget>

namespace pilothouse {

QWidget *firstFocusable(QWidget *area)
{
    for (QWidget *widget = area; widget;) {
        const bool inside = widget == area || area->isAncestorOf(widget);
        if (inside && widget->focusPolicy() & Qt::TabFocus && widget->isVisible() && widget->isEnabled())
            return widget;
        widget = widget->nextInFocusChain();
        if (widget == area)
            break;
    }
    return nullptr;
}

void focusNextArea(const QList<QWidget *> &areas, int step)
{
    const QWidget *focus = QApplication::focusWidget();
    qsizetype current = step > 0 ? -1 : 0;
    for (qsizetype i = 0; i < areas.size(); ++i) {
        if (focus && (areas.at(i) == focus || areas.at(i)->isAncestorOf(focus)))
            current = i;
    }
    for (qsizetype tried = 1; tried <= areas.size(); ++tried) {
        const qsizetype index = (current + tried * step + areas.size() * 2) % areas.size();
        if (QWidget *target = firstFocusable(areas.at(index))) {
            target->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace pilothouse
