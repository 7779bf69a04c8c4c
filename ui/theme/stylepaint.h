// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStyleOption>

class QPainter;
class QWidget;

/// The painters of PilothouseStyle, one file per family of controls.
namespace pilothouse::stylepaint {

void box(QPainter *painter, const QRectF &rect, qreal radius, const QBrush &fill, const QColor &line, qreal width = 1);
void focusRing(QPainter *painter, const QRect &rect, qreal radius, const QPalette &palette);

// stylebuttons.cpp
void pushPanel(QPainter *painter, const QStyleOption &option, const QWidget *widget);
void pushLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void toolButton(QPainter *painter, const QStyleOptionToolButton &option, const QWidget *widget);
void checkMark(QPainter *painter, const QStyleOption &option);
void radioMark(QPainter *painter, const QStyleOption &option);

// stylefields.cpp
void fieldPanel(QPainter *painter, const QStyleOption &option, const QWidget *widget);
void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QWidget *widget, const QRect &up, const QRect &down);
void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget, const QRect &arrow);

// styleviews.cpp
void rowPanel(QPainter *painter, const QStyleOptionViewItem &option);
void headerSection(QPainter *painter, const QStyleOptionHeader &option);
void scrollSlider(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider);
void progressBar(QPainter *painter, const QStyleOptionProgressBar &option);
void viewFrame(QPainter *painter, const QStyleOption &option, const QWidget *widget);

} // namespace pilothouse::stylepaint
