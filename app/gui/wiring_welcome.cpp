// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "models/deployment/envtemplate.h"
#include "models/deployment/opendeployment.h"
#include "models/services/envservice.h"
#include "ui/pages/welcome/welcomepage.h"

#include <QInputDialog>

namespace pilothouse {

namespace {

void openOrTell(Panel &panel, const QString &path)
{
    const Result<Deployment> opened = openDeployment(path);
    if (opened) {
        panel.requestOpen(*opened);
        return;
    }
    panel.window().welcome()->showMessage(MessageBar::Kind::Error, opened.error().message, opened.error().fix);
}

/// Opens another deployment when what is unfinished in this one may end.
void leaveFor(Panel &panel, const Deployment &deployment)
{
    panel.whenMayClose([&panel, deployment] { panel.requestOpen(deployment); });
}

/// A template goes into a folder of the operator's choice; files that are there already are never touched.
void create(Panel &panel, const QString &templateId)
{
    panel.dialogs().openFolder(&panel.window(), {}, [&panel, templateId](const QString &folder) {
        const Result<Deployment> opened = openDeployment(folder);
        if (!opened) {
            panel.showError(opened.error());
            return;
        }
        auto *env = new EnvService(&panel);
        QObject::connect(env, &EnvService::opened, env, [env, templateId, &panel, deployment = *opened] {
            if (env->state().fileExists) {
                env->deleteLater();
                leaveFor(panel, deployment);
            } else {
                const TemplateFiles files = templateFiles(templateId);
                env->createFromTemplate(files.env, files.beside);
            }
        });
        QObject::connect(env, &EnvService::saved, env, [env, &panel, deployment = *opened] {
            env->deleteLater();
            leaveFor(panel, deployment);
        });
        QObject::connect(env, &EnvService::failed, env, [env, &panel](const Error &error) {
            env->deleteLater();
            panel.showError(error);
        });
        env->open(opened->envPath);
    });
}

QList<DeploymentTemplate> templates()
{
    return {{QStringLiteral("ollama"), Panel::tr("Ollama on this machine")}, {QStringLiteral("vllm"), Panel::tr("vLLM on this machine")},
        {QStringLiteral("vllm-compose"), Panel::tr("vLLM in docker compose")},
        {QStringLiteral("none"), Panel::tr("No LLM")}};
}

} // namespace

void chooseTemplate(Panel &panel)
{
    auto *dialog = new QInputDialog(&panel.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Panel::tr("New deployment"));
    dialog->setLabelText(Panel::tr("The template for its .env:"));
    QStringList titles;
    for (const DeploymentTemplate &entry : templates())
        titles << entry.title;
    dialog->setComboBoxItems(titles);
    QObject::connect(dialog, &QInputDialog::textValueSelected, &panel,
        [&panel, titles](const QString &title) { create(panel, templates().at(titles.indexOf(title)).id); });
    dialog->open();
}

void wireWelcome(Panel &panel)
{
    WelcomePage *page = panel.window().welcome();
    page->setTemplates(templates());
    QObject::connect(page, &WelcomePage::createRequested, &panel, [&panel](const QString &id) { create(panel, id); });
    QObject::connect(page, &WelcomePage::folderDropped, &panel, [&panel](const QString &path) { openOrTell(panel, path); });
    QObject::connect(page, &WelcomePage::clearRecentRequested, &panel, [&panel, page] {
        for (const QString &path : panel.settings().recentDeployments())
            panel.settings().removeRecentDeployment(path);
        page->setRecent({});
    });
}

} // namespace pilothouse
