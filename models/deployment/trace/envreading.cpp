// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/envreading.h"

#include "models/env/envdocument.h"

namespace pilothouse {

namespace {

constexpr char16_t escapedDollar = 0xe000; // private use: stands for \$ while variables are put in

/// Decoded text of an entry whose \$ must not become a variable.
QString templateOf(const EnvDocument &document, const EnvEntry &entry)
{
    if (entry.quote != EnvQuote::Double)
        return QString::fromUtf8(document.valueOf(entry));
    QByteArray raw = document.rawValueOf(entry).toByteArray();
    raw.replace("\\$", QString(QChar(escapedDollar)).toUtf8());
    const EnvDocument alone("K=" + raw);
    return alone.entries().empty() ? QString() : QString::fromUtf8(alone.valueOf(alone.entries().front()));
}

QList<EnvFileValue> readRaw(const QByteArray &bytes, const VariableLookup &outer)
{
    QList<EnvFileValue> lines;
    int number = 0;
    for (QByteArray line : bytes.split('\n')) {
        ++number;
        while (!line.isEmpty() && (line.front() == ' ' || line.front() == '\t'))
            line.remove(0, 1);
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const qsizetype equals = line.indexOf('=');
        const QString key = QString::fromUtf8(equals < 0 ? line : line.first(equals));
        lines.append({ key, equals < 0 ? outer(key) : QString::fromUtf8(line.mid(equals + 1)), number, {} });
    }
    return lines;
}

} // namespace

QList<EnvFileValue> readEnvFile(const QByteArray &bytes, EnvFileFormat format, const VariableLookup &outer)
{
    if (format == EnvFileFormat::Raw)
        return readRaw(bytes, outer);
    const EnvDocument document(bytes);
    QList<EnvFileValue> lines;
    QMap<QString, QString> before;
    const VariableLookup lookup = [&](const QString &name) -> std::optional<QString> {
        if (const std::optional<QString> value = outer(name))
            return value;
        const auto found = before.constFind(name);
        return found == before.constEnd() ? std::nullopt : std::optional(*found);
    };
    for (const EnvEntry &entry : document.entries()) {
        EnvFileValue line{ QString::fromUtf8(document.keyOf(entry)), {}, entry.line, {} };
        if (!entry.assigned) {
            line.value = outer(line.key);
        } else if (entry.quote == EnvQuote::Single) {
            line.value = QString::fromUtf8(document.valueOf(entry));
        } else {
            const QString text = templateOf(document, entry);
            const Result<TemplateText> filled = substituteTemplate(text, lookup);
            line.value = filled ? filled->text : text;
            line.value->replace(QChar(escapedDollar), u'$');
            if (filled)
                line.references = filled->uses;
        }
        if (line.value)
            before.insert(line.key, *line.value);
        lines.append(line);
    }
    return lines;
}

QMap<QString, QString> envValues(const QList<EnvFileValue> &lines)
{
    QMap<QString, QString> values;
    for (const EnvFileValue &line : lines) {
        if (line.value)
            values.insert(line.key, *line.value);
    }
    return values;
}

} // namespace pilothouse
