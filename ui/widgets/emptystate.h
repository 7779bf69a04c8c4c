// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace pilothouse {

class IconLabel;

/// Icon, what is missing in bold, one sentence, up to two buttons; stands in the middle of its place.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const QString &icon, const QString &title, const QString &text, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &text);
    QPushButton *addButton(const QString &text, const QString &icon = {});

private:
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace pilothouse
