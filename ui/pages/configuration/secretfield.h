// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/pages/configuration/valuefield.h"

#include <QTimer>

class QLineEdit;
class QToolButton;

namespace pilothouse {

/// A secret. While masked the widget does not hold the value at all: neither the screen nor a screen reader can have it,
/// not even its length. The eye shows it for some seconds and counts them down; leaving the field, the page or the window
/// hides it at once. Typing while masked replaces it. Copies ask clipboard managers not to keep them.
class SecretField : public ValueField
{
    Q_OBJECT
public:
    explicit SecretField(QWidget *parent = nullptr);

    QWidget *editor() const override;
    bool isRevealed() const { return m_revealed; }
    void setRevealTime(int ms); ///< 30 000 unless told otherwise

protected:
    void showRow(const FormRow &row) override;
    QString shownValue() const override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reveal();
    void mask();
    void showTime();
    void focusLeft();

    QLineEdit *m_edit;
    QToolButton *m_eye;
    QTimer m_timer;
    int m_time = 30'000;
    int m_left = 0; ///< milliseconds
    QString m_value;
    bool m_present = false;
    bool m_revealed = false;
};

} // namespace pilothouse
