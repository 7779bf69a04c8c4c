// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/envhighlighter.h"

#include "ui/theme/tone.h"

#include <QRegularExpression>
#include <QTextDocument>

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

} // namespace

EnvHighlighter::EnvHighlighter(QTextDocument *document, const QPalette &palette)
    : QSyntaxHighlighter(document), m_palette(palette)
{
}

void EnvHighlighter::setMarks(const QHash<int, LineMark> &marks)
{
    if (marks == m_marks)
        return;
    const QHash<int, LineMark> before = m_marks;
    m_marks = marks;
    QSet<int> lines(before.keyBegin(), before.keyEnd());
    lines.unite(QSet<int>(marks.keyBegin(), marks.keyEnd()));
    for (const int line : std::as_const(lines)) {
        const QTextBlock block = document()->findBlockByNumber(line - 1);
        if (block.isValid() && before.value(line) != marks.value(line))
            rehighlightBlock(block);
    }
}

void EnvHighlighter::setPalette(const QPalette &palette)
{
    if (isDark(palette) == isDark(m_palette))
        return;
    m_palette = palette;
    rehighlight();
}

void EnvHighlighter::highlightBlock(const QString &text)
{
    static const QRegularExpression assignment(QStringLiteral("^(\\s*(?:export\\s+)?[A-Za-z_][\\w.-]*)(\\s*=)(.*)$"));
    const LineMark mark = m_marks.value(currentBlock().blockNumber() + 1);
    const auto shade = [&](Tone tone) {
        const QColor color = toneColor(tone, m_palette);
        return mark.unused ? faded(color, m_palette) : color;
    };
    const QRegularExpressionMatch match = assignment.match(text);
    if (!match.hasMatch()) {
        setFormat(0, int(text.size()), shade(Tone::Text3));
        return;
    }
    setFormat(0, int(match.capturedLength(1)), shade(Tone::Accent));
    setFormat(int(match.capturedStart(2)), int(match.capturedLength(2)), shade(Tone::Text3));
    QTextCharFormat value;
    value.setForeground(shade(isLiteral(match.captured(3)) ? Tone::Series2 : Tone::Text));
    if (mark.wave) {
        value.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        value.setUnderlineColor(toneColor(*mark.wave == ProblemLevel::Error ? Tone::Error : Tone::WarnLine, m_palette));
    }
    if (match.capturedLength(3) > 0)
        setFormat(int(match.capturedStart(3)), int(match.capturedLength(3)), value);
    else if (mark.wave)
        setFormat(0, int(text.size()), value); // an empty value has no place for the wave
}

} // namespace pilothouse
