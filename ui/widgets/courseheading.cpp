// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/courseheading.h"

#include "ui/theme/icons.h"
#include "ui/theme/typography.h"
#include "ui/widgets/courserow.h"

#include <QPainter>

namespace pilothouse {

CourseHeading::CourseHeading(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CourseHeading::setCaptions(const QString &uses, const QString &serves)
{
    m_captions[1] = uses;
    m_captions[2] = serves;
    update();
}

QSize CourseHeading::sizeHint() const
{
    return { 600, qMax(26, fontMetrics().height() + 8) };
}

void CourseHeading::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const CourseColumns columns(width());
    const QString names[3] = { tr(".env says"), tr("Process uses"), tr("API serves") };
    const char *icons[3] = { "file", "provider", "link" };
    const QFont strong = typeFont(TypeRole::SecondaryStrong);
    const QFont caption = typeFont(TypeRole::Caption);
    for (int column = 0; column < 3; ++column) {
        const int left = columns.left(column);
        const int right = column < 2 ? columns.left(column + 1) - 12 : width();
        painter.drawPixmap(left, (height() - 14) / 2,
            iconPixmap(QString::fromLatin1(icons[column]), toneColor(Tone::Text2, palette()), 14, devicePixelRatioF()));
        painter.setFont(strong);
        painter.setPen(toneColor(Tone::Text2, palette()));
        const int words = painter.fontMetrics().horizontalAdvance(names[column]);
        const int base = (height() + painter.fontMetrics().ascent() - painter.fontMetrics().descent()) / 2;
        painter.drawText(left + 20, base, names[column]);
        painter.setFont(caption);
        painter.setPen(toneColor(Tone::Text3, palette()));
        const int start = left + 20 + words + 8;
        painter.drawText(start, base, painter.fontMetrics().elidedText(m_captions[column], Qt::ElideRight, right - start));
    }
}

} // namespace pilothouse
