// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/yamlreader.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace pilothouse {

namespace {

/// fmt.Sprint of a float64: shortest digits; with an exponent from 1e+06 on and below 1e-04.
QString goFloat(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("+Inf") : QStringLiteral("-Inf");
    if (value == 0)
        return std::signbit(value) ? QStringLiteral("-0") : QStringLiteral("0");
    const QString scientific = QString::number(value, 'e', QLocale::FloatingPointShortest);
    const int exponent = scientific.section(u'e', 1).toInt();
    if (exponent < -4 || exponent >= 6)
        return scientific;
    return QString::number(value, 'f', QLocale::FloatingPointShortest);
}

std::optional<QString> integerText(QString text)
{
    text.remove(u'_');
    const bool negative = text.startsWith(u'-');
    QString digits = text.startsWith(u'-') || text.startsWith(u'+') ? text.mid(1) : text;
    int base = 10;
    const QString prefix = digits.left(2).toLower();
    if (prefix == QLatin1String("0x"))
        base = 16;
    else if (prefix == QLatin1String("0b"))
        base = 2;
    else if (prefix == QLatin1String("0o") || (digits.size() > 1 && digits.startsWith(u'0')))
        base = 8;
    if (base != 10)
        digits.remove(0, digits.size() > 1 && digits[1].isLetter() ? 2 : 1);
    bool valid = !digits.isEmpty();
    for (const QChar c : std::as_const(digits))
        valid = valid && (c.isDigit() || (base == 16 && c.isLetter()));
    const qulonglong value = valid ? digits.toULongLong(&valid, base) : 0;
    if (!valid || (negative && value > qulonglong(1) << 63))
        return std::nullopt;
    return (negative && value ? QStringLiteral("-") : QString()) + QString::number(value);
}

YamlNode typed(YamlNode::Kind kind, const QString &text)
{
    YamlNode node;
    node.kind = kind;
    node.text = text;
    return node;
}

} // namespace

YamlNode plainScalar(const QString &text)
{
    static const QRegularExpression integers(
        QStringLiteral("\\A[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|[0-9][0-9_]*)\\z"));
    static const QRegularExpression floats(QStringLiteral("\\A[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\\z"));
    static const QRegularExpression special(QStringLiteral("\\A(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))\\z"));
    if (text.isEmpty() || text == QLatin1String("~") || text == QLatin1String("null") || text == QLatin1String("Null")
        || text == QLatin1String("NULL"))
        return {};
    for (const char *word : { "true", "True", "TRUE" }) {
        if (text == QLatin1String(word))
            return typed(YamlNode::Kind::Boolean, QStringLiteral("true"));
    }
    for (const char *word : { "false", "False", "FALSE" }) {
        if (text == QLatin1String(word))
            return typed(YamlNode::Kind::Boolean, QStringLiteral("false"));
    }
    if (!text.front().isDigit() && !QStringView(u"+-.").contains(text.front()))
        return typed(YamlNode::Kind::Text, text);
    if (integers.match(text).hasMatch()) {
        if (const std::optional<QString> printed = integerText(text))
            return typed(YamlNode::Kind::Number, *printed);
    }
    QString digits = text;
    digits.remove(u'_');
    if (floats.match(digits).hasMatch())
        return typed(YamlNode::Kind::Number, goFloat(digits.toDouble()));
    if (special.match(text).hasMatch())
        return typed(YamlNode::Kind::Number,
            text.contains(u'n', Qt::CaseInsensitive) && text.endsWith(u'n', Qt::CaseInsensitive)
                ? QStringLiteral("NaN")
                : (text.startsWith(u'-') ? QStringLiteral("-Inf") : QStringLiteral("+Inf")));
    return typed(YamlNode::Kind::Text, text);
}

} // namespace pilothouse
