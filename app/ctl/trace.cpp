// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"
#include "models/deployment/trace/configtracer.h"
#include "models/env/secretkeys.h"

namespace pilothouse {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue orNull(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(int line)
{
    return line > 0 ? QJsonValue(line) : QJsonValue(QJsonValue::Null);
}

QJsonObject readerJson(const TraceReader &reader)
{
    return { { QStringLiteral("file"), orNull(reader.place.file) }, { QStringLiteral("line"), orNull(reader.place.line) },
        { QStringLiteral("service"), orNull(reader.service) }, { QStringLiteral("variable"), orNull(reader.variable) },
        { QStringLiteral("flag"), orNull(reader.flag) }, { QStringLiteral("effective"), orNull(reader.effective) } };
}

QJsonObject keyJson(const KeyTrace &key)
{
    QJsonArray readers;
    for (const TraceReader &reader : key.readers)
        readers << readerJson(reader);
    const QJsonValue by = key.by.isEmpty()
        ? QJsonValue(QJsonValue::Null)
        : QJsonValue(QJsonObject{ { QStringLiteral("file"), key.by.file }, { QStringLiteral("line"), orNull(key.by.line) } });
    return { { QStringLiteral("key"), key.key }, { QStringLiteral("line"), orNull(key.line) },
        { QStringLiteral("value"), orNull(key.value) }, { QStringLiteral("verdict"), traceVerdictName(key.verdict) },
        { QStringLiteral("effective"), orNull(key.effective) }, { QStringLiteral("by"), by },
        { QStringLiteral("readers"), readers } };
}

QString placeText(const TracePlace &place)
{
    return place.line > 0 ? QStringLiteral("%1:%2").arg(place.file).arg(place.line) : place.file;
}

/// A command line may hold the secret of another key, so the redactor looks at every text.
QString shownValue(const KeyTrace &key, const std::optional<QString> &value, const Redactor &redactor)
{
    if (!value)
        return CommandContext::tr("not set");
    if (value->isEmpty())
        return CommandContext::tr("empty");
    return key.secret || isSecretValue(*value) ? maskedValue() : redactor.redacted(*value);
}

QString verdictText(const KeyTrace &key)
{
    switch (key.verdict) {
    case TraceVerdict::Applies:
        return CommandContext::tr("applies");
    case TraceVerdict::Shadowed:
        return CommandContext::tr("shadowed by %1").arg(placeText(key.by));
    case TraceVerdict::Unused:
        return CommandContext::tr("unused: nothing in this deployment reads it");
    case TraceVerdict::Dead:
        return CommandContext::tr("dead: it arrives and nothing there uses it");
    }
    return {};
}

void printKey(CommandContext &context, const KeyTrace &key, const Redactor &redactor)
{
    context.print(CommandContext::tr("%1 = %2").arg(key.key, shownValue(key, key.value, redactor)));
    context.print(QStringLiteral("    ") + verdictText(key));
    if (key.verdict != TraceVerdict::Unused && key.effective != key.value)
        context.print(QStringLiteral("    ") + CommandContext::tr("in force: %1").arg(shownValue(key, key.effective, redactor)));
    for (const TraceReader &reader : key.readers) {
        QStringList way{ reader.place.isEmpty() ? QString() : placeText(reader.place), reader.service, reader.variable,
            reader.flag };
        way.removeAll(QString());
        QString line
            = QStringLiteral("    %1 = %2").arg(way.join(QStringLiteral(" → ")), shownValue(key, reader.effective, redactor));
        if (!reader.active)
            line = CommandContext::tr("%1 (not in use)").arg(line);
        else if (!reader.by.isEmpty())
            line = CommandContext::tr("%1 (from %2)").arg(line, placeText(reader.by));
        context.print(line);
    }
}

} // namespace

void runTrace(CommandContext &context)
{
    if (!context.expectArguments(0, 1))
        return;
    const QString wanted = context.arguments().value(0);
    context.withSession(
        [&context, wanted](DeploymentSession &session) {
            const ConfigTrace trace = traceConfiguration(session.traceInputs(), VariableSchema::load(QStringLiteral("en")));
            QJsonArray keys;
            QStringList idle;
            for (const KeyTrace &key : trace.keys) {
                if (!wanted.isEmpty() && key.key != wanted)
                    continue;
                keys << keyJson(key);
                if (wanted.isEmpty() && key.line == 0 && key.readers.isEmpty())
                    idle << key.key;
                else
                    printKey(context, key, session.redactor());
            }
            if (!idle.isEmpty())
                context.print(CommandContext::tr("Neither set nor read: %1").arg(idle.join(QStringLiteral(", "))));
            if (!wanted.isEmpty() && keys.isEmpty()) {
                context.fail(Error{ QStringLiteral("trace.no-key"),
                    CommandContext::tr("%1 is neither in %2 nor a known variable.").arg(wanted, session.env().path()), {}, {},
                    {} });
                return;
            }
            for (const TraceFault &fault : trace.faults)
                context.note(QStringLiteral("%1: %2").arg(placeText(fault.place), fault.message));
            context.finish(keys);
        },
        CommandContext::EnvFile::MayBeMissing);
}

} // namespace pilothouse
