// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/writeoptionbox.h"

#include "ui/theme/tone.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QRadioButton>

namespace pilothouse {

namespace {

QString styleText(const QString &style)
{
    if (style == QLatin1String("single"))
        return WriteOptionBox::tr("single quotes");
    if (style == QLatin1String("double"))
        return WriteOptionBox::tr("double quotes");
    if (style == QLatin1String("escaped"))
        return WriteOptionBox::tr("double quotes, with escapes");
    if (style == QLatin1String("quote-escaped"))
        return WriteOptionBox::tr("single quotes, with escapes");
    if (style == QLatin1String("backtick"))
        return WriteOptionBox::tr("backticks");
    return WriteOptionBox::tr("no quotes");
}

} // namespace

WriteOptionBox::WriteOptionBox(const QString &key, const EnvWriteOption &option, QWidget *parent)
    : QWidget(parent), m_style(option.style), m_radio(new QRadioButton)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    auto *line = new ElidedLabel(option.line, TypeRole::Mono);
    line->setElideMode(Qt::ElideMiddle);
    grid->addWidget(m_radio, 0, 0);
    grid->addWidget(line, 0, 1, 1, 2);
    grid->addWidget(makeLabel(styleText(option.style), TypeRole::Caption, Tone::Text2), 0, 3, Qt::AlignRight);
    grid->setColumnStretch(2, 1);
    QStringList sentences;
    int row = 1;
    for (const EnvReaderGroup &group : option.groups) {
        const QString readers = group.readers.join(QStringLiteral(", "));
        grid->addWidget(new IconLabel(group.asTyped ? QStringLiteral("ok") : QStringLiteral("not-equal"),
                            group.asTyped ? Tone::Ok : Tone::Warn),
            row, 0, Qt::AlignTop | Qt::AlignHCenter);
        QLabel *text = makeLabel(tr("%1: %2").arg(readers, group.gets), TypeRole::Secondary, Tone::Text2);
        text->setWordWrap(true);
        grid->addWidget(text, row++, 1, 1, 3);
        sentences << tr("%1: %2").arg(readers, group.gets);
    }
    m_radio->setObjectName(QStringLiteral("%1.%2").arg(option.style, key));
    m_radio->setAccessibleName(tr("Write %1").arg(option.line));
    m_radio->setAccessibleDescription(sentences.join(QStringLiteral(". ")));
    connect(m_radio, &QRadioButton::toggled, this, QOverload<>::of(&QWidget::update));
}

void WriteOptionBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool chosen = m_radio->isChecked();
    painter.setPen(toneColor(chosen ? Tone::Accent : Tone::Line2, palette()));
    painter.setBrush(toneColor(chosen ? Tone::AccentTint : Tone::Base, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void WriteOptionBox::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_radio->setFocus(Qt::MouseFocusReason);
    m_radio->click();
}

} // namespace pilothouse
