// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "models/deployment/envtemplate.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/pages/configuration/configurationpage.h"

#include <QAction>

#include <algorithm>

namespace pilothouse {

namespace {

void showModels(ConfigurationPage *page, const QList<ModelEntry> &models)
{
    QStringList names;
    for (const ModelEntry &model : models)
        names << model.name.text();
    page->setModelSuggestions(names);
}

void wireEdits(Panel &panel, ConfigurationPage *page)
{
    EnvService *env = &panel.session().env();
    QObject::connect(page, &ConfigurationPage::valueEdited, &panel.session(), &DeploymentSession::edit);
    QObject::connect(page, &ConfigurationPage::unsetRequested, env, &EnvService::unset);
    QObject::connect(page, &ConfigurationPage::resetRequested, env, &EnvService::resetKey);
    QObject::connect(page, &ConfigurationPage::fixRequested, env, &EnvService::applyFix);
    QObject::connect(page, &ConfigurationPage::undoRequested, env, &EnvService::undo);
    QObject::connect(page, &ConfigurationPage::redoRequested, env, &EnvService::redo);
    QObject::connect(page, &ConfigurationPage::textEdited, env, &EnvService::editText);
    QObject::connect(page, &ConfigurationPage::showSecretRequested, env, &EnvService::showSecret);
    QObject::connect(page, &ConfigurationPage::hideSecretsRequested, env, &EnvService::hideSecrets);
    QObject::connect(page, &ConfigurationPage::renameRequested, env, &EnvService::renameKey);
    QObject::connect(page, &ConfigurationPage::commentOutRequested, env, &EnvService::commentOut);
    QObject::connect(page, &ConfigurationPage::uncommentRequested, env, &EnvService::uncomment);
    QObject::connect(env, &EnvService::textRefused, page, &ConfigurationPage::showTextRefusal);
    QObject::connect(page, &ConfigurationPage::saveRequested, &panel, [&panel] { requestSave(panel, false); });
    QObject::connect(page, &ConfigurationPage::saveAndApplyRequested, &panel, [&panel] { requestSave(panel, true); });
    QObject::connect(page, &ConfigurationPage::reviewRequested, &panel, [&panel] { reviewChanges(panel); });
    QObject::connect(page, &ConfigurationPage::discardRequested, &panel, [&panel, env] {
        panel.dialogs().confirm(&panel.window(),
            Question{ Panel::tr("Discard %n changes?", nullptr, env->state().changedCount),
                Panel::tr("The form goes back to what is in .env. Undo brings them back."), Panel::tr("Discard"), true },
            [env](bool discard) {
                if (discard)
                    env->discard();
            });
    });
    QObject::connect(page, &ConfigurationPage::createFromTemplateRequested, env,
        [env](const QString &id) {
            const TemplateFiles files = templateFiles(id);
            env->createFromTemplate(files.env, files.beside);
        });
    QObject::connect(page, &ConfigurationPage::reloadRequested, env, [env, page] {
        env->discard();
        env->open(env->path());
        page->setChangedOnDisk(false);
    });
}

} // namespace

QWidget *makeConfiguration(Panel &panel)
{
    auto *page = new ConfigurationPage;
    DeploymentSession &session = panel.session();
    EnvService *env = &session.env();
    wireEdits(panel, page);
    QObject::connect(panel.window().actions()->find, &QAction::triggered, page, [page] {
        if (page->isVisible())
            page->focusFind();
    });
    QObject::connect(env, &EnvService::stateChanged, page, &ConfigurationPage::setState);
    QObject::connect(env, &EnvService::opened, page, [page, env] { page->setState(env->state()); });
    QObject::connect(env, &EnvService::changedOnDisk, page, [page] { page->setChangedOnDisk(true); });
    QObject::connect(env, &EnvService::saved, page, [page] { page->setChangedOnDisk(false); });
    QObject::connect(
        &session, &DeploymentSession::modelsChanged, page, [page](const QList<ModelEntry> &models) { showModels(page, models); });
    QObject::connect(
        &session, &DeploymentSession::courseChanged, page, [page, &session] { page->setRunningValues(session.runningValues()); });
    page->setSplit(panel.window().state().split());
    QObject::connect(
        page, &ConfigurationPage::splitChanged, &panel, [&panel, page] { panel.window().state().saveSplit(page->split()); });
    page->setState(env->state());
    page->setRunningValues(session.runningValues());
    showModels(page, session.models());
    return page;
}

void showKey(Panel &panel, const QString &key)
{
    panel.window().showPage(QStringLiteral("configuration"));
    if (auto *page = panel.window().findChild<ConfigurationPage *>())
        page->focusKey(key);
}

void wireConfiguration(Panel &panel)
{
    MainWindow *window = &panel.window();
    EnvService *env = &panel.session().env();
    MainActions *actions = window->actions();
    QObject::connect(env, &EnvService::stateChanged, window, [window, actions](const FormState &state) {
        const auto errors = std::count_if(state.problems.cbegin(), state.problems.cend(),
            [](const Problem &problem) { return problem.level == ProblemLevel::Error; });
        window->setBadge(QStringLiteral("configuration"), errors > 0 ? int(errors) : state.changedCount,
            errors > 0 ? NavigationBar::Badge::Error : NavigationBar::Badge::Neutral);
        const QString why = state.changedCount == 0 ? Panel::tr("Nothing has changed.") : state.saveBlockedBy;
        MainActions::setState(actions->save, state.canSave, why);
        MainActions::setState(actions->saveAndApply, state.canSave, why);
        MainActions::setState(actions->review, state.changedCount > 0, why);
        MainActions::setState(actions->undo, state.canUndo, Panel::tr("There is nothing to undo."));
        MainActions::setState(actions->redo, state.canRedo, Panel::tr("There is nothing to do again."));
    });
    QObject::connect(env, &EnvService::failed, &panel, [&panel](const Error &error) {
        if (error.code == QLatin1String("env.conflict") && isConflictAsked(panel)) // cancelled there: no second dialog
            panel.window().showNotice(error.message);
        else
            panel.showError(error);
    });
    QObject::connect(env, &EnvService::notice, &panel, [&panel](const Error &error) { panel.showError(error); });
    QObject::connect(env, &EnvService::lineRefused, &panel, [&panel](const Error &error) { panel.showError(error); });
    QObject::connect(actions->save, &QAction::triggered, &panel, [&panel] { requestSave(panel, false); });
    QObject::connect(actions->saveAndApply, &QAction::triggered, &panel, [&panel] { requestSave(panel, true); });
    QObject::connect(actions->undo, &QAction::triggered, env, &EnvService::undo);
    QObject::connect(actions->redo, &QAction::triggered, env, &EnvService::redo);
}

} // namespace pilothouse
