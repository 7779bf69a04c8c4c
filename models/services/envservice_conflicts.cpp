// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_conflicts.h"

#include "models/env/envdiff.h"
#include "models/services/envservice_p.h"

#include <QMetaMethod>

namespace pilothouse {

Error conflictError(const QList<EnvConflict> &conflicts)
{
    Error error;
    error.code = QStringLiteral("env.conflict");
    error.message = EnvService::tr("Nothing was saved: another program changed the same variables.");
    QStringList sentences;
    for (const EnvConflict &conflict : conflicts)
        sentences << conflictText(conflict);
    error.cause = sentences.join(u' ');
    error.fix = EnvService::tr("Decide which value stays, then save again.");
    return error;
}

Error envServiceError(const QString &code, const QString &message, const QString &cause)
{
    Error error;
    error.code = code;
    error.message = message;
    error.cause = cause;
    return error;
}

QList<EnvConflict> EnvService::Private::openConflicts() const
{
    QList<EnvConflict> conflicts;
    for (auto each = disputed.constBegin(); each != disputed.constEnd(); ++each) {
        const std::optional<QString> mine = current.value(each.key());
        const std::optional<QString> theirs = saved.value(each.key());
        if (mine != theirs)
            conflicts << envConflict(each.key(), each.value(), mine, theirs);
    }
    return conflicts;
}

bool EnvService::Private::askAboutConflicts()
{
    const QList<EnvConflict> conflicts = openConflicts();
    if (conflicts.isEmpty())
        return false;
    saveWaits = true;
    asked = conflicts;
    if (q->isSignalConnected(QMetaMethod::fromSignal(&EnvService::conflictsFound)))
        Q_EMIT q->conflictsFound(conflicts);
    else
        giveUpSave();
    return true;
}

void EnvService::Private::askAgain()
{
    if (saveWaits && openConflicts() != asked && !askAboutConflicts())
        save();
}

void EnvService::Private::giveUpSave()
{
    saveWaits = saveAgain = false;
    onlyKeys.reset();
    Q_EMIT q->failed(conflictError(openConflicts()));
}

QList<EnvConflict> EnvService::conflicts() const
{
    return d->openConflicts();
}

QList<EnvConflict> EnvService::mergedChanges() const
{
    QStringList open;
    for (const EnvConflict &conflict : d->openConflicts())
        open << conflict.key;
    QList<EnvConflict> merged;
    for (const EnvEdit &edit : editsBetween(d->saved, d->current)) {
        const std::optional<QString> theirs = d->saved.value(edit.key);
        if (!open.contains(edit.key))
            merged << envConflict(edit.key, theirs, edit.value, theirs);
    }
    for (auto each = d->foreign.constBegin(); each != d->foreign.constEnd(); ++each) {
        const std::optional<QString> theirs = d->saved.value(each.key());
        if (theirs != each.value() && theirs == d->current.value(each.key()))
            merged << envConflict(each.key(), each.value(), each.value(), theirs);
    }
    return merged;
}

void EnvService::resolveConflicts(const ConflictChoices &choices)
{
    EnvDocument document = d->current;
    for (const EnvConflict &conflict : d->openConflicts()) {
        const auto choice = choices.constFind(conflict.key);
        if (choice == choices.constEnd())
            continue;
        if (*choice == ConflictChoice::Theirs) {
            const Result<EnvDocument> edited = withKeyOf(document, d->saved, conflict.key);
            if (!edited) {
                d->rejected.insert(conflict.key, RejectedEdit{ conflict.theirs.value_or(QString()), edited.error() });
                continue;
            }
            document = *edited;
            d->rejected.remove(conflict.key);
        }
        d->disputed.remove(conflict.key);
    }
    if (!(document == d->current))
        d->replaceDocument(std::move(document));
    if (d->saveWaits && d->openConflicts().isEmpty())
        d->save();
}

void EnvService::cancelConflicts()
{
    if (d->saveWaits)
        d->giveUpSave();
}

QByteArray EnvService::currentBytes() const
{
    return d->current.bytes();
}

QList<EnvDiffLine> EnvService::pendingDiff() const
{
    return diffEnv(d->saved, d->current);
}

} // namespace pilothouse
