// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/tone.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/hairline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace pilothouse {

Card::Card(QWidget *parent) : QFrame(parent), m_outer(new QVBoxLayout(this)), m_body(new QVBoxLayout)
{
    m_outer->setContentsMargins(1, 1, 1, 1);
    m_outer->setSpacing(0);
    m_body->setContentsMargins(16, 14, 16, 14);
    m_body->setSpacing(8);
    m_outer->addLayout(m_body, 1);
}

QHBoxLayout *Card::addHeader(const QString &title, const QString &context)
{
    auto *header = new QHBoxLayout;
    header->setContentsMargins(15, 8, 15, 8);
    header->setSpacing(10);
    header->addWidget(makeLabel(title, TypeRole::CardTitle));
    if (!context.isEmpty())
        header->addWidget(makeLabel(context, TypeRole::Secondary, Tone::Text2));
    header->addStretch(1);
    m_outer->insertLayout(0, header);
    m_outer->insertWidget(1, new Hairline);
    setAccessibleName(title);
    return header;
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(toneColor(Tone::Line, palette()));
    painter.setBrush(toneColor(Tone::Base, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace pilothouse
