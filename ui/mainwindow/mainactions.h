// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace pilothouse {

/// Every command of the window as a named QAction ("startAction", …) and the menus that show them with their shortcuts.
/// The application connects triggered(); enabled states come with a reason that the tooltip tells.
class MainActions : public QObject
{
    Q_OBJECT
public:
    explicit MainActions(QObject *parent);

    void fillMenuBar(QMenuBar *bar);
    void addPageAction(const QString &id, const QString &title); ///< Ctrl+1, Ctrl+2, … in the order of the calls
    /// Keeps the action's name in the tooltip when it is enabled, the reason when it is not.
    static void setState(QAction *action, bool enabled, const QString &why = {});
    void setTheme(ThemeChoice choice); ///< checks the menu entry, emits nothing
    void setDeploymentOpen(bool open);

    QAction *open, *openWindow, *create, *closeDeployment, *quit;
    QAction *save, *saveAndApply, *review, *undo, *redo, *profiles, *history, *find;
    QAction *refresh, *nextArea, *previousArea;
    QAction *start, *stop, *restart, *switchModel, *smoke, *composer;
    QAction *preferences, *documentation, *about;
    QMenu *recentMenu;

Q_SIGNALS:
    void pageChosen(const QString &id);
    void themeChosen(ThemeChoice choice);

private:
    QAction *make(
        const char *name, const QString &text, const QString &shortText, const char *shortcut, const char *icon = nullptr);
    void makeThemeMenu(QMenu *view);

    QMenu *m_viewMenu;
    QAction *m_pagesEnd = nullptr;
    QActionGroup *m_themes;
    QList<QAction *> m_pages;
};

} // namespace pilothouse
