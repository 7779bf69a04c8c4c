// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/dialogs/dialogs.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTest>
#include <QTextEdit>
#include <QWindow>

namespace windowtest {

/// First visible widget below root for which the predicate holds.
template <typename T = QWidget, typename Predicate> T *seen(QWidget *root, Predicate predicate)
{
    const QList<T *> all = root->findChildren<T *>();
    for (T *widget : all) {
        if (widget->isVisible() && predicate(widget))
            return widget;
    }
    return nullptr;
}

template <typename T = QWidget> T *named(QWidget *root, const char *objectName)
{
    return seen<T>(root, [objectName](T *widget) { return widget->objectName() == QLatin1String(objectName); });
}

/// The field of a form, by the end of the name that assistive technology reads.
inline QWidget *called(QWidget *root, const QString &end)
{
    return seen(root, [&end](QWidget *widget) { return widget->accessibleName().endsWith(end); });
}

/// All that can be read below root: labels, buttons, texts, and what painted widgets tell assistive technology.
inline QString readable(QWidget *root)
{
    QStringList texts;
    const QList<QWidget *> all = root->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!widget->isVisible())
            continue;
        if (auto *label = qobject_cast<QLabel *>(widget))
            texts << label->text();
        else if (auto *button = qobject_cast<QAbstractButton *>(widget))
            texts << button->text();
        else if (auto *edit = qobject_cast<QPlainTextEdit *>(widget))
            texts << edit->toPlainText();
        else if (auto *view = qobject_cast<QTextEdit *>(widget))
            texts << view->toPlainText();
        texts << widget->accessibleName() << widget->accessibleDescription();
    }
    texts.removeAll(QString());
    return texts.join(u'\n');
}

/// A mouse click that reaches whatever lies at the middle of the widget, as a hand would; false when that is not the widget.
inline bool click(QWidget *widget, QPoint at = {})
{
    if (!widget || !widget->isVisible() || !widget->isEnabled())
        return false;
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(widget);
    }
    QWidget *top = widget->window();
    const QPoint place = widget->mapTo(top, at.isNull() ? widget->rect().center() : at);
    QWidget *hit = top->childAt(place);
    if (hit != widget && !widget->isAncestorOf(hit) && !(hit && hit->isAncestorOf(widget)))
        return false;
    QTest::mouseClick(top->windowHandle(), Qt::LeftButton, {}, place);
    return true;
}

/// What a window manager does when a window or dialog opens, or the one above it closes; there is none here.
inline bool activate(QWidget *top)
{
    if (QApplication::activeWindow() == top || QApplication::activePopupWidget())
        return true;
    top->activateWindow();
    return QTest::qWaitForWindowActive(top);
}

inline void press(QWidget *top, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    activate(top);
    QTest::keyClick(top->windowHandle(), Qt::Key(key), modifiers);
}

inline void type(QWidget *top, const QString &text)
{
    for (const QChar character : text)
        QTest::keyClick(top->windowHandle(), character.toLatin1());
}

/// Replaces the whole text of a field by mouse and keyboard.
inline bool fill(QWidget *field, const QString &text)
{
    if (!click(field, QPoint(12, field->height() / 2)))
        return false;
    press(field->window(), Qt::Key_A, Qt::ControlModifier);
    type(field->window(), text);
    return true;
}

/// The dialog of this class, once it is there and active.
template <typename T> T *dialogOf(QWidget *parent, int timeoutMs = 5'000)
{
    T *dialog = nullptr;
    if (!QTest::qWaitFor([&] { return (dialog = seen<T>(parent, [](T *) { return true; })) != nullptr; }, timeoutMs))
        return nullptr;
    return activate(dialog) ? dialog : nullptr;
}

/// A picture of what is on the screen for people, when PILOTHOUSE_PICTURES names a folder.
inline void picture(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("PILOTHOUSE_PICTURES");
    if (folder.isEmpty() || !widget)
        return;
    QDir().mkpath(folder);
    QTest::qWait(150); // what is being laid out is done then; only pictures wait for it
    widget->grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
}

/// Answers in place of the operator and keeps what was asked and told.
class Answers : public pilothouse::Dialogs
{
public:
    void openFolder(QWidget *, const QString &, std::function<void(const QString &)> answer) override
    {
        if (!folder.isEmpty())
            answer(folder);
    }
    void confirm(QWidget *, const pilothouse::Question &question, std::function<void(bool)> answer) override
    {
        questions << question.title;
        answer(agree);
    }
    void notify(QWidget *, const pilothouse::Failure &failure) override { failures << failure; }

    QString folder;
    bool agree = true;
    QStringList questions;
    QList<pilothouse::Failure> failures;
};

} // namespace windowtest
