// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/loghighlighter.h"

#include "ui/theme/tone.h"

#include <QRegularExpression>

namespace pilothouse {

LogLevel logLevel(const QString &line)
{
    // Ollama: "level=WARN"; vLLM: "WARNING 11-24 …"; llama-server: "0.02.303.456 W srv …"; Python: "Traceback", "XError: …"
    static const QRegularExpression error(QStringLiteral("level=(ERROR|FATAL)|^(\\([^)]*\\) )?(ERROR|CRITICAL)\\b|^[0-9.]+ E "
                                                         "|^Error: |^Traceback |^[A-Za-z.]*(Error|Exception): |\\bpanic: "));
    static const QRegularExpression warning(QStringLiteral("level=WARN|^(\\([^)]*\\) )?WARNING\\b|^[0-9.]+ W "));
    if (line.startsWith(QLatin1String("# ")) || line.startsWith(QLatin1String("pilothouse: ")))
        return LogLevel::Own;
    if (error.match(line).hasMatch())
        return LogLevel::Error;
    return warning.match(line).hasMatch() ? LogLevel::Warning : LogLevel::Info;
}

LogHighlighter::LogHighlighter(QTextDocument *document) : QSyntaxHighlighter(document) { }

void LogHighlighter::setPalette(const QPalette &palette)
{
    m_palette = palette;
    rehighlight();
}

void LogHighlighter::highlightBlock(const QString &text)
{
    QTextCharFormat format;
    switch (logLevel(text)) {
    case LogLevel::Info:
        return;
    case LogLevel::Own:
        format.setForeground(toneColor(Tone::Accent, m_palette));
        break;
    case LogLevel::Warning:
        format.setForeground(toneColor(Tone::Warn, m_palette));
        format.setBackground(toneColor(Tone::WarnTint, m_palette));
        break;
    case LogLevel::Error:
        format.setForeground(toneColor(Tone::Error, m_palette));
        format.setBackground(toneColor(Tone::ErrorTint, m_palette));
        break;
    }
    setFormat(0, int(text.size()), format);
}

} // namespace pilothouse
