// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/loglevel.h"

#include <QRegularExpression>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qsizetype looked = 512;

QByteArrayView withoutEscapes(QByteArrayView line)
{
    while (line.startsWith("\x1b[")) {
        const auto *end = std::find_if(line.begin() + 2, line.end(), [](char byte) { return byte >= 0x40; });
        if (end == line.end())
            return {};
        line = line.sliced(end - line.begin() + 1);
    }
    return line;
}

// "(EngineCore pid=43188) ERROR 11-24 …" → "ERROR 11-24 …"
QByteArrayView withoutProcess(QByteArrayView line)
{
    if (!line.startsWith('('))
        return line;
    const qsizetype end = line.first(std::min<qsizetype>(line.size(), 80)).indexOf(')');
    if (end < 0)
        return line;
    const QByteArrayView rest = withoutEscapes(line.sliced(end + 1));
    return rest.startsWith(' ') ? withoutEscapes(rest.sliced(1)) : line;
}

bool isWordEnd(QByteArrayView line, qsizetype at)
{
    return at >= line.size() || line[at] == ' ' || line[at] == ':' || line[at] == '\x1b' || line[at] == '\t';
}

bool startsWithWord(QByteArrayView line, QByteArrayView word)
{
    return line.startsWith(word) && isWordEnd(line, word.size());
}

// llama-server: "0.02.303.456 W srv  …"
char llamaLevel(QByteArrayView line)
{
    qsizetype at = 0;
    int dots = 0;
    while (at < line.size() && ((line[at] >= '0' && line[at] <= '9') || line[at] == '.'))
        dots += line[at++] == '.';
    return dots >= 2 && at + 2 < line.size() && line[at] == ' ' && line[at + 2] == ' ' ? line[at + 1] : '\0';
}

// "ValueError: …", "torch.OutOfMemoryError: …"
bool isPythonError(QByteArrayView line)
{
    const auto *end = std::find_if(line.begin(), line.end(),
        [](char byte) { return byte != '.' && byte != '_' && (byte < 'A' || byte > 'Z') && (byte < 'a' || byte > 'z'); });
    const QByteArrayView word = line.first(end - line.begin());
    return end != line.end() && *end == ':' && (word.endsWith("Error") || word.endsWith("Exception"));
}

bool isServerError(QByteArrayView line) // "[GIN] 2026/11/24 - 14:33:05 | 500 | …"
{
    const qsizetype bar = line.startsWith("[GIN]") ? line.indexOf("| ") : -1;
    return bar > 0 && bar + 5 < line.size() && line[bar + 2] == '5' && line[bar + 5] == ' ';
}

std::optional<LogLevel> slogLevel(QByteArrayView line)
{
    if (!line.startsWith("time="))
        return std::nullopt;
    const qsizetype at = line.indexOf(" level=");
    if (at < 0)
        return std::nullopt;
    const QByteArrayView word = line.sliced(at + 7);
    if (word.startsWith("ERROR") || word.startsWith("FATAL"))
        return LogLevel::Error;
    return word.startsWith("WARN") ? LogLevel::Warning : LogLevel::Info;
}

} // namespace

LogLevel logLevel(QByteArrayView raw, LogLevel previous)
{
    const QByteArrayView start = withoutEscapes(raw.first(std::min(raw.size(), looked)));
    if (start.isEmpty())
        return LogLevel::Info;
    if (start.startsWith("# ") || start.startsWith("pilothouse: "))
        return LogLevel::Own;
    if (start.front() == ' ' || start.front() == '\t')
        return previous == LogLevel::Error ? LogLevel::Error : LogLevel::Info;
    if (const auto level = slogLevel(start))
        return *level;
    if (start.front() >= '0' && start.front() <= '9') {
        const char letter = llamaLevel(start);
        return letter == 'E' ? LogLevel::Error : letter == 'W' ? LogLevel::Warning : LogLevel::Info;
    }
    const QByteArrayView line = withoutProcess(start);
    if (startsWithWord(line, "ERROR") || startsWithWord(line, "CRITICAL") || startsWithWord(line, "FATAL")
        || line.startsWith("Error: ") || line.startsWith("error: ") || line.startsWith("Traceback (")
        || line.startsWith("panic: ") || line.startsWith("fatal error: ") || line.startsWith("CUDA error") || isPythonError(line)
        || isServerError(line))
        return LogLevel::Error;
    return startsWithWord(line, "WARNING") || startsWithWord(line, "WARN") ? LogLevel::Warning : LogLevel::Info;
}

void readLogHead(LogLine &line)
{
    static const QRegularExpression slog(QStringLiteral(
        "^time=\"?[^ T]{1,12}[T ]([0-9:]{8})[^ ]{0,24} level=([A-Z]{1,8})[^ ]{0,8} (?:source=[^ ]{1,80} )?(?:msg=)?"));
    static const QRegularExpression vllm(QStringLiteral(
        "^(?:\\([^()]{1,70}\\) )?(INFO|WARNING|ERROR|CRITICAL|DEBUG) [0-9-]{5,10} ([0-9:]{8})(?: \\[[^\\]]{1,80}\\])? ?"));
    static const QRegularExpression llama(QStringLiteral("^([0-9]{1,4}\\.[0-9]{2}\\.[0-9]{3})(?:\\.[0-9]{3})? ([IWEDT]) "));
    static const QRegularExpression gin(QStringLiteral("^\\[GIN\\] [0-9/]{10} - ([0-9:]{8}) \\| "));
    static const QRegularExpression own(QStringLiteral("^# Pilothouse [0-9-]{10}T([0-9:]{8}): "));
    static const QRegularExpression uvicorn(QStringLiteral("^(?:\\([^()]{1,70}\\) )?(INFO|WARNING|ERROR|CRITICAL|DEBUG): {1,9}"));
    const auto take = [&line](const QRegularExpression &pattern, int time, int word) {
        const QRegularExpressionMatch match = pattern.match(line.text);
        if (!match.hasMatch())
            return false;
        line.head = match.capturedLength();
        line.time = time > 0 ? match.captured(time) : QString();
        line.word = word > 0 ? match.captured(word) : QString();
        return true;
    };
    const QChar first = line.text.isEmpty() ? QChar() : line.text.front();
    const bool known = first == u't' ? take(slog, 1, 2)
        : first == u'#'              ? take(own, 1, 0)
        : first == u'['              ? take(gin, 1, 0)
        : first.isDigit()            ? take(llama, 1, 2)
                                     : take(vllm, 2, 1) || take(uvicorn, 0, 1);
    if (line.level == LogLevel::Own)
        line.word = QStringLiteral("STATE");
    else if (line.level == LogLevel::Error)
        line.word = QStringLiteral("ERROR");
    else if (line.level == LogLevel::Warning)
        line.word = QStringLiteral("WARN");
    else if (known && !line.word.isEmpty())
        line.word = line.word.startsWith(u'D') ? QStringLiteral("DEBUG")
            : line.word.startsWith(u'T')       ? QStringLiteral("TRACE")
                                               : QStringLiteral("INFO");
}

} // namespace pilothouse
