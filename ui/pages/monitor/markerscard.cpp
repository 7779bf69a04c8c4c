// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/monitor/markerscard.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr qsizetype mostShown = 6;

QWidget *makeRow(const Event &event)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(15, 6, 15, 6);
    line->setSpacing(10);
    const Tone tone = event.kind == Event::Kind::Failed ? Tone::Error : event.kind == Event::Kind::Ready ? Tone::Ok : Tone::Text2;
    line->addWidget(new IconLabel(eventIconName(event.kind), tone), 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new ElidedLabel(event.title));
    if (!event.text.isEmpty())
        texts->addWidget(new ElidedLabel(event.text, TypeRole::Caption, Tone::Text2));
    line->addLayout(texts, 1);
    const QString clock = event.at.toLocalTime().toString(QStringLiteral("HH:mm"));
    line->addWidget(makeLabel(clock, TypeRole::Caption, Tone::Text2), 0, Qt::AlignTop);
    row->setAccessibleName(event.title);
    row->setAccessibleDescription(event.text);
    return row;
}

} // namespace

QString eventIconName(Event::Kind kind)
{
    switch (kind) {
    case Event::Kind::Started:
        return QStringLiteral("start");
    case Event::Kind::Ready:
        return QStringLiteral("ok");
    case Event::Kind::Stopped:
        return QStringLiteral("stop");
    case Event::Kind::Failed:
        return QStringLiteral("error");
    case Event::Kind::Saved:
        return QStringLiteral("save");
    case Event::Kind::Switched:
        return QStringLiteral("switch");
    case Event::Kind::SmokeTest:
        return QStringLiteral("smoke");
    case Event::Kind::Adopted:
        return QStringLiteral("link");
    case Event::Kind::Loaded:
        return QStringLiteral("models");
    case Event::Kind::Notice:
        break;
    }
    return QStringLiteral("flag");
}

MarkersCard::MarkersCard(QWidget *parent)
    : Card(parent), m_empty(makeLabel(tr("Nothing has happened in this session yet."), TypeRole::Secondary, Tone::Text2))
{
    addHeader(tr("Change markers"));
    body()->setContentsMargins(0, 0, 0, 4);
    body()->setSpacing(0);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(15, 8, 15, 8);
    body()->addWidget(m_empty);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void MarkersCard::setEvents(const QList<Event> &events)
{
    QList<Event> newest;
    for (qsizetype i = events.size() - 1; i >= 0 && newest.size() < mostShown; --i)
        newest << events[i];
    if (newest == m_shown)
        return;
    m_shown = newest;
    delete m_rows;
    m_rows = nullptr;
    m_empty->setVisible(newest.isEmpty());
    if (newest.isEmpty())
        return;
    m_rows = new QWidget;
    auto *rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (const Event &event : std::as_const(newest)) {
        if (rows->count() > 0)
            rows->addWidget(new Hairline);
        rows->addWidget(makeRow(event));
    }
    body()->addWidget(m_rows);
}

} // namespace pilothouse
