// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/dialects/envconsumer.h"

#include <QByteArray>

#include <vector>

namespace pilothouse {

/// A file without the lines that every reader takes alike whatever stands around them (KEY=word, KEY="some words",
/// comments): the rest gives the same differences in a fraction of the time. From the first line on that may reach into the
/// next one (an open quote, a shell construct) everything stays, and so does every line whose key the rest mentions.
class DialectExtract
{
public:
    DialectExtract(QByteArrayView bytes, const EnvConsumers &consumers);

    QByteArrayView text() const { return m_text; }
    int originalLine(int line) const; ///< 1-based in both
    /// Whether no line that begins before `end` can reach into the next one, for any reader.
    static bool linesStandAlone(QByteArrayView bytes, qsizetype end);

private:
    QByteArray m_text;
    std::vector<int> m_lines; ///< original number of each line of the text
};

} // namespace pilothouse
