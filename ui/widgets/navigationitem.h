// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/navigationbar.h"

#include <QAbstractButton>

namespace pilothouse {

/// One page in the navigation; painted, with a badge at the right or a dot when only the icon shows.
class NavigationItem : public QAbstractButton
{
    Q_OBJECT
public:
    NavigationItem(const QString &id, const QString &title, const QString &icon, int group, QWidget *parent);

    QString id() const { return m_id; }
    int group() const { return m_groupNumber; }
    void setBadge(int count, NavigationBar::Badge badge);
    void setNarrow(bool on);
    void setWhyDisabled(const QString &why);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    QString m_id;
    QString m_icon;
    QString m_why;
    int m_groupNumber;
    int m_count = 0;
    NavigationBar::Badge m_badge = NavigationBar::Badge::Neutral;
    bool m_narrow = false;
};

} // namespace pilothouse
