// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "ui/dialogs/switchdialog.h"

namespace pilothouse {

namespace {

void follow(Panel &panel, SwitchDialog *dialog, SwitchOperation *operation)
{
    QObject::connect(operation, &SwitchOperation::stepsChanged, dialog, &SwitchDialog::setProgress);
    QObject::connect(operation, &SwitchOperation::finished, dialog, &SwitchDialog::setOutcome);
    QObject::connect(dialog, &SwitchDialog::cancelRequested, operation, &SwitchOperation::cancel);
    QObject::connect(dialog, &SwitchDialog::sentToBackground, dialog, &QObject::deleteLater); // opened again, it is made anew
    dialog->setProgress(operation->steps());
    panel.window().showNotice(Panel::tr("Switching the model…"));
}

} // namespace

void Panel::openSwitch()
{
    if (m_window->findChild<SwitchDialog *>())
        return;
    auto *dialog = new SwitchDialog(m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setCurrentModel(m_session->configuredModel());
    connect(dialog, &SwitchDialog::modelChosen, this,
        [this, dialog](const ModelName &model) { dialog->setPlan(m_session->planSwitch(model, std::nullopt)); });
    connect(dialog, &SwitchDialog::switchRequested, this, [this, dialog] { follow(*this, dialog, m_session->startSwitch(dialog->plan())); });
    connect(m_session.get(), &DeploymentSession::modelsChanged, dialog, [dialog](const QList<ModelEntry> &models) {
        if (dialog->phase() == SwitchDialog::Phase::Choosing)
            dialog->setModels(models);
    });
    connect(&m_session->catalogue(), &ModelCatalogue::failed, dialog, [this, dialog](const Error &error) {
        if (m_session->models().isEmpty())
            dialog->setModelsFailed(error);
    });
    if (SwitchOperation *running = m_session->runningSwitch()) { // sent to the background before: show it again
        dialog->choose(running->plan().to);
        dialog->setPlan(running->plan());
        follow(*this, dialog, running);
    } else {
        dialog->setLoading();
        m_session->withModels([this, guard = QPointer<SwitchDialog>(dialog)] {
            if (guard && guard->phase() == SwitchDialog::Phase::Choosing && !m_session->models().isEmpty())
                guard->setModels(m_session->models());
        });
    }
    dialog->open();
}

} // namespace pilothouse
