// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/typography.h"

#include <QApplication>
#include <QFontDatabase>

namespace pilothouse {

namespace {

QFont scaled(QFont font, const QFont &base, qreal factor)
{
    if (base.pixelSize() > 0)
        font.setPixelSize(qMax(1, qRound(base.pixelSize() * factor)));
    else
        font.setPointSizeF(base.pointSizeF() * factor);
    return font;
}

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold); // fontconfig takes the nearest face where a family has none
    return font;
}

} // namespace

QFont typeFont(TypeRole role)
{
    const QFont base = QApplication::font();
    switch (role) {
    case TypeRole::Figure:
        return scaled(base, base, 2.15);
    case TypeRole::WindowTitle:
        return strong(scaled(base, base, 1.85));
    case TypeRole::PageTitle:
        return strong(scaled(base, base, 1.4));
    case TypeRole::CardTitle:
        return strong(scaled(base, base, 1.08));
    case TypeRole::Body:
        return base;
    case TypeRole::BodyStrong:
        return strong(base);
    case TypeRole::Secondary:
        return scaled(base, base, 0.92);
    case TypeRole::SecondaryStrong:
        return strong(scaled(base, base, 0.92));
    case TypeRole::Caption:
        return scaled(base, base, 0.85);
    case TypeRole::Mono:
    case TypeRole::MonoCaption:
        break;
    }
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    return scaled(fixed, base, role == TypeRole::Mono ? 0.92 : 0.85);
}

} // namespace pilothouse
