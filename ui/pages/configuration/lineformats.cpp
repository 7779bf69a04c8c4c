// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/lineformats.h"

#include "ui/theme/tone.h"

#include <QRegularExpression>

namespace pilothouse {

namespace {

bool isLiteral(const QString &value)
{
    static const QRegularExpression literal(
        QStringLiteral("^[\"']?([+-]?[0-9]*\\.?[0-9]+|true|false)[\"']?$"), QRegularExpression::CaseInsensitiveOption);
    return literal.match(value.trimmed()).hasMatch();
}

QColor faded(QColor color, const QPalette &palette)
{
    const QColor base = toneColor(Tone::Base, palette);
    return QColor((color.red() + base.red()) / 2, (color.green() + base.green()) / 2, (color.blue() + base.blue()) / 2);
}

/// Where the comment behind an unquoted value begins; the end of the text when there is none.
qsizetype commentStart(const QString &value)
{
    const QString trimmed = value.trimmed();
    if (trimmed.startsWith(u'"') || trimmed.startsWith(u'\'')) {
        const qsizetype close = value.indexOf(trimmed.front(), value.indexOf(trimmed.front()) + 1);
        const qsizetype hash = close < 0 ? -1 : value.indexOf(u'#', close);
        return hash < 0 ? value.size() : hash;
    }
    static const QRegularExpression comment(QStringLiteral("\\s#"));
    const qsizetype hash = value.indexOf(comment);
    return hash < 0 ? value.size() : hash;
}

} // namespace

QList<QTextLayout::FormatRange> lineFormats(const QString &text, const LineMark &mark, const QPalette &palette)
{
    static const QRegularExpression assignment(QStringLiteral("^(\\s*(?:export\\s+)?[A-Za-z_][\\w.-]*)(\\s*=)(.*)$"));
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&](qsizetype start, qsizetype length, QTextCharFormat format, Tone tone) {
        const QColor color = toneColor(tone, palette);
        format.setForeground(mark.unused ? faded(color, palette) : color);
        if (length > 0)
            ranges << QTextLayout::FormatRange{ int(start), int(length), format };
    };
    QTextCharFormat wave;
    if (mark.wave && *mark.wave != ProblemLevel::Info) {
        wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.setUnderlineColor(toneColor(*mark.wave == ProblemLevel::Error ? Tone::Error : Tone::WarnLine, palette));
    }
    const QRegularExpressionMatch match = assignment.match(text);
    if (!match.hasMatch()) {
        add(0, text.size(), text.trimmed().startsWith(u'#') ? QTextCharFormat() : wave, Tone::Text3);
        return ranges;
    }
    const QString value = match.captured(3);
    const qsizetype from = match.capturedStart(3);
    const qsizetype length = commentStart(value);
    const bool isEmpty = value.left(length).trimmed().isEmpty(); // no place for the wave
    add(0, match.capturedLength(1), isEmpty ? wave : QTextCharFormat(), Tone::Accent);
    add(match.capturedStart(2), match.capturedLength(2), {}, Tone::Text3);
    add(from, length, isEmpty ? QTextCharFormat() : wave, isLiteral(value.left(length)) ? Tone::Series2 : Tone::Text);
    add(from + length, value.size() - length, {}, Tone::Text3);
    return ranges;
}

} // namespace pilothouse
