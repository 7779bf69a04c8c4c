// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envmerge.h"
#include "models/services/envservice_p.h"

#include <QLocale>

namespace pilothouse {

EnvService::Private::Private(EnvService *service, EnvWatching watching)
    : q(service), watch(watching), schema(VariableSchema::load(QLocale().name())), language(QLocale().name().left(2))
{
    pool.setMaxThreadCount(1);
    QObject::connect(&watch, &EnvWatch::maybeChanged, q, [this] { look(); });
}

EnvFormInput EnvService::Private::input()
{
    if (!(textDocument == current))
        renewText(false);
    return { schema, file, saved, current, rejected, secrets, text, owner, language, history.canUndo(), history.canRedo(),
        textCursor };
}

void EnvService::Private::refresh()
{
    form.rebuild(input());
    Q_EMIT q->stateChanged(form.state);
}

QString EnvService::Private::valueIn(const EnvDocument &document, const QString &key) const
{
    return document.value(key).value_or(schema.defaultValue(key));
}

void EnvService::Private::edit(const QString &key, const std::optional<QString> &value)
{
    if (!isEditable())
        return;
    EnvDocument edited = current;
    const bool wasRejected = rejected.contains(key);
    const Result<void> done = apply(edited, key, value);
    textCursor = -1;
    if (!done) {
        refresh();
        return;
    }
    if (edited == current && !wasRejected)
        return;
    if (!(edited == current)) // typing in a field is one step
        history.record(current, secrets, edited, value ? QStringLiteral("key ") + key : QString());
    current = std::move(edited);
    refresh();
}

void EnvService::Private::replaceDocument(EnvDocument document)
{
    if (document == current && rejected.isEmpty())
        return;
    history.record(current, secrets, document);
    current = std::move(document);
    textCursor = -1;
    refresh();
}

EnvService::EnvService(QObject *parent, EnvWatching watching) : QObject(parent), d(std::make_unique<Private>(this, watching)) { }

EnvService::~EnvService()
{
    d->pool.waitForDone(); // a save under way is finished, not cut
}

void EnvService::setLanguage(const QString &language)
{
    d->schema = VariableSchema::load(language);
    d->language = language.left(2);
    if (d->isOpen)
        d->refresh();
}

void EnvService::open(const QString &path)
{
    d->open(path);
}

QString EnvService::path() const
{
    return d->file.path;
}

const FormState &EnvService::state() const
{
    return d->form.state;
}

QString EnvService::value(const QString &key) const
{
    return d->valueIn(d->current, key);
}

QString EnvService::savedValue(const QString &key) const
{
    return d->valueIn(d->saved, key);
}

bool EnvService::savedHas(const QString &key) const
{
    return d->saved.has(key);
}

QMap<QString, QString> EnvService::savedValues() const
{
    QMap<QString, QString> values;
    for (const EnvEntry &entry : d->saved.entries()) {
        if (entry.assigned)
            values.insert(QString::fromUtf8(d->saved.keyOf(entry)), QString::fromUtf8(d->saved.valueOf(entry)));
    }
    return values;
}

int EnvService::savedLine(const QString &key) const
{
    return d->saved.line(key);
}

void EnvService::setValue(const QString &key, const QString &value)
{
    d->edit(key, value);
}

void EnvService::unset(const QString &key)
{
    d->edit(key, std::nullopt);
}

void EnvService::resetKey(const QString &key)
{
    d->rejected.remove(key);
    const auto lineIn = [&](const EnvDocument &document) {
        const EnvEntry *entry = document.find(key);
        return entry ? document.bytes().sliced(entry->start, entry->end - entry->start) : QByteArray();
    };
    // Where that gives the line its own bytes and place back, comments and blank lines that were edited too stay so.
    const Result<EnvDocument> direct = withKeyOf(d->current, d->saved, key);
    if (direct && d->current.has(key) && lineIn(*direct) == lineIn(d->saved)) {
        d->replaceDocument(*direct);
        d->refresh();
        return;
    }
    EnvDocument document = d->saved; // else built anew from the file
    for (const EnvEdit &edit : editsBetween(d->saved, d->current)) {
        if (edit.key == key)
            continue;
        if (const Result<EnvDocument> carried = withKeyOf(document, d->current, edit.key))
            document = *carried;
        else
            d->rejected.insert(edit.key, RejectedEdit{ edit.value.value_or(QString()), carried.error() });
    }
    if (document == d->current)
        d->refresh();
    else
        d->replaceDocument(std::move(document));
}

void EnvService::discard()
{
    d->rejected.clear();
    d->forgetChoices();
    if (d->isDirty())
        d->replaceDocument(d->saved);
    else
        d->refresh();
}

void EnvService::undo()
{
    if (d->history.canUndo())
        d->step(&EnvHistory::undo);
}

void EnvService::redo()
{
    if (d->history.canRedo())
        d->step(&EnvHistory::redo);
}

void EnvService::applyFix(const ProblemFix &fix)
{
    if (fix.tightensRights)
        d->tightenRights();
    if (!d->isEditable())
        return;
    EnvDocument document = d->current;
    for (const QString &key : fix.unsetKeys) {
        const auto sets = [&](const auto &pair) { return pair.first == key; };
        if (std::any_of(fix.setValues.begin(), fix.setValues.end(), sets))
            document.keepLast(key); // set and removed at once: the doubles go
        else
            (void)d->apply(document, key, std::nullopt); // what is refused stands beside its field
    }
    for (const auto &[key, value] : fix.setValues)
        (void)d->apply(document, key, value);
    d->replaceDocument(std::move(document));
}

QByteArray EnvService::savedBytes() const
{
    return d->saved.bytes();
}

} // namespace pilothouse
