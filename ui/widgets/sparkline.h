// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"

#include <QList>
#include <QPointF>
#include <QWidget>

#include <optional>

namespace pilothouse {

/// A small history without axes: runs between gaps, from -range at the left to now at the right, and a dot on the
/// newest value when it is of now. The scale is 0 to the highest value, or to setMaximum().
class Sparkline : public QWidget
{
    Q_OBJECT
public:
    explicit Sparkline(QWidget *parent = nullptr);

    void setTone(Tone tone);
    void setFilled(bool on);
    void setBaseline(bool on); ///< hairline at 0
    void setMaximum(std::optional<double> maximum);
    /// x in ms relative to now (negative or 0), as TimeSeries::decimated() gives them.
    void setRuns(const QList<QList<QPointF>> &runs, qint64 rangeMs);
    bool isEmpty() const { return m_runs.isEmpty(); }
    QSize sizeHint() const override { return { 58, 26 }; }
    QSize minimumSizeHint() const override { return { 24, 14 }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double highest() const;

    QList<QList<QPointF>> m_runs;
    qint64 m_rangeMs = 1;
    std::optional<double> m_maximum;
    Tone m_tone = Tone::Series1;
    bool m_filled = false;
    bool m_baseline = false;
};

} // namespace pilothouse
