// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPalette>
#include <QSyntaxHighlighter>

namespace pilothouse {

/// Level of a provider's log line, told by the words that Ollama, vLLM and llama-server write.
enum class LogLevel { Info, Own, Warning, Error };
LogLevel logLevel(const QString &line);

/// Colours warnings, errors and our own marks in the log.
class LogHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit LogHighlighter(QTextDocument *document);
    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    QPalette m_palette;
};

} // namespace pilothouse
