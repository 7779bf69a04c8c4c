// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/headergauge.h"

#include "ui/theme/stylepaint.h"
#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace pilothouse {

namespace {

constexpr int margin = 18;
constexpr int pictureWidth = 58;
constexpr int leastText = 92; ///< so that the strip does not jump while the figure changes

QFont figureFont()
{
    QFont font = typeFont(TypeRole::CardTitle);
    return font;
}

} // namespace

HeaderGauge::HeaderGauge(const QString &caption, QWidget *picture, QWidget *parent) : QAbstractButton(parent), m_picture(picture)
{
    picture->setParent(this);
    picture->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setReading(caption, QStringLiteral("—"), QString());
}

void HeaderGauge::setReading(const QString &caption, const QString &figure, const QString &unit)
{
    if (m_caption == caption && m_figure == figure && m_unit == unit)
        return;
    const QSize before = sizeHint();
    m_caption = caption;
    m_figure = figure;
    m_unit = unit;
    setAccessibleName(tr("%1: %2 %3").arg(caption, figure, unit));
    if (sizeHint() != before)
        updateGeometry();
    update();
}

void HeaderGauge::setNarrow(bool on)
{
    m_narrow = on;
    m_picture->setVisible(!on);
    updateGeometry();
}

int HeaderGauge::textWidth() const
{
    const int reading = QFontMetrics(figureFont()).horizontalAdvance(m_figure) + 5
        + QFontMetrics(typeFont(TypeRole::Secondary)).horizontalAdvance(m_unit);
    const int caption = QFontMetrics(typeFont(TypeRole::Caption)).horizontalAdvance(m_caption);
    return qMax(qMax(reading, caption), m_narrow ? 60 : leastText);
}

QSize HeaderGauge::sizeHint() const
{
    return { margin + textWidth() + (m_narrow ? 0 : 10 + pictureWidth) + margin, 57 };
}

void HeaderGauge::resizeEvent(QResizeEvent *)
{
    m_picture->setGeometry(width() - margin - pictureWidth, height() / 2 - 7, pictureWidth, 26);
}

void HeaderGauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tone = [this](Tone value) { return toneColor(value, palette()); };
    if (underMouse())
        stylepaint::box(&painter, QRectF(rect()).adjusted(4, 4, -4, -4), 6, tone(Tone::Hover), Qt::transparent);
    const QFontMetrics small(typeFont(TypeRole::Caption));
    const QFontMetrics large(figureFont());
    const int top = (height() - small.height() - large.height()) / 2;
    painter.setFont(typeFont(TypeRole::Caption));
    painter.setPen(tone(Tone::Text2));
    painter.drawText(margin, top + small.ascent(), m_caption);
    const int base = top + small.height() + large.ascent();
    painter.setFont(figureFont());
    painter.setPen(tone(Tone::Text));
    painter.drawText(margin, base, m_figure);
    painter.setPen(tone(Tone::Text2));
    painter.setFont(typeFont(TypeRole::Secondary));
    painter.drawText(margin + large.horizontalAdvance(m_figure) + 5, base, m_unit);
    if (hasFocus())
        stylepaint::focusRing(&painter, rect().adjusted(2, 2, -2, -2), 6, palette());
}

} // namespace pilothouse
