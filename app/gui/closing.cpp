// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "app/session/firstof.h"
#include "models/domain/format.h"
#include "ui/dialogs/closedialog.h"

namespace pilothouse {

namespace {

CloseFacts facts(Panel &panel)
{
    DeploymentSession &session = panel.session();
    const ProviderStatus &status = session.status();
    const TelemetrySample &sample = session.telemetry().latest();
    CloseFacts facts;
    facts.providerName = status.providerName.isEmpty() ? launcherName(status.launcher) : status.providerName;
    facts.model = status.served.isEmpty() ? QString() : status.served.first().name.text();
    const Reading<qint64> &memory = sample.providerGpuBytes.hasValue() ? sample.providerGpuBytes : sample.providerRamBytes;
    if (memory.hasValue())
        facts.memoryText = formatBytes(memory.value());
    facts.memoryKind = sample.providerGpuBytes.hasValue() ? Panel::tr("GPU memory") : Panel::tr("RAM");
    facts.ownProcess = status.ownProcess;
    facts.unsavedChanges = session.env().state().changedCount;
    facts.answerStreaming = session.chat().isBusy();
    facts.switchRunning = session.runningSwitch() != nullptr;
    return facts;
}

/// Stops the provider and closes when it is gone; a stop that fails keeps the window and says why.
void stopThen(Panel &panel, const std::function<void()> &agreed)
{
    ProviderService &provider = panel.session().provider();
    panel.window().showNotice(Panel::tr("Stopping the provider, then closing…"));
    onFirstOf(&provider, &ProviderService::stopped, agreed, &ProviderService::failed,
        [&panel] { panel.showError(panel.session().status().failure.value_or(Error{})); }, &panel);
    provider.stop();
}

bool isRunning(const ProviderStatus &status)
{
    return status.state == ProviderState::Ready || status.state == ProviderState::Degraded || status.state == ProviderState::Starting;
}

void askAboutEdits(Panel &panel, const std::function<void()> &agreed)
{
    const int changes = panel.session().env().state().changedCount;
    if (changes == 0) {
        agreed();
        return;
    }
    panel.dialogs().confirm(&panel.window(),
        Question{Panel::tr("Discard %n unsaved changes?", nullptr, changes), Panel::tr("They are not in .env yet and are lost when the window closes."),
            Panel::tr("Discard"), true, Panel::tr("Review diff…"), [&panel] { reviewChanges(panel); }},
        [agreed](bool discard) {
            if (discard)
                agreed();
        });
}

/// A half-done switch is never left behind: it goes back first, then the usual questions follow.
void askAboutSwitch(Panel &panel, const std::function<void()> &agreed)
{
    panel.dialogs().confirm(&panel.window(),
        Question{Panel::tr("A switch of the model is running"), Panel::tr("Closing takes it back first: the old .env and the old model come back."),
            Panel::tr("Go back and close"), false},
        [&panel, agreed](bool close) {
            if (!close)
                return;
            SwitchOperation *running = panel.session().runningSwitch();
            if (!running) {
                askBeforeClosing(panel, agreed);
                return;
            }
            panel.window().showNotice(Panel::tr("Going back to the old model, then closing…"));
            QObject::connect(running, &SwitchOperation::finished, &panel, [&panel, agreed] { askBeforeClosing(panel, agreed); }, Qt::QueuedConnection);
            running->cancel();
        });
}

} // namespace

void askBeforeClosing(Panel &panel, std::function<void()> agreed)
{
    if (panel.session().runningSwitch()) {
        askAboutSwitch(panel, agreed);
        return;
    }
    const ProviderStatus &status = panel.session().status();
    const OnCloseChoice remembered = panel.settings().onClose.value();
    const bool unfinished = panel.session().env().state().changedCount > 0;
    if (status.state == ProviderState::Stopping) { // the end must be seen, and a process that ignores TERM is killed by us
        askAboutEdits(panel, [&panel, agreed] { stopThen(panel, agreed); });
        return;
    }
    if (!isRunning(status) || !status.ownProcess || (remembered == OnCloseChoice::Keep && !unfinished)) {
        askAboutEdits(panel, agreed);
        return;
    }
    if (remembered == OnCloseChoice::Stop && !unfinished) {
        stopThen(panel, agreed);
        return;
    }
    if (panel.window().findChild<CloseDialog *>())
        return; // the question is already on the screen
    auto *dialog = new CloseDialog(facts(panel), &panel.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, &panel, [&panel, dialog, agreed] {
        const bool keep = dialog->choice() == CloseDialog::Choice::Keep;
        if (dialog->remember()) {
            panel.settings().onClose.set(keep ? OnCloseChoice::Keep : OnCloseChoice::Stop);
            panel.settings().sync();
        }
        if (keep)
            agreed();
        else
            stopThen(panel, agreed);
    });
    QObject::connect(dialog, &CloseDialog::reviewRequested, &panel, [&panel] { reviewChanges(panel); });
    dialog->open();
}

} // namespace pilothouse
