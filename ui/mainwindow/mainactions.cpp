// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainactions.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace pilothouse {

MainActions::MainActions(QObject *parent)
    : QObject(parent), recentMenu(new QMenu(tr("Open &recent"))), m_viewMenu(new QMenu(tr("&View"))),
      m_themes(new QActionGroup(this))
{
    connect(this, &QObject::destroyed, recentMenu, [menu = recentMenu] { delete menu; });
    open = make("openAction", tr("&Open folder…"), tr("Open…"), "Ctrl+O", "folder");
    openWindow = make("openWindowAction", tr("Open in new &window…"), tr("Open in new window…"), "Ctrl+Shift+O");
    create = make("createAction", tr("&New from template…"), tr("New…"), "Ctrl+N", "template");
    closeDeployment = make("closeDeploymentAction", tr("&Close deployment"), tr("Close"), "Ctrl+W");
    quit = make("quitAction", tr("&Quit"), tr("Quit"), "Ctrl+Q");
    save = make("saveAction", tr("&Save"), tr("Save"), "Ctrl+S", "save");
    saveAndApply = make("saveAndApplyAction", tr("Save and &apply"), tr("Save and apply"), "Ctrl+Shift+S", "check");
    review = make("reviewAction", tr("Review &changes…"), tr("Review…"), "Ctrl+D", "diff");
    profiles = make("profilesAction", tr("&Profiles…"), tr("Profiles…"), "Ctrl+Shift+P", "template");
    history = make("historyAction", tr("&History…"), tr("History…"), "Ctrl+H", "clock");
    undo = make("undoAction", tr("&Undo change of a setting"), tr("Undo"), "Ctrl+Z", "undo");
    redo = make("redoAction", tr("Re&do change of a setting"), tr("Redo"), "Ctrl+Shift+Z");
    find = make("findAction", tr("&Find on this page"), tr("Find"), "Ctrl+F", "search");
    refresh = make("refreshAction", tr("Check &again"), tr("Check again"), "F5", "restart");
    nextArea = make("nextAreaAction", tr("Next &area"), tr("Next area"), "F6");
    previousArea = make("previousAreaAction", tr("&Previous area"), tr("Previous area"), "Shift+F6");
    start = make("startAction", tr("&Start"), tr("Start"), "Ctrl+Shift+Return", "start");
    stop = make("stopAction", tr("S&top"), tr("Stop"), "Ctrl+.", "stop");
    restart = make("restartAction", tr("&Restart"), tr("Restart"), "Ctrl+R", "restart");
    switchModel = make("switchAction", tr("Switch &model…"), tr("Switch model…"), "Ctrl+M", "switch");
    smoke = make("smokeAction", tr("Run smoke &test"), tr("Run smoke test"), "Ctrl+Return", "smoke");
    composer = make("composerAction", tr("&Ask the model"), tr("Ask the model"), "Ctrl+L", "chat");
    preferences = make("preferencesAction", tr("&Preferences…"), tr("Preferences…"), "Ctrl+,", "settings");
    documentation = make("documentationAction", tr("&Keyboard and help"), tr("Help"), "F1", "info");
    about = make("aboutAction", tr("About &Pilothouse"), tr("About"), nullptr);
    for (QAction *action : { save, saveAndApply, review, undo, redo })
        action->setEnabled(false); // until something is changed
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
}

QAction *MainActions::make(
    const char *name, const QString &text, const QString &shortText, const char *shortcut, const char *icon)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setIconText(shortText);
    if (shortcut)
        action->setShortcut(QKeySequence(QString::fromLatin1(shortcut), QKeySequence::PortableText));
    if (icon)
        action->setIcon(themedIcon(QString::fromLatin1(icon)));
    setState(action, true);
    return action;
}

void MainActions::setState(QAction *action, bool enabled, const QString &why)
{
    action->setEnabled(enabled);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString name = keys.isEmpty() ? action->iconText() : tr("%1 (%2)").arg(action->iconText(), keys);
    action->setToolTip(enabled || why.isEmpty() ? name : why);
}

void MainActions::fillMenuBar(QMenuBar *bar)
{
    QMenu *deployment = bar->addMenu(tr("&Deployment"));
    deployment->addActions({ open, openWindow, create });
    deployment->addMenu(recentMenu);
    deployment->addAction(closeDeployment);
    deployment->addSeparator();
    deployment->addActions({ preferences, quit });

    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addActions({ save, saveAndApply, review });
    edit->addSeparator();
    edit->addActions({ undo, redo, find });
    edit->addSeparator();
    edit->addActions({ profiles, history });

    m_viewMenu->setParent(bar, m_viewMenu->windowFlags());
    bar->addMenu(m_viewMenu);
    m_pagesEnd = m_viewMenu->addSeparator();
    m_viewMenu->addActions({ refresh, nextArea, previousArea });
    m_viewMenu->addSeparator();
    makeThemeMenu(m_viewMenu);

    QMenu *provider = bar->addMenu(tr("&Provider"));
    provider->addActions({ start, stop, restart });
    provider->addSeparator();
    provider->addActions({ switchModel, smoke, composer });

    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({ documentation, about });
    for (QMenu *menu : { deployment, edit, provider, help })
        menu->setToolTipsVisible(true); // a disabled entry tells why
}

void MainActions::makeThemeMenu(QMenu *view)
{
    QMenu *menu = view->addMenu(tr("&Theme"));
    const auto add = [this, menu](const QString &text, ThemeChoice choice) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(int(choice));
        m_themes->addAction(action);
        return action;
    };
    add(tr("As the &desktop"), ThemeChoice::System)->setChecked(true);
    add(tr("&Light"), ThemeChoice::Light);
    add(tr("Dar&k"), ThemeChoice::Dark);
    connect(m_themes, &QActionGroup::triggered, this,
        [this](QAction *action) { Q_EMIT themeChosen(ThemeChoice(action->data().toInt())); });
}

void MainActions::setTheme(ThemeChoice choice)
{
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toInt() == int(choice));
}

void MainActions::addPageAction(const QString &id, const QString &title)
{
    auto *action = new QAction(title, this);
    action->setObjectName(QStringLiteral("page.%1").arg(id));
    if (m_pages.size() < 9)
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(m_pages.size() + 1)));
    connect(action, &QAction::triggered, this, [this, id] { Q_EMIT pageChosen(id); });
    m_pages << action;
    m_viewMenu->insertAction(m_pagesEnd, action);
}

void MainActions::setDeploymentOpen(bool opened)
{
    const QString why = opened ? QString() : tr("Open a deployment first.");
    QList<QAction *> actions{ closeDeployment, find, profiles, history, refresh, smoke, composer };
    actions << m_pages;
    for (QAction *action : std::as_const(actions))
        setState(action, opened, why);
}

} // namespace pilothouse
