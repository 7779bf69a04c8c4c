// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"

#include <QWidget>

namespace pilothouse {

/// One icon in a tone, not pressable; follows the theme.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(const QString &name = {}, Tone tone = Tone::Text2, int size = 16, QWidget *parent = nullptr);

    void setIcon(const QString &name, Tone tone);
    QString iconName() const { return m_name; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    Tone m_tone;
};

} // namespace pilothouse
