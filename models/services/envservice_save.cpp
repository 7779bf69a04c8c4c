// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_p.h"

#include <QDir>

namespace pilothouse {

namespace {

QString changedCode()
{
    return QStringLiteral("env.changed-on-disk");
}

Error blocked(const QString &code, const QString &message, const QString &cause)
{
    Error error;
    error.code = code;
    error.message = message;
    error.cause = cause;
    return error;
}

} // namespace

void EnvService::Private::open(const QString &path)
{
    ++jobNumber;
    isOpen = looking = saving = saveAgain = false;
    lookError.clear();
    file = EnvFileContent();
    file.path = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    saved = base = current = EnvDocument();
    history.clear();
    rejected.clear();
    form.rebuild(input());
    look();
}

void EnvService::Private::look()
{
    if (looking || saving || file.path.isEmpty())
        return;
    looking = true;
    onWorker([path = file.path] { return readSnapshot(path); },
        [this](const Result<EnvSnapshot> &snapshot) {
            looking = false;
            looked(snapshot);
        });
}

void EnvService::Private::looked(const Result<EnvSnapshot> &snapshot)
{
    watch.setFile(file.path, snapshot ? snapshot->file.resolvedPath : file.resolvedPath);
    if (!snapshot) {
        // Said once per reason, not every two seconds. Edits stay; the file shows up again when it can be read.
        if (lookError == snapshot.error().code)
            return;
        lookError = snapshot.error().code;
        file.readOnlyReason = snapshot.error().message + QLatin1Char(' ') + snapshot.error().cause;
        refresh();
        Q_EMIT q->failed(snapshot.error());
        return;
    }
    const bool wasUnreadable = !lookError.isEmpty();
    lookError.clear();
    if (saving) // this look is older than the save; its end looks again
        return;
    const EnvFileContent &now = snapshot->file;
    if (!isOpen) {
        isOpen = true;
        adopt(*snapshot);
        Q_EMIT q->opened();
        return;
    }
    if (now.exists == file.exists && now.hash == file.hash) {
        const bool sameFacts = now.mode == file.mode && now.links == file.links && now.readOnlyReason == file.readOnlyReason;
        file = now;
        if (!sameFacts || wasUnreadable)
            refresh();
        return;
    }
    if (!isDirty() && now.exists) {
        adopt(*snapshot);
        Q_EMIT q->reloaded();
        return;
    }
    rebase(*snapshot);
    refresh();
    Q_EMIT q->changedOnDisk();
}

void EnvService::Private::adopt(const EnvSnapshot &snapshot)
{
    file = snapshot.file;
    saved = base = current = snapshot.document;
    history.clear();
    rejected.clear();
    refresh();
}

QStringList EnvService::Private::rebase(const EnvSnapshot &snapshot)
{
    file = snapshot.file;
    QStringList conflicts;
    if (!snapshot.file.exists) { // deleted: all that was there waits for Save, comments included
        saved = EnvDocument();
        return conflicts;
    }
    const QList<EnvEdit> ours = editsBetween(base, current);
    for (const EnvEdit &edit : ours) {
        const std::optional<QString> theirs = snapshot.document.value(edit.key);
        if (theirs != base.value(edit.key) && theirs != edit.value)
            conflicts << edit.key;
    }
    history.clear(); // its snapshots are made of the old content
    saved = base = snapshot.document;
    current = withEdits(saved, ours, &rejected);
    return conflicts;
}

void EnvService::Private::save()
{
    if (saving) {
        saveAgain = true;
        return;
    }
    if (!form.state.canSave) {
        if (isOpen && !isDirty() && rejected.isEmpty() && !form.state.readOnly) {
            Q_EMIT q->saved({});
            return;
        }
        Q_EMIT q->failed(
            blocked(QStringLiteral("env.blocked"), tr("%1 was not saved.").arg(file.path), form.state.saveBlockedBy));
        return;
    }
    startSave(1);
}

void EnvService::Private::startSave(int attempt)
{
    saving = true;
    const EnvSnapshot from{ file, saved };
    const EnvDocument written = current;
    const auto work = [from, written, backup = firstChange()] { return saveOver(from, written.bytes(), backup); };
    onWorker(work, [this, written, attempt](const Result<EnvSaved> &result) { saveEnded(result, written, attempt); });
}

void EnvService::Private::saveEnded(const Result<EnvSaved> &result, const EnvDocument &written, int attempt)
{
    saving = false;
    if (!result && result.error().code == changedCode() && attempt < 3) {
        mergeAndSave(result.error(), attempt);
        return;
    }
    if (!result) {
        saveAgain = false;
        Q_EMIT q->failed(result.error());
        look();
        return;
    }
    const QStringList keys = keysOf(editsBetween(result->before.document, written));
    file = result->after.file;
    saved = base = written;
    report(*result, keys);
    if (std::exchange(saveAgain, false) && isDirty())
        save();
}

/// Another program was faster: our edits go over its content. Saved at once unless both changed the same key.
void EnvService::Private::mergeAndSave(const Error &error, int attempt)
{
    saving = true;
    onWorker([path = file.path] { return readSnapshot(path); },
        [this, error, attempt](const Result<EnvSnapshot> &snapshot) {
            saving = false;
            if (!snapshot) {
                Q_EMIT q->failed(snapshot.error());
                return;
            }
            const QStringList conflicts = rebase(*snapshot);
            refresh();
            Q_EMIT q->changedOnDisk();
            if (conflicts.isEmpty() && form.state.canSave) {
                startSave(attempt + 1);
                return;
            }
            Error told = error;
            told.cause = conflicts.isEmpty() ? form.state.saveBlockedBy
                                             : tr("Both changed %1.").arg(conflicts.join(QStringLiteral(", ")));
            saveAgain = false;
            Q_EMIT q->failed(told);
        });
}

void EnvService::Private::report(const EnvSaved &done, const QStringList &keys)
{
    if (done.before.file.exists && done.before.file.hash != done.after.file.hash)
        backedUp.insert(file.resolvedPath);
    watch.setFile(file.path, file.resolvedPath);
    refresh();
    Q_EMIT q->saved(keys);
    if (!done.durable) {
        Error notice = blocked(QStringLiteral("env.durability-unknown"),
            tr("%1 is saved, but the disk did not confirm it.").arg(file.path),
            tr("After a power loss the old content may be back."));
        notice.fix = tr("Save again when the disk is well.");
        Q_EMIT q->notice(notice);
    }
}

/// Changes the file's present content, whatever the form holds; unsaved edits are laid over the result.
void EnvService::Private::change(const std::function<Result<QByteArray>(const EnvDocument &)> &make,
    const std::function<void(const Result<EnvSaved> &)> &done)
{
    const auto work = [path = file.path, backup = firstChange(), make] { return changePresent(path, backup, make); };
    pool.start([this, job = jobNumber, work, done] {
        const Result<EnvSaved> result = work();
        const auto answer = [this, job, done, result] {
            if (job == jobNumber)
                changed(result);
            if (done) // who asked is told also when the file was opened anew meanwhile
                done(result);
        };
        QMetaObject::invokeMethod(q, answer, Qt::QueuedConnection);
    });
}

void EnvService::Private::changed(const Result<EnvSaved> &result)
{
    if (!result) {
        Q_EMIT q->failed(result.error());
        return;
    }
    const QStringList keys = keysOf(editsBetween(result->before.document, result->after.document));
    if (isDirty())
        rebase(result->after);
    else
        adopt(result->after);
    report(*result, keys);
}

void EnvService::save()
{
    d->save();
}

namespace {

using WriteDone = std::function<void(const Result<EnvWrite> &)>;

std::function<void(const Result<EnvSaved> &)> writeEnded(const QList<EnvChange> &changes, const WriteDone &done)
{
    if (!done)
        return {};
    return [changes, done](const Result<EnvSaved> &result) {
        if (result)
            done(EnvWrite{ result->before.document.bytes(), result->after.document.bytes(), changes });
        else
            done(result.error());
    };
}

} // namespace

void EnvService::saveChanges(const QList<EnvChange> &changes, const WriteDone &done)
{
    const auto make = [changes](const EnvDocument &present) -> Result<QByteArray> {
        EnvDocument document = present;
        for (const EnvChange &change : changes) {
            if (const Result<void> set = document.setValue(change.key, change.newValue); !set)
                return set.error();
        }
        return document.bytes();
    };
    d->change(make, writeEnded(changes, done));
}

void EnvService::takeBack(const EnvWrite &write, const WriteDone &done)
{
    const auto make = [write](const EnvDocument &present) -> Result<QByteArray> {
        if (present.bytes() == write.after)
            return write.before;
        EnvDocument document = present;
        for (const EnvChange &change : write.changes) {
            const Result<void> set = change.oldValue ? document.setValue(change.key, *change.oldValue) : document.unset(change.key);
            if (!set)
                return set.error();
        }
        return document.bytes();
    };
    d->change(make, writeEnded(write.changes, done));
}

void EnvService::createFromTemplate(const QByteArray &bytes)
{
    const QString path = d->file.path;
    d->change([bytes, path](const EnvDocument &present) -> Result<QByteArray> {
        if (!present.bytes().isEmpty())
            return blocked(
                QStringLiteral("env.exists"), tr("%1 exists already.").arg(path), tr("A template never replaces a file."));
        return bytes;
    }, {});
}

} // namespace pilothouse
