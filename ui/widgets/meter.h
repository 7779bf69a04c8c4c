// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"

#include <QList>
#include <QWidget>

namespace pilothouse {

struct MeterSegment
{
    double value = 0; ///< in the unit of the meter's total
    Tone tone = Tone::Series1;
    QString legend; ///< "ollama 0.19"; also what the meter says to assistive technology
    bool operator==(const MeterSegment &) const = default;
};

/// A bar of segments with 1 px gaps over an empty track, optionally with a legend below (visual.md §6 "Memory bar").
/// A total that is not above 0 is unknown: only the track is drawn.
class Meter : public QWidget
{
    Q_OBJECT
public:
    explicit Meter(QWidget *parent = nullptr);

    void setSegments(const QList<MeterSegment> &segments, double total);
    void setLegendShown(bool on);
    void setBarHeight(int pixels);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBar(QPainter &painter, const QRectF &bar) const;
    void paintLegend(QPainter &painter, int top) const;

    QList<MeterSegment> m_segments;
    double m_total = 0;
    int m_barHeight = 8;
    bool m_legend = false;
};

} // namespace pilothouse
