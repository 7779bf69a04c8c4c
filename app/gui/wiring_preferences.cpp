// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/helpdialog.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>

namespace pilothouse {

namespace {

Preferences currentPreferences(const Settings &settings)
{
    Preferences preferences;
    preferences.theme = settings.theme.value();
    preferences.language = settings.language.value();
    preferences.onClosing = settings.onClose.value();
    return preferences;
}

void setTheme(Panel &panel, ThemeChoice choice)
{
    panel.settings().theme.set(choice);
    applyTheme(*qApp, choice);
    panel.window().actions()->setTheme(choice);
}

void take(Panel &panel, const Preferences &preferences)
{
    Settings &settings = panel.settings();
    const bool language = preferences.language != settings.language.value();
    if (preferences.theme != settings.theme.value())
        setTheme(panel, preferences.theme);
    settings.language.set(preferences.language);
    settings.onClose.set(preferences.onClosing);
    settings.sync();
    if (language)
        Q_EMIT panel.languageChanged();
}

} // namespace

void wirePreferences(Panel &panel)
{
    MainWindow *window = &panel.window();
    MainActions *actions = window->actions();
    actions->setTheme(panel.settings().theme.value());
    QObject::connect(actions, &MainActions::themeChosen, &panel, [&panel](ThemeChoice choice) { setTheme(panel, choice); });
    QObject::connect(actions->preferences, &QAction::triggered, &panel, [&panel, window] {
        auto *dialog = new PreferencesDialog(currentPreferences(panel.settings()), window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, &PreferencesDialog::preferencesChanged, &panel, [&panel](const Preferences &preferences) { take(panel, preferences); });
        dialog->open();
    });
    QObject::connect(actions->documentation, &QAction::triggered, window, [window] {
        auto *dialog = new HelpDialog(window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    QObject::connect(actions->about, &QAction::triggered, window, [window] {
        auto *dialog = new AboutDialog(window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

} // namespace pilothouse
