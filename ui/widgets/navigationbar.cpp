// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navigationbar.h"

#include "ui/theme/tone.h"
#include "ui/widgets/navigationitem.h"

#include <QAction>
#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse {

NavigationBar::NavigationBar(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    m_column->setContentsMargins(8, 12, 8, 8);
    m_column->setSpacing(2);
    setFixedWidth(wide);
    setAccessibleName(tr("Pages"));
    connect(m_group, &QButtonGroup::buttonClicked, this,
        [this](QAbstractButton *button) { Q_EMIT chosen(static_cast<NavigationItem *>(button)->id()); });
}

void NavigationBar::addItem(const QString &id, const QString &title, const QString &icon, int group)
{
    auto *item = new NavigationItem(id, title, icon, group, this);
    item->setNarrow(width() == narrow);
    m_group->addButton(item);
    m_items.append(item);
    arrange();
}

void NavigationBar::addAction(QAction *action, const QString &icon)
{
    m_foot = new NavigationItem(action->objectName(), action->iconText(), icon, 0, this);
    m_foot->setCheckable(false);
    m_foot->setNarrow(width() == narrow);
    connect(m_foot, &QAbstractButton::clicked, action, &QAction::trigger);
    arrange();
}

void NavigationBar::arrange()
{
    std::stable_sort(m_items.begin(), m_items.end(), [](auto *a, auto *b) { return a->group() < b->group(); });
    while (QLayoutItem *item = m_column->takeAt(0))
        delete item;
    const NavigationItem *last = nullptr;
    for (NavigationItem *item : std::as_const(m_items)) {
        if (last && last->group() != item->group())
            m_column->addSpacing(8);
        m_column->addWidget(item);
        if (last)
            setTabOrder(const_cast<NavigationItem *>(last), item);
        last = item;
    }
    m_column->addStretch(1);
    if (m_foot)
        m_column->addWidget(m_foot);
    if (m_foot && last)
        setTabOrder(const_cast<NavigationItem *>(last), m_foot);
}

void NavigationBar::setBadge(const QString &id, int count, Badge badge)
{
    for (NavigationItem *item : std::as_const(m_items)) {
        if (item->id() == id)
            item->setBadge(count, badge);
    }
}

void NavigationBar::setItemEnabled(const QString &id, bool enabled, const QString &why)
{
    for (NavigationItem *item : std::as_const(m_items)) {
        if (item->id() != id)
            continue;
        item->setEnabled(enabled);
        item->setWhyDisabled(enabled ? QString() : why);
    }
}

void NavigationBar::setCurrent(const QString &id)
{
    for (NavigationItem *item : std::as_const(m_items)) {
        if (item->id() == id)
            item->setChecked(true);
    }
}

QString NavigationBar::current() const
{
    const auto *item = static_cast<const NavigationItem *>(m_group->checkedButton());
    return item ? item->id() : QString();
}

void NavigationBar::setNarrow(bool on)
{
    if ((width() == narrow) == on)
        return;
    setFixedWidth(on ? narrow : wide);
    for (NavigationItem *item : std::as_const(m_items))
        item->setNarrow(on);
    if (m_foot)
        m_foot->setNarrow(on);
}

void NavigationBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::Nav, palette()));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), toneColor(Tone::Line, palette()));
}

} // namespace pilothouse
