// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace pilothouse {

/// A one-pixel line in the colour of card borders.
class Hairline : public QWidget
{
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace pilothouse
