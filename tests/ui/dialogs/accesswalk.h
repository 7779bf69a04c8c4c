// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QSet>
#include <QTest>
#include <QTextEdit>

/// What assistive technology and the keyboard find in a window.
namespace accesswalk {

/// Controls that have to be named: whoever meets one must know what it is for.
inline bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::Tree:
    case QAccessible::Table:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
        return true;
    default:
        return false;
    }
}

/// Visible controls below root without a name, as "Role ClassName objectName".
inline void collectNameless(QAccessibleInterface *root, QStringList &nameless, int depth = 0)
{
    for (int i = 0; root && depth < 40 && i < root->childCount(); ++i) {
        QAccessibleInterface *child = root->child(i);
        if (!child || child->state().invisible)
            continue;
        QObject *object = child->object();
        const bool isPart
            = object && (qobject_cast<QAbstractSpinBox *>(object->parent()) || qobject_cast<QComboBox *>(object->parent()));
        if (isControl(child->role()) && !isPart && child->text(QAccessible::Name).trimmed().isEmpty())
            nameless << QStringLiteral("%1 %2 %3")
                            .arg(int(child->role()))
                            .arg(object ? QString::fromLatin1(object->metaObject()->className()) : QString(),
                                object ? object->objectName() : QString());
        if (!qobject_cast<QAbstractItemView *>(object)) // its cells have the texts of the model
            collectNameless(child, nameless, depth + 1);
    }
}

inline QStringList nameless(QWidget *window)
{
    QStringList found;
    collectNameless(QAccessible::queryAccessibleInterface(window), found);
    return found;
}

/// Everything that takes the focus with Tab, in order, until it comes back to the first one.
inline QList<QWidget *> tabStops(QWidget *window, int most = 600)
{
    QList<QWidget *> stops;
    for (int i = 0; i < most; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (focus && stops.contains(focus))
            break;
        if (focus)
            stops << focus;
        QTest::keyClick(focus ? focus : window, Qt::Key_Tab);
    }
    return stops;
}

/// Enabled, visible controls that Tab (or, inside a group of radio buttons, an arrow) does not reach.
inline QStringList unreachable(QWidget *window)
{
    const QList<QWidget *> stops = tabStops(window);
    QStringList missed;
    const auto isReached = [&](QWidget *widget) {
        for (QWidget *stop : stops) {
            if (stop == widget || widget->isAncestorOf(stop) || widget->focusProxy() == stop)
                return true;
        }
        return false;
    };
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        const bool isOne = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)
            || qobject_cast<QAbstractItemView *>(widget);
        const bool isPart = qobject_cast<QAbstractSpinBox *>(widget->parent()) || qobject_cast<QComboBox *>(widget->parent())
            || qobject_cast<QLineEdit *>(widget->parent()) || qobject_cast<QAbstractItemView *>(widget->parent());
        auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool byArrow = button && button->autoExclusive() && !button->isChecked();
        const bool inGroup = button && button->group() && button->group()->exclusive() && button->group()->checkedButton();
        if (isOne && !isPart && !byArrow && !inGroup && widget->isVisible() && widget->isEnabled() && !isReached(widget))
            missed << QStringLiteral("%1 “%2” in %3")
                          .arg(QString::fromLatin1(widget->metaObject()->className()),
                              QStringList{ widget->objectName(), widget->accessibleName(), button ? button->text() : QString() }
                                  .join(u' '),
                              QString::fromLatin1(widget->parent()->metaObject()->className()));
    }
    return missed;
}

} // namespace accesswalk
