// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envdocument_lines.h"
#include "models/services/envservice_p.h"

namespace pilothouse {

void EnvService::Private::renewText(bool typed)
{
    if (!(textDocument == current)) {
        secrets = textDocument.bytes().isEmpty() ? secretsOf(current) : secretsAfter(secrets, textDocument, current, typed);
        textDocument = current;
    }
    text = EnvText(current.bytes(), secrets.masks, secrets.shown);
}

void EnvService::Private::refuse(const QString &why)
{
    textCursor = -1;
    Q_EMIT q->stateChanged(form.state); // the text as it was
    Q_EMIT q->textRefused(why);
}

void EnvService::Private::editText(int position, int removed, const QString &inserted)
{
    if (!isEditable()) {
        refuse(EnvService::tr("The file can only be read."));
        return;
    }
    if (inserted.contains(maskedValue().left(4))) {
        refuse(EnvService::tr("Dots stand for a hidden value, they are not the value. Show it first to copy it."));
        return;
    }
    const std::optional<ByteSplice> splice = text.splice(position, removed, inserted);
    if (!splice) {
        refuse(EnvService::tr("This would cut a hidden value. Show it to change it, or delete all of its dots."));
        return;
    }
    QByteArray bytes = current.bytes();
    bytes.replace(splice->from, splice->to - splice->from, splice->bytes);
    EnvDocument edited(bytes);
    if (changesHidden(secrets, *splice, edited)) {
        refuse(EnvService::tr("This would change a hidden value that you cannot see. Show it first."));
        return;
    }
    textCursor = -1;
    if (edited == current) {
        Q_EMIT q->stateChanged(form.state);
        return;
    }
    // Typing goes on where the last character was put in or taken out.
    const bool isTyping = inserted.size() + removed == 1 && !inserted.contains(u'\n');
    const QString kind = isTyping ? (removed == 0 ? QStringLiteral("typed %1") : QStringLiteral("erased %1")) : QString();
    history.record(current, secrets, edited, kind.isEmpty() ? kind : kind.arg(removed == 0 ? position : position + removed));
    if (removed == 0 && isTyping)
        history.expect(kind.arg(position + 1));
    else if (isTyping)
        history.expect(kind.arg(position));
    rejected.removeIf([&](const auto &each) { return !each->awaitsChoice || current.value(each.key()) != edited.value(each.key()); });
    current = std::move(edited);
    renewText(true);
    refresh();
}

void EnvService::Private::editLines(const QString &key, const Result<QByteArray> &bytes)
{
    if (!isEditable())
        return;
    if (!bytes) {
        Q_EMIT q->lineRefused(bytes.error());
        return;
    }
    rejected.remove(key);
    replaceDocument(EnvDocument(*bytes));
}

void EnvService::Private::step(EnvDocument (EnvHistory::*go)(const EnvDocument &, EnvSecrets &))
{
    rejected.clear();
    const EnvDocument before = current;
    current = (history.*go)(before, secrets);
    secrets.shown.clear(); // a way back never brings a value to the screen
    textDocument = current;
    const ByteSplice splice = spliceBetween(before.bytes(), current.bytes());
    renewText(false);
    textCursor = text.positionOf(splice.from + splice.bytes.size());
    form.rebuild(input());
    Q_EMIT q->stateChanged(form.state);
}

void EnvService::editText(int position, int removed, const QString &inserted)
{
    d->editText(position, removed, inserted);
}

void EnvService::showSecret(int position)
{
    const QList<SecretRun> &runs = d->text.runs();
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const SecretRun &run = runs.at(i);
        if (position < run.start || position > run.start + run.length || run.shown)
            continue;
        d->secrets.shown = { d->text.runBytes()[size_t(i)] };
        d->renewText(false);
        d->textCursor = -1;
        d->form.showText(d->input());
        Q_EMIT stateChanged(d->form.state);
        return;
    }
}

void EnvService::hideSecrets()
{
    if (d->secrets.shown.empty())
        return;
    d->secrets.shown.clear();
    d->history.endStep();
    d->renewText(false);
    d->textCursor = -1;
    d->form.showText(d->input());
    Q_EMIT stateChanged(d->form.state);
}

void EnvService::renameKey(const QString &key, const QString &name)
{
    d->editLines(key, pilothouse::renameKey(d->current, key, name));
}

void EnvService::commentOut(const QString &key)
{
    d->editLines(key, pilothouse::commentOut(d->current, key));
}

void EnvService::uncomment(const QString &key)
{
    if (const FormRow *row = d->form.state.rows.find(key))
        d->editLines(key, pilothouse::uncomment(d->current, row->commentedLine));
}

void EnvService::setTrace(const EnvTrace &trace)
{
    if (d->form.setTrace(trace))
        d->refresh();
}

} // namespace pilothouse
