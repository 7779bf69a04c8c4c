// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/instrumentcard.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/sparkline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pilothouse {

InstrumentCard::InstrumentCard(const QString &title, QWidget *parent)
    : Card(parent), m_title(makeLabel(title, TypeRole::SecondaryStrong, Tone::Text2)),
      m_aside(makeLabel(QString(), TypeRole::Caption, Tone::Text2)), m_figure(makeLabel(QStringLiteral("—"), TypeRole::Figure)),
      m_unit(makeLabel(QString(), TypeRole::Body, Tone::Text2)), m_detail(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_last(new ElidedLabel(QString(), TypeRole::Caption, Tone::Text2)), m_extras(new QVBoxLayout), m_captionRow(new QWidget),
      m_captionIcon(new IconLabel(QString(), Tone::Text2, 14)),
      m_caption(new ElidedLabel(QString(), TypeRole::Caption, Tone::Text2))
{
    body()->setContentsMargins(15, 11, 15, 12);
    body()->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_aside);
    body()->addLayout(head);
    body()->addSpacing(4);
    m_title->setMinimumWidth(40);

    auto *figures = new QHBoxLayout;
    figures->setSpacing(6);
    m_unit->setContentsMargins(0, 0, 0, 4); // small type sits on the figure's baseline, not on its box
    m_detail->setContentsMargins(0, 0, 0, 4);
    figures->addWidget(m_figure);
    figures->addWidget(m_unit, 0, Qt::AlignBottom);
    figures->addStretch(1);
    figures->addWidget(m_detail, 0, Qt::AlignBottom);
    body()->addLayout(figures);
    m_last->hide();
    body()->addWidget(m_last);
    body()->addSpacing(4);
    m_extras->setSpacing(5);
    body()->addLayout(m_extras);

    auto *captionRow = new QHBoxLayout(m_captionRow);
    captionRow->setContentsMargins(0, 5, 0, 0);
    captionRow->setSpacing(5);
    captionRow->addWidget(m_captionIcon);
    captionRow->addWidget(m_caption, 1);
    m_captionRow->hide();
    body()->addStretch(1);
    body()->addWidget(m_captionRow);
    setMinimumHeight(188);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    describe();
}

void InstrumentCard::setTitle(const QString &title, const QString &aside)
{
    m_title->setText(title);
    m_aside->setText(aside);
    describe();
}

void InstrumentCard::setFigure(const QString &figure, const QString &unit, const QString &detail)
{
    m_figure->setText(figure);
    m_unit->setText(unit);
    m_detail->setText(detail);
    describe();
}

void InstrumentCard::describe()
{
    setAccessibleName(tr("%1: %2 %3").arg(m_title->text(), m_figure->text(), m_unit->text()));
    setAccessibleDescription(m_detail->text());
}

void InstrumentCard::setLast(const QString &text)
{
    m_last->setText(text);
    m_last->setVisible(!text.isEmpty());
}

void InstrumentCard::setMeter(const QList<MeterSegment> &segments, double total)
{
    if (!m_meter) {
        m_meter = new Meter;
        m_meter->setLegendShown(true);
        m_extras->insertWidget(0, m_meter);
    }
    m_meter->setSegments(segments, total);
}

void InstrumentCard::setFact(int index, const QString &label, const QString &value, const QString &aside)
{
    Fact &fact = m_facts[index];
    if (!fact.row) {
        fact.row = new QWidget;
        fact.label = makeLabel(QString(), TypeRole::Secondary, Tone::Text2);
        fact.value = makeLabel(QString(), TypeRole::SecondaryStrong);
        fact.aside = makeLabel(QString(), TypeRole::Secondary, Tone::Text2);
        auto *row = new QHBoxLayout(fact.row);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(10);
        row->addWidget(fact.label, 1);
        row->addWidget(fact.value);
        row->addWidget(fact.aside);
        m_extras->addWidget(fact.row);
    }
    fact.label->setText(label);
    fact.value->setText(value);
    fact.aside->setText(aside);
    fact.aside->setVisible(!aside.isEmpty());
}

void InstrumentCard::setHistory(const QList<QList<QPointF>> &runs, qint64 rangeMs, Tone tone)
{
    if (!m_history) {
        m_history = new Sparkline;
        m_history->setFilled(true);
        m_history->setBaseline(true);
        m_history->setMinimumHeight(40);
        m_history->setMaximumHeight(90);
        m_history->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        body()->insertWidget(body()->indexOf(m_captionRow), m_history, 4);
    }
    m_history->setTone(tone);
    m_history->setRuns(runs, rangeMs);
}

void InstrumentCard::setCaption(const QString &icon, const QString &text)
{
    m_captionIcon->setIcon(icon, Tone::Text2);
    m_captionIcon->setVisible(!icon.isEmpty());
    m_caption->setText(text);
    m_captionRow->setVisible(!text.isEmpty());
}

QString InstrumentCard::figure() const
{
    return m_figure->text();
}

} // namespace pilothouse
