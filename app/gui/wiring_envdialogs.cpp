// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "app/session/firstof.h"
#include "models/services/historyservice.h"
#include "models/services/profileservice.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/dialogs/diffdialog.h"
#include "ui/dialogs/historydialog.h"
#include "ui/dialogs/profilenamedialog.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/mainwindow/mainactions.h"

#include <QAction>

namespace pilothouse {

namespace {

/// The dialog of this kind when it is on the screen already.
template <typename T> bool isOpen(Panel &panel)
{
    const QList<T *> dialogs = panel.window().findChildren<T *>();
    for (T *dialog : dialogs) {
        if (dialog->isVisible())
            return true;
    }
    return false;
}

template <typename T> T *show(T *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

/// Saves these keys (none: everything), and applies what was saved as soon as it is on the disk.
void save(Panel &panel, bool apply, const QStringList &keys)
{
    EnvService &env = panel.session().env();
    if (apply)
        onFirstOf(
            &env, &EnvService::saved, [&panel] { panel.applySaved(); }, &EnvService::failed, [] {}, &panel);
    if (keys.isEmpty())
        env.save();
    else
        env.saveKeys(keys);
}

QString whenApplied(const ProviderStatus &status)
{
    const QString name = status.providerName.isEmpty() ? Panel::tr("The provider") : status.providerName;
    if (status.launcher == LauncherKind::None)
        return Panel::tr("This deployment has no provider; its programs read the file when they start.");
    if (status.launcher == LauncherKind::Remote)
        return Panel::tr("The provider runs elsewhere; Pilothouse only asks it with the new values.");
    if (status.launcher == LauncherKind::Compose)
        return Panel::tr("Compose services that read the changed values are re-created; the others go on.");
    if (status.state == ProviderState::Ready || status.state == ProviderState::Degraded
        || status.state == ProviderState::Starting)
        return Panel::tr("%1 loads the model in place where that is enough, else it is restarted; running requests are cut then.")
            .arg(name);
    return Panel::tr("%1 is not running; it is started with the saved values.").arg(name);
}

void askAboutConflicts(Panel &panel)
{
    if (isOpen<ConflictDialog>(panel))
        return;
    EnvService *env = &panel.session().env();
    auto *dialog = new ConflictDialog(&panel.window());
    const auto fill = [dialog, env] {
        dialog->setWritten(env->state().savedAt, env->state().owner);
        dialog->setConflicts(env->path(), env->conflicts(), env->mergedChanges());
    };
    QObject::connect(env, &EnvService::stateChanged, dialog, fill);
    QObject::connect(dialog, &QDialog::accepted, env, [env, dialog] {
        QObject::disconnect(env, nullptr, dialog, nullptr); // the rows stay as they were decided
        ConflictChoices choices;
        const QList<ConflictDecision> decisions = dialog->decisions();
        for (const ConflictDecision &decision : decisions) {
            if (decision.value)
                env->setValue(decision.key, *decision.value);
            choices.insert(decision.key, decision.choice);
        }
        env->resolveConflicts(choices);
    });
    QObject::connect(dialog, &QDialog::rejected, env, &EnvService::cancelConflicts);
    QObject::connect(env, &EnvService::saved, dialog, [dialog] { dialog->done(-1); }); // the other program took its change back
    fill();
    show(dialog);
}

void openHistory(Panel &panel, HistoryService *history)
{
    if (isOpen<HistoryDialog>(panel))
        return;
    EnvService *env = &panel.session().env();
    auto *dialog = new HistoryDialog(env->path(), &panel.window());
    dialog->setUnsavedChanges(env->state().changedCount);
    QObject::connect(history, &HistoryService::versionsChanged, dialog, &HistoryDialog::setVersions);
    QObject::connect(history, &HistoryService::compared, dialog, &HistoryDialog::setDiff);
    QObject::connect(history, &HistoryService::failed, dialog, &HistoryDialog::setFailure);
    QObject::connect(dialog, &HistoryDialog::compareRequested, history, &HistoryService::compare);
    for (const auto change : { &EnvService::reloaded, &EnvService::changedOnDisk })
        QObject::connect(env, change, dialog, [history] { history->refresh(); });
    QObject::connect(dialog, &HistoryDialog::restoreRequested, history, [&panel, env, history, dialog](qint64 id) {
        dialog->setRestoring(true);
        const auto done = [&panel, dialog] {
            dialog->accept();
            panel.window().showNotice(Panel::tr("The kept state is back in .env."));
        };
        onFirstOf(
            env, &EnvService::saved, done, &EnvService::failed, [dialog] { dialog->setRestoring(false); }, dialog);
        history->restore(id);
    });
    show(dialog);
    history->refresh();
}

void openProfileName(Panel &panel, ProfileService *profiles, ProfilesDialog *parent)
{
    auto *dialog = new ProfileNameDialog(parent->names(), parent);
    const auto saveAs = [profiles, dialog](const QString &name, ProfileSave mode) {
        dialog->setSaving();
        profiles->saveAs(name, mode);
    };
    QObject::connect(
        dialog, &ProfileNameDialog::saveRequested, profiles, [saveAs](const QString &name) { saveAs(name, ProfileSave::New); });
    QObject::connect(dialog, &ProfileNameDialog::replaceRequested, dialog, [&panel, dialog, saveAs](const QString &name) {
        panel.dialogs().confirm(dialog,
            Question{ Panel::tr("Replace the profile %1?").arg(name),
                Panel::tr("Its present content is replaced by the state of the form; the old content is kept in the profile’s "
                          "history."),
                Panel::tr("Replace"), true },
            [saveAs, name](bool replace) {
                if (replace)
                    saveAs(name, ProfileSave::Replace);
            });
    });
    QObject::connect(profiles, &ProfileService::saved, dialog, [&panel, dialog](const QString &path) {
        dialog->accept();
        panel.window().showNotice(Panel::tr("The profile is saved: %1").arg(path));
    });
    QObject::connect(profiles, &ProfileService::failed, dialog, [dialog](const Error &error) {
        if (error.code == QLatin1String("profile.exists"))
            dialog->setTaken();
        else
            dialog->setFailure(error);
    });
    show(dialog);
}

void openProfiles(Panel &panel, ProfileService *profiles)
{
    if (isOpen<ProfilesDialog>(panel))
        return;
    EnvService *env = &panel.session().env();
    auto *dialog = new ProfilesDialog(env->path(), &panel.window());
    QObject::connect(profiles, &ProfileService::profilesChanged, dialog, &ProfilesDialog::setProfiles);
    QObject::connect(
        profiles, &ProfileService::compared, dialog, [dialog, env](const QString &name, const QList<ProfileChange> &changes) {
            dialog->setChanges(name, changes, env->state().rows);
        });
    QObject::connect(profiles, &ProfileService::failed, dialog, [dialog](const Error &error) {
        if (!dialog->findChild<ProfileNameDialog *>()) // which tells it itself
            dialog->setFailure(error);
    });
    QObject::connect(profiles, &ProfileService::applied, dialog, [&panel, dialog](const QString &name, const QStringList &keys) {
        dialog->accept();
        panel.window().showPage(QStringLiteral("configuration"));
        panel.window().showNotice(
            Panel::tr("%n values of %1 are in the form, not saved yet.", nullptr, int(keys.size())).arg(name));
    });
    QObject::connect(dialog, &ProfilesDialog::compareRequested, profiles, &ProfileService::compare);
    for (const auto change : { &EnvService::reloaded, &EnvService::changedOnDisk })
        QObject::connect(env, change, dialog, [dialog, profiles] { profiles->compare(dialog->selected()); });
    QObject::connect(
        dialog, &ProfilesDialog::applyRequested, profiles, [dialog, profiles](const QString &name, const QStringList &keys) {
            dialog->setApplying();
            profiles->apply(name, keys);
        });
    QObject::connect(dialog, &ProfilesDialog::saveAsRequested, dialog,
        [&panel, profiles, dialog] { openProfileName(panel, profiles, dialog); });
    show(dialog);
    profiles->refresh();
}

void openReview(Panel &panel)
{
    EnvService *env = &panel.session().env();
    if (isOpen<DiffDialog>(panel) || env->state().changedCount == 0)
        return;
    auto *dialog = new DiffDialog(&panel.window());
    const auto fill = [dialog, env] { dialog->setState(env->state(), env->pendingDiff()); };
    QObject::connect(env, &EnvService::stateChanged, dialog, fill);
    QObject::connect(dialog, &DiffDialog::saveRequested, &panel, [&panel](const QStringList &keys) { save(panel, false, keys); });
    QObject::connect(
        dialog, &DiffDialog::saveAndApplyRequested, &panel, [&panel](const QStringList &keys) { save(panel, true, keys); });
    QObject::connect(dialog, &DiffDialog::revertRequested, env, &EnvService::resetKey);
    QObject::connect(dialog, &DiffDialog::revertAllRequested, env, &EnvService::discard);
    dialog->setWhenApplied(whenApplied(panel.session().status()));
    fill();
    show(dialog);
}

} // namespace

void requestSave(Panel &panel, bool apply)
{
    whenWritable(panel, [&panel, apply] {
        if (panel.session().env().state().dangers.isEmpty())
            save(panel, apply, {});
        else
            openReview(panel); // which names the consequences and has both buttons
    });
}

void reviewChanges(Panel &panel)
{
    whenWritable(panel, [&panel] { openReview(panel); });
}

bool isConflictAsked(Panel &panel)
{
    return panel.window().findChild<ConflictDialog *>() != nullptr;
}

void wireEnvDialogs(Panel &panel)
{
    DeploymentSession &session = panel.session();
    MainActions *actions = panel.window().actions();
    auto *history = new HistoryService(session.env(), &session);
    auto *profiles = new ProfileService(session.env(), &session);
    QObject::connect(&session.env(), &EnvService::conflictsFound, &panel, [&panel] { askAboutConflicts(panel); });
    QObject::connect(actions->review, &QAction::triggered, &panel, [&panel] { reviewChanges(panel); });
    QObject::connect(actions->history, &QAction::triggered, &panel, [&panel, history] { openHistory(panel, history); });
    QObject::connect(actions->profiles, &QAction::triggered, &panel, [&panel, profiles] { openProfiles(panel, profiles); });
}

} // namespace pilothouse
