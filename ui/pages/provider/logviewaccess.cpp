// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/logviewaccess.h"

#include "ui/pages/provider/logview.h"

namespace pilothouse {

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *view = qobject_cast<LogView *>(object);
    return view ? new LogViewAccess(view) : nullptr;
}

} // namespace

LogViewAccess::LogViewAccess(LogView *view) : QAccessibleWidget(view, QAccessible::EditableText) { }

void LogViewAccess::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed);
}

void LogViewAccess::tellCurrent(LogView *view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent value(view, QAccessible::ValueChanged);
    QAccessible::updateAccessibility(&value);
    QAccessibleTextCursorEvent caret(view, 0);
    QAccessible::updateAccessibility(&caret);
}

LogView *LogViewAccess::view() const
{
    return static_cast<LogView *>(widget());
}

void *LogViewAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State LogViewAccess::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    return state;
}

QString LogViewAccess::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? view()->spokenLine() : QAccessibleWidget::text(kind);
}

void LogViewAccess::selection(int, int *start, int *end) const
{
    *start = *end = 0;
}

QString LogViewAccess::text(int start, int end) const
{
    const QString line = view()->spokenLine();
    return line.mid(start, end < 0 ? -1 : end - start);
}

int LogViewAccess::characterCount() const
{
    return int(view()->spokenLine().size());
}

QString LogViewAccess::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

} // namespace pilothouse
