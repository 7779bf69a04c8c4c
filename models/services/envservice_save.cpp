// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envdiff.h"
#include "models/env/envmerge.h"
#include "models/services/envservice_choices.h"
#include "models/services/envservice_conflicts.h"
#include "models/services/envservice_p.h"

#include <QDir>

#include <algorithm>

namespace pilothouse {

namespace {

QString changedCode()
{
    return QStringLiteral("env.changed-on-disk");
}

Error mergeError(const QString &key)
{
    Error error;
    error.code = QStringLiteral("env.unwritable");
    error.message = EnvService::tr("%1 cannot stand in the new content of the file.").arg(key);
    error.cause = EnvService::tr("Another program left a quote open in it.");
    error.fix = EnvService::tr("Close the quote, then set the value again.");
    return error;
}

} // namespace

void EnvService::Private::open(const QString &path)
{
    ++jobNumber;
    isOpen = looking = saving = saveAgain = saveWaits = false;
    lookError.clear();
    file = EnvFileContent();
    file.path = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    saved = base = current = EnvDocument();
    history.clear();
    rejected.clear();
    disputed.clear();
    foreign.clear();
    typed.clear();
    onlyKeys.reset();
    nextWriter = writer;
    form.rebuild(input());
    look();
}

void EnvService::Private::look()
{
    if (looking || saving || file.path.isEmpty())
        return;
    looking = true;
    onWorker([path = file.path, known = isOpen ? file.hash : QByteArray()] { return readSnapshot(path, known); },
        [this](const Result<EnvSnapshot> &snapshot) {
            looking = false;
            looked(snapshot);
        });
}

void EnvService::Private::looked(const Result<EnvSnapshot> &snapshot)
{
    watch.setFile(file.path);
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
        setFile(*snapshot);
        if (!sameFacts || wasUnreadable)
            refresh();
        return;
    }
    if (!isDirty() && rejected.isEmpty() && now.exists) {
        adopt(*snapshot);
        Q_EMIT q->reloaded();
        return;
    }
    rebase(*snapshot);
    refresh();
    Q_EMIT q->changedOnDisk();
    askAgain();
}

void EnvService::Private::adopt(const EnvSnapshot &snapshot)
{
    setFile(snapshot);
    saved = base = current = snapshot.document;
    history.clear();
    rejected.clear();
    disputed.clear();
    foreign.clear();
    typed.clear();
    nextWriter = writer;
    refresh();
}

void EnvService::Private::rebase(const EnvSnapshot &snapshot)
{
    setFile(snapshot);
    if (!snapshot.file.exists) { // deleted: all that was there waits for Save, comments included
        saved = EnvDocument();
        return;
    }
    const EnvMerge merge = mergeEnv(base, current, snapshot.document);
    for (const EnvConflict &conflict : merge.conflicts) {
        if (!disputed.contains(conflict.key))
            disputed.insert(conflict.key, conflict.base);
    }
    for (const EnvEdit &edit : editsBetween(base, snapshot.document)) {
        if (!foreign.contains(edit.key))
            foreign.insert(edit.key, base.value(edit.key));
        if (rejected.contains(edit.key) && !disputed.contains(edit.key)) // typed, but not in the document that was merged
            disputed.insert(edit.key, base.value(edit.key));
    }
    for (const EnvEdit &edit : merge.unwritable)
        rejected.insert(edit.key, RejectedEdit{ edit.value.value_or(QString()), mergeError(edit.key) });
    history.clear(); // its snapshots are made of the old content
    saved = base = snapshot.document;
    current = merge.document;
}

void EnvService::Private::save()
{
    saveWaits = false;
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
            envServiceError(QStringLiteral("env.blocked"), tr("%1 was not saved.").arg(file.path), form.state.saveBlockedBy));
        return;
    }
    if (const QList<EnvWriteQuestion> questions = q->writeQuestions(); !questions.isEmpty()) {
        Q_EMIT q->failed(choiceError(file.path, questions));
        return;
    }
    if (!askAboutConflicts())
        startSave(1);
}

void EnvService::Private::startSave(int attempt)
{
    saving = true;
    const EnvSnapshot from{ file, saved };
    const EnvDocument written = toBeSaved();
    const auto work = [from, written, by = nextWriter] { return saveOver(from, written.bytes(), by); };
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
        onlyKeys.reset();
        Q_EMIT q->failed(result.error());
        look();
        return;
    }
    const QStringList keys = keysOf(editsBetween(result->before.document, written));
    setFile(result->after);
    saved = base = written;
    onlyKeys.reset();
    disputed.clear();
    foreign.clear();
    forgetChoices();
    nextWriter = writer;
    report(*result, keys);
    if (std::exchange(saveAgain, false) && isDirty()) {
        onlyKeys = nextKeys;
        save();
    }
}

/// Another program was faster: our edits go over its content. Saved at once unless both changed the same key.
void EnvService::Private::mergeAndSave(const Error &error, int attempt)
{
    saving = true;
    onWorker([path = file.path] { return readSnapshot(path); },
        [this, error, attempt](const Result<EnvSnapshot> &snapshot) {
            saving = false;
            if (!snapshot) {
                saveAgain = false;
                Q_EMIT q->failed(snapshot.error());
                return;
            }
            rebase(*snapshot);
            refresh();
            Q_EMIT q->changedOnDisk();
            if (form.state.canSave) {
                if (!askAboutConflicts())
                    startSave(attempt + 1);
                return;
            }
            saveAgain = false;
            if (!isDirty() && rejected.isEmpty()) { // the other program wrote just what we wanted
                Q_EMIT q->saved({});
                return;
            }
            Error told = error;
            told.cause = form.state.saveBlockedBy;
            Q_EMIT q->failed(told);
        });
}

void EnvService::Private::report(const EnvSaved &done, const QStringList &keys)
{
    watch.setFile(file.path);
    refresh();
    Q_EMIT q->saved(keys);
    if (!done.durable) {
        Error notice = envServiceError(QStringLiteral("env.durability-unknown"),
            tr("%1 is saved, but the disk did not confirm it.").arg(file.path),
            tr("After a power loss the old content may be back."));
        notice.fix = tr("Save again when the disk is well.");
        Q_EMIT q->notice(notice);
    }
    if (!done.versionKept) {
        Q_EMIT q->notice(envServiceError(QStringLiteral("env.version-not-kept"),
            tr("%1 is saved, but this version is missing in its history.").arg(file.path),
            tr("The state folder could not be written.")));
    }
}

/// Without the edits of the other keys; their lines stay as they are in the file, place and all.
EnvDocument EnvService::Private::toBeSaved() const
{
    if (!onlyKeys)
        return current;
    const QList<EnvEdit> edits = editsBetween(saved, current);
    const QStringList edited = keysOf(edits);
    const QList<EnvDiffLine> lines = diffEnv(saved, current);
    const auto isOther = [&](const QString &key) { return !key.isEmpty() && !onlyKeys->contains(key) && !edited.contains(key); };
    // A removed line would come back at the end of the file, and a line that reads the same (quotes, a comment, a double) is
    // no edit of a value: then the wanted edits are carried to the file instead.
    bool fromFile = std::any_of(
        lines.begin(), lines.end(), [&](const EnvDiffLine &line) { return isOther(line.oldKey) || isOther(line.newKey); });
    EnvDocument document = current;
    for (const EnvEdit &edit : edits) {
        if (fromFile || onlyKeys->contains(edit.key))
            continue;
        const Result<EnvDocument> carried = withKeyOf(document, saved, edit.key);
        fromFile = !edit.value || !carried;
        document = carried ? *carried : document;
    }
    if (!fromFile)
        return document;
    document = saved;
    for (const QString &key : *onlyKeys) {
        if (const Result<EnvDocument> carried = withKeyOf(document, current, key))
            document = *carried;
    }
    return document;
}

void EnvService::save()
{
    (d->saving ? d->nextKeys : d->onlyKeys).reset();
    d->save();
}

void EnvService::saveKeys(const QStringList &keys)
{
    (d->saving ? d->nextKeys : d->onlyKeys) = keys;
    d->save();
}

void EnvService::look()
{
    d->look();
}

void EnvService::setWriter(EnvWriterKind writer)
{
    d->writer = d->nextWriter = writer;
}

void EnvService::setNextWriter(EnvWriterKind writer)
{
    d->nextWriter = writer;
}

} // namespace pilothouse
