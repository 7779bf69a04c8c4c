// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/groupheader.h"

#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace pilothouse {

GroupHeader::GroupHeader(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(title), m_toggle(new QToolButton(this)),
      m_count(makeLabel(QString(), TypeRole::Secondary, Tone::Text3)),
      m_reason(new ElidedLabel(QString(), TypeRole::Secondary, Tone::Text2)), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(12, 4, 12, 0);
    m_layout->setSpacing(8);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setText(title);
    m_toggle->setFont(typeFont(TypeRole::CardTitle));
    m_toggle->setIconSize(QSize(14, 14));
    m_layout->addWidget(m_toggle);
    m_layout->addWidget(m_count);
    m_layout->addWidget(m_reason, 1);
    connect(m_toggle, &QToolButton::clicked, this, [this] { Q_EMIT foldRequested(!m_folded); });
    setMinimumHeight(30);
    showState();
}

void GroupHeader::setFolded(bool folded)
{
    if (m_folded == folded)
        return;
    m_folded = folded;
    showState();
}

void GroupHeader::setCount(int count)
{
    m_count->setText(QLocale().toString(count));
}

void GroupHeader::setReason(const QString &reason)
{
    m_reason->setText(reason);
}

void GroupHeader::addAction(QWidget *widget)
{
    m_layout->addWidget(widget);
}

void GroupHeader::showState()
{
    m_toggle->setIcon(themedIcon(m_folded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"), Tone::Text2));
    m_toggle->setAccessibleName(m_title);
    m_toggle->setAccessibleDescription(m_folded ? tr("folded") : tr("open"));
}

} // namespace pilothouse
