// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include "ui/widgets/card.h"
#include "ui/widgets/meter.h"

#include <QPointF>

class QLabel;

namespace pilothouse {

class ElidedLabel;
class IconLabel;
class Sparkline;

/// One instrument: title, figure with unit and detail, then what the instrument adds (bar, facts), one hour of history,
/// and a caption. Parts without content take no room; figures of neighbours stand on one baseline.
class InstrumentCard : public Card
{
    Q_OBJECT
public:
    explicit InstrumentCard(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &aside);
    void setFigure(const QString &figure, const QString &unit, const QString &detail);
    void setLast(const QString &text); ///< "last 20.9 GiB, 26 min ago" while there is no value now; empty hides it
    void setMeter(const QList<MeterSegment> &segments, double total);
    void setFact(int index, const QString &label, const QString &value, const QString &aside = {}); ///< index 0 or 1
    void setHistory(const QList<QList<QPointF>> &runs, qint64 rangeMs, Tone tone);
    void setCaption(const QString &icon, const QString &text);
    QString figure() const;

    /// Place between figure and history for an own part.
    QVBoxLayout *extras() const { return m_extras; }

private:
    struct Fact
    {
        QWidget *row = nullptr;
        QLabel *label = nullptr;
        QLabel *value = nullptr;
        QLabel *aside = nullptr;
    };
    void describe();

    QLabel *m_title;
    QLabel *m_aside;
    QLabel *m_figure;
    QLabel *m_unit;
    QLabel *m_detail;
    ElidedLabel *m_last;
    Meter *m_meter = nullptr;
    QVBoxLayout *m_extras;
    Fact m_facts[2];
    Sparkline *m_history = nullptr;
    QWidget *m_captionRow;
    IconLabel *m_captionIcon;
    ElidedLabel *m_caption;
};

} // namespace pilothouse
