// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/prometheustext.h"

#include <cmath>
#include <limits>

namespace pilothouse {

namespace {

constexpr qsizetype MostBytes = 16 << 20;
constexpr qsizetype MostSamples = 50'000;

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
}
bool isNamePart(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}
bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// A cursor over one line.
struct LineReader
{
    const QByteArray &line;
    qsizetype at = 0;

    bool atEnd() const { return at >= line.size(); }
    char peek() const { return atEnd() ? '\0' : line[at]; }
    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++at;
        return true;
    }
    void skipBlanks()
    {
        while (!atEnd() && isBlank(line[at]))
            ++at;
    }
    QString name()
    {
        const qsizetype start = at;
        if (!atEnd() && isNameStart(line[at])) {
            while (!atEnd() && isNamePart(line[at]))
                ++at;
        }
        return QString::fromLatin1(line.mid(start, at - start));
    }
    QByteArray word()
    {
        const qsizetype start = at;
        while (!atEnd() && !isBlank(line[at]))
            ++at;
        return line.mid(start, at - start);
    }
    std::optional<QString> quoted()
    {
        if (!take('"'))
            return std::nullopt;
        QByteArray value;
        while (!atEnd() && line[at] != '"') {
            char c = line[at++];
            if (c == '\\' && !atEnd()) {
                const char escaped = line[at++];
                if (escaped != '\\' && escaped != '"' && escaped != 'n')
                    value += '\\'; // as Prometheus: an unknown escape stays as it is
                c = escaped == 'n' ? '\n' : escaped;
            }
            value += c;
        }
        return take('"') ? std::optional(QString::fromUtf8(value)) : std::nullopt;
    }
};

std::optional<double> number(const QByteArray &text)
{
    const QByteArray lower = text.toLower();
    if (lower == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (lower == "+inf" || lower == "inf")
        return std::numeric_limits<double>::infinity();
    if (lower == "-inf")
        return -std::numeric_limits<double>::infinity();
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool readLabels(LineReader &reader, QMap<QString, QString> &labels)
{
    if (!reader.take('{'))
        return true;
    reader.skipBlanks();
    while (!reader.take('}')) {
        const QString name = reader.name();
        reader.skipBlanks();
        if (name.isEmpty() || !reader.take('='))
            return false;
        reader.skipBlanks();
        const std::optional<QString> value = reader.quoted();
        if (!value)
            return false;
        labels.insert(name, *value);
        reader.skipBlanks();
        if (!reader.take(',') && reader.peek() != '}')
            return false;
        reader.skipBlanks();
    }
    return true;
}

bool readSample(const QByteArray &line, PrometheusSample &sample)
{
    LineReader reader{ line };
    sample.name = reader.name();
    reader.skipBlanks();
    if (sample.name.isEmpty() || !readLabels(reader, sample.labels))
        return false;
    reader.skipBlanks();
    const std::optional<double> value = number(reader.word());
    reader.skipBlanks();
    const QByteArray timestamp = reader.word();
    reader.skipBlanks();
    bool stampOk = true;
    if (!timestamp.isEmpty())
        timestamp.toLongLong(&stampOk);
    if (!value || !stampOk || !reader.atEnd())
        return false;
    sample.value = *value;
    return true;
}

} // namespace

PrometheusText parsePrometheusText(const QByteArray &text)
{
    PrometheusText result;
    qsizetype start = 0;
    const qsizetype end = std::min(text.size(), MostBytes);
    while (start < end && result.samples.size() < MostSamples) {
        qsizetype stop = text.indexOf('\n', start);
        if (stop < 0 || stop > end)
            stop = end;
        QByteArray line = text.mid(start, stop - start);
        start = stop + 1;
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.trimmed().isEmpty() || line.startsWith('#'))
            continue;
        PrometheusSample sample;
        if (readSample(line, sample))
            result.samples << sample;
        else
            ++result.ignoredLines;
    }
    return result;
}

QMap<QString, double> PrometheusText::series(const QString &name) const
{
    QMap<QString, double> values;
    for (const PrometheusSample &sample : samples) {
        if (sample.name != name || !std::isfinite(sample.value))
            continue;
        QString key;
        for (auto label = sample.labels.cbegin(); label != sample.labels.cend(); ++label)
            key += label.key() + QLatin1Char('=') + label.value() + QChar(0x1f);
        if (!values.contains(key)) // a repeated series: the first counts, as in Prometheus
            values.insert(key, sample.value);
    }
    return values;
}

std::optional<double> PrometheusText::sum(const QString &name) const
{
    const QMap<QString, double> values = series(name);
    if (values.isEmpty())
        return std::nullopt;
    double total = 0;
    for (const double value : values)
        total += value;
    return total;
}

} // namespace pilothouse
