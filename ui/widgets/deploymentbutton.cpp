// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/deploymentbutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/typography.h"

#include <QDir>
#include <QMenu>
#include <QPainter>

namespace pilothouse {

QString homeShortened(const QString &path)
{
    const QString home = QDir::homePath();
    if (path == home || path.startsWith(home + QLatin1Char('/')))
        return QLatin1Char('~') + path.mid(home.size());
    return path;
}

DeploymentButton::DeploymentButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setDeployment({}, {});
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_menu)
            m_menu->popup(mapToGlobal(QPoint(8, height())));
    });
}

void DeploymentButton::setDeployment(const QString &name, const QString &path)
{
    setText(name.isEmpty() ? tr("Pilothouse") : name);
    m_path = name.isEmpty() ? tr("No deployment") : homeShortened(path);
    setToolTip(path.toHtmlEscaped());
    setAccessibleName(tr("Deployment: %1").arg(text()));
    setAccessibleDescription(m_path);
    update();
}

void DeploymentButton::setMenu(QMenu *menu)
{
    m_menu = menu;
    update();
}

QSize DeploymentButton::sizeHint() const
{
    return { 195, 57 };
}

void DeploymentButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tone = [this](Tone value) { return toneColor(value, palette()); };
    if (underMouse() || isDown())
        stylepaint::box(&painter, QRectF(rect()).adjusted(4, 4, -4, -4), 6, tone(Tone::Hover), Qt::transparent);
    painter.drawPixmap(16, (height() - 24) / 2, iconPixmap(QStringLiteral("helm"), tone(Tone::Accent), 24, devicePixelRatioF()));
    const int right = width() - (m_menu ? 30 : 10);
    if (m_menu)
        painter.drawPixmap(width() - 26, height() / 2 - 16,
            iconPixmap(QStringLiteral("chevron-down"), tone(Tone::Text2), 16, devicePixelRatioF()));
    painter.setFont(typeFont(TypeRole::CardTitle));
    painter.setPen(tone(Tone::Text));
    const int titleHeight = painter.fontMetrics().height();
    const QFontMetrics small(typeFont(TypeRole::Caption));
    const int top = (height() - titleHeight - small.height()) / 2;
    const QRect titleArea(52, top, right - 52, titleHeight);
    painter.drawText(titleArea, Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, titleArea.width()));
    painter.setFont(typeFont(TypeRole::Caption));
    painter.setPen(tone(Tone::Text2));
    const QRect pathArea(52, top + titleHeight, width() - 62, small.height());
    painter.drawText(
        pathArea, Qt::AlignVCenter | Qt::TextSingleLine, small.elidedText(m_path, Qt::ElideMiddle, pathArea.width()));
    if (hasFocus())
        stylepaint::focusRing(&painter, rect().adjusted(2, 2, -2, -2), 6, palette());
}

} // namespace pilothouse
