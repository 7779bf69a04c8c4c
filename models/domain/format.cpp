// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/format.h"

#include <QCoreApplication>

#include <cmath>

namespace pilothouse {

namespace {

constexpr double kib = 1024.0;
constexpr double mib = kib * 1024.0;
constexpr double gib = mib * 1024.0;
constexpr double tib = gib * 1024.0;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QString missing()
{
    return QStringLiteral("—");
}

QString number(double value, int decimals)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'f', decimals);
}

QString withUnit(const QString &figure, const QString &unit)
{
    return figure + QChar(QChar::Nbsp) + unit;
}

} // namespace

QString formatBytes(std::optional<qint64> bytes)
{
    if (!bytes)
        return missing();
    const double value = double(*bytes);
    if (std::abs(value) < kib)
        return withUnit(number(value, 0), Text::tr("B"));
    if (std::abs(value) < mib)
        return withUnit(number(value / kib, 0), Text::tr("KiB"));
    if (std::abs(value) < gib)
        return withUnit(number(value / mib, std::abs(value) < 10 * mib ? 1 : 0), Text::tr("MiB"));
    if (std::abs(value) < tib)
        return withUnit(number(value / gib, 1), Text::tr("GiB"));
    return withUnit(number(value / tib, 1), Text::tr("TiB"));
}

QString formatGib(std::optional<qint64> bytes)
{
    if (!bytes)
        return missing();
    const double value = double(*bytes) / gib;
    return number(value, std::abs(value) < 0.995 ? 2 : 1);
}

QString formatRate(std::optional<double> tokensPerSecond, bool unit)
{
    const QString figure = tokensPerSecond ? number(*tokensPerSecond, *tokensPerSecond < 99.95 ? 1 : 0) : missing();
    return unit && tokensPerSecond ? withUnit(figure, Text::tr("tok/s")) : figure;
}

QString formatMs(std::optional<double> ms)
{
    if (!ms)
        return missing();
    if (*ms < 999.5)
        return withUnit(number(*ms, 0), Text::tr("ms"));
    if (*ms < 59'950)
        return withUnit(number(*ms / 1000.0, 1), Text::tr("s"));
    return formatDuration(std::llround(*ms / 1000.0));
}

QString formatDuration(qint64 seconds)
{
    const auto two = [](qint64 large, const QString &largeUnit, qint64 small, const QString &smallUnit) {
        const QString first = withUnit(QString::number(large), largeUnit);
        return small == 0 ? first : first + QLatin1Char(' ') + withUnit(QString::number(small), smallUnit);
    };
    if (seconds < 60)
        return withUnit(QString::number(seconds), Text::tr("s"));
    if (seconds < 3600)
        return two(seconds / 60, Text::tr("min"), seconds % 60, Text::tr("s"));
    if (seconds < 24 * 3600)
        return two(seconds / 3600, Text::tr("h"), seconds / 60 % 60, Text::tr("min"));
    return two(seconds / (24 * 3600), Text::tr("d"), seconds / 3600 % 24, Text::tr("h"));
}

QString formatCount(qint64 count)
{
    QString digits = QString::number(count);
    const qsizetype first = digits.startsWith(QLatin1Char('-')) ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, QChar(0x202f));
    return digits;
}

QString formatPercent(std::optional<double> percent)
{
    return percent ? withUnit(number(*percent, 0), QStringLiteral("%")) : missing();
}

} // namespace pilothouse
