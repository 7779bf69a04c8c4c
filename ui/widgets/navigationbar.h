// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QWidget>

class QAction;
class QButtonGroup;
class QVBoxLayout;

namespace pilothouse {

class NavigationItem;

/// The list of pages at the left: 196 px with words, 56 px with icons, tooltips and dots. Up and Down move and choose.
class NavigationBar : public QWidget
{
    Q_OBJECT
public:
    enum class Badge { Neutral, Warning, Error };
    static constexpr int wide = 196;
    static constexpr int narrow = 56;

    explicit NavigationBar(QWidget *parent = nullptr);

    void addItem(const QString &id, const QString &title, const QString &icon, int group);
    void addAction(QAction *action, const QString &icon); ///< at the lower end; triggers, is never the current page
    void setBadge(const QString &id, int count, Badge badge); ///< 0 takes it away
    void setItemEnabled(const QString &id, bool enabled, const QString &why);
    void setCurrent(const QString &id); ///< emits nothing
    QString current() const;
    void setNarrow(bool on);

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();

    QVBoxLayout *m_column;
    QButtonGroup *m_group;
    NavigationItem *m_foot = nullptr;
    QList<NavigationItem *> m_items;
};

} // namespace pilothouse
