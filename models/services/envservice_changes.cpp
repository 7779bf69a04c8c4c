// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_conflicts.h"
#include "models/services/envservice_p.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace pilothouse {

void EnvService::Private::tightenRights()
{
    onWorker([path = file.path] { return tightenEnvFile(path); },
        [this](const Result<void> &done) {
            if (!done)
                Q_EMIT q->failed(done.error());
            look();
        });
}

/// Changes the file's present content, whatever the form holds; unsaved edits are laid over the result.
void EnvService::Private::change(EnvWriterKind by, const std::function<Result<QByteArray>(const EnvDocument &)> &make,
    const std::function<void(const Result<EnvSaved> &)> &done)
{
    const auto work = [path = file.path, by, make] { return changePresent(path, by, make); };
    pool.start([this, job = jobNumber, by, work, done] {
        const Result<EnvSaved> result = work();
        const auto answer = [this, job, by, done, result] {
            if (job == jobNumber)
                changed(result, by);
            if (done) // who asked is told also when the file was opened anew meanwhile
                done(result);
        };
        QMetaObject::invokeMethod(q, answer, Qt::QueuedConnection);
    });
}

void EnvService::Private::changed(const Result<EnvSaved> &result, EnvWriterKind by)
{
    if (!result) {
        Q_EMIT q->failed(result.error());
        return;
    }
    const QStringList keys = keysOf(editsBetween(result->before.document, result->after.document));
    if (isDirty() || !rejected.isEmpty()) {
        rebase(result->after);
    } else if (by == EnvWriterKind::Restore) {
        setFile(result->after);
        saved = base = result->after.document;
        replaceDocument(result->after.document);
    } else {
        adopt(result->after);
    }
    report(*result, keys);
    askAgain();
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

namespace {

/// A new file of the operator's deployment, readable as such files are; never over one that is there.
Result<void> createFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(bytes) == bytes.size() && file.flush())
        return {};
    if (!file.isOpen() && (QFileInfo(path).isSymLink() || QFileInfo::exists(path)))
        return envServiceError(QStringLiteral("env.exists"), EnvService::tr("%1 exists already.").arg(path),
            EnvService::tr("A template never replaces a file."));
    const QString why = file.errorString();
    if (file.isOpen())
        file.remove();
    return envServiceError(QStringLiteral("env.unwritten"), EnvService::tr("%1 could not be written.").arg(path), why);
}

} // namespace

void EnvService::saveChanges(const QList<EnvChange> &changes, const WriteDone &done)
{
    const auto make = [changes](const EnvDocument &present) -> Result<QByteArray> {
        EnvDocument document = present;
        for (const EnvChange &change : changes) {
            const std::optional<QString> theirs = document.value(change.key);
            if (theirs != change.oldValue && theirs != change.newValue)
                return conflictError({ envConflict(change.key, change.oldValue, change.newValue, theirs) });
            if (const Result<void> set = document.setValue(change.key, change.newValue); !set)
                return set.error();
        }
        return document.bytes();
    };
    d->change(EnvWriterKind::Switch, make, writeEnded(changes, done));
}

void EnvService::takeBack(const EnvWrite &write, const WriteDone &done)
{
    const auto make = [write](const EnvDocument &present) -> Result<QByteArray> {
        if (present.bytes() == write.after)
            return write.before;
        EnvDocument document = present;
        for (const EnvChange &change : write.changes) {
            if (document.value(change.key) != change.newValue)
                continue; // somebody set it since
            const Result<void> set
                = change.oldValue ? document.setValue(change.key, *change.oldValue) : document.unset(change.key);
            if (!set)
                return set.error();
        }
        return document.bytes();
    };
    d->change(EnvWriterKind::Switch, make, writeEnded(write.changes, done));
}

void EnvService::createFromTemplate(const QByteArray &bytes, const QMap<QString, QByteArray> &beside)
{
    const QString path = d->file.path;
    const auto made = std::make_shared<QStringList>();
    const auto make = [bytes, path, beside, made](const EnvDocument &present) -> Result<QByteArray> {
        if (!present.bytes().isEmpty())
            return envServiceError(
                QStringLiteral("env.exists"), tr("%1 exists already.").arg(path), tr("A template never replaces a file."));
        const QDir folder = QFileInfo(path).dir();
        for (auto file = beside.constBegin(); file != beside.constEnd(); ++file) {
            if (made->contains(folder.filePath(file.key()))) // a second try
                continue;
            if (const Result<void> done = createFile(folder.filePath(file.key()), *file); !done)
                return done.error();
            *made << folder.filePath(file.key());
        }
        return bytes;
    };
    d->change(EnvWriterKind::Template, make, [made](const Result<EnvSaved> &result) {
        for (const QString &file : std::as_const(*made)) {
            if (!result) // nothing half-made is left
                QFile::remove(file);
        }
    });
}

void EnvService::restore(const QByteArray &bytes)
{
    d->change(EnvWriterKind::Restore, [bytes](const EnvDocument &) -> Result<QByteArray> { return bytes; }, {});
}

} // namespace pilothouse
