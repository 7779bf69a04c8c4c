// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/loglines.h"

#include <QByteArrayView>

namespace pilothouse {

/// Level of a raw line, told by the words that Ollama (slog, gin), vLLM, uvicorn, llama-server and Python write
/// (providers.md A.1, B.6, C). `previous` is the level of the line above: the indented rest of an error belongs to it.
/// Looks at the first 512 bytes; control sequences before the words are skipped.
LogLevel logLevel(QByteArrayView line, LogLevel previous = LogLevel::Info);

/// Fills head, time and word from the line's text.
void readLogHead(LogLine &line);

/// The first line of a run's log; a file that does not begin so is the rest of a longer log.
inline constexpr char logHeaderStart[] = "# Pilothouse ";

} // namespace pilothouse
