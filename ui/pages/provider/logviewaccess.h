// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAccessibleWidget>

namespace pilothouse {

class LogView;

/// A log for screen readers: a read-only text whose content is the current row, read when the keys move it.
class LogViewAccess : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit LogViewAccess(LogView *view);
    static void install(); ///< once a program; more often does no harm
    static void tellCurrent(LogView *view);

    void *interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;

    void selection(int index, int *start, int *end) const override;
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override { }
    QString text(int start, int end) const override;
    int characterCount() const override;
    QRect characterRect(int) const override { return rect(); }
    int offsetAtPoint(const QPoint &) const override { return -1; }
    void scrollToSubstring(int, int) override { }
    QString attributes(int offset, int *start, int *end) const override;

private:
    LogView *view() const;
};

} // namespace pilothouse
