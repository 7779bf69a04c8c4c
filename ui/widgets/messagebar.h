// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace pilothouse {

class IconLabel;

/// One sentence on a tint with an icon and at most two buttons at the right (visual.md §6 "Message"). Plain text only.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Info, Ok, Warning, Error };
    explicit MessageBar(QWidget *parent = nullptr);

    void setMessage(Kind kind, const QString &text, const QString &detail = {});
    QPushButton *addButton(const QString &text);
    void clearButtons();
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Info;
    IconLabel *m_icon;
    QLabel *m_text;
    QLabel *m_detail;
    QHBoxLayout *m_buttons;
};

} // namespace pilothouse
