// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/choicecard.h"

#include "ui/widgets/controls.h"

#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QRadioButton>

namespace pilothouse {

ChoiceCard::ChoiceCard(const QString &title, const QString &consequence, QWidget *parent)
    : QWidget(parent), m_radio(new QRadioButton(QString(title).replace(QLatin1Char('&'), QStringLiteral("&&")))),
      m_figure(makeLabel(QString(), TypeRole::BodyStrong)), m_caption(makeLabel(QString(), TypeRole::Caption, Tone::Text2))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 14, 9);
    grid->setVerticalSpacing(0);
    m_radio->setFont(typeFont(TypeRole::BodyStrong));
    m_radio->setAccessibleDescription(consequence);
    QLabel *text = makeLabel(consequence, TypeRole::Secondary, Tone::Text2);
    text->setWordWrap(true);
    text->setIndent(24);
    grid->addWidget(m_radio, 0, 0);
    grid->addWidget(text, 1, 0);
    grid->addWidget(m_figure, 0, 1, Qt::AlignRight);
    grid->addWidget(m_caption, 1, 1, Qt::AlignRight | Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    m_radio->setAutoExclusive(false); // the dialog's button group decides, cards have different parents
    connect(m_radio, &QRadioButton::toggled, this, QOverload<>::of(&QWidget::update));
}

void ChoiceCard::setFigure(const QString &figure, const QString &caption)
{
    m_figure->setText(figure);
    m_caption->setText(caption);
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool chosen = m_radio->isChecked();
    const qreal half = chosen ? 0.75 : 0.5;
    painter.setPen(QPen(toneColor(chosen ? Tone::Accent : Tone::Line, palette()), chosen ? 1.5 : 1.0));
    painter.setBrush(toneColor(chosen ? Tone::AccentTint : Tone::Base, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), 8, 8);
}

void ChoiceCard::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_radio->setChecked(true);
    m_radio->setFocus(Qt::MouseFocusReason);
}

} // namespace pilothouse
