// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/monitorstrip.h"

#include <QWidget>

namespace pilothouse {

/// Left of each strip: title and unit, then one line a series with a sample of its stroke, its name and newest value,
/// then the note. The same as text for assistive technology.
class StripLegend : public QWidget
{
    Q_OBJECT
public:
    explicit StripLegend(QWidget *parent = nullptr);

    void setStrip(const MonitorStrip &strip);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintTitle(QPainter &painter, int top) const;
    void paintSeries(QPainter &painter, const MonitorSeries &series, int top) const;

    MonitorStrip m_strip;
};

} // namespace pilothouse
