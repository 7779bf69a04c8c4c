// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"

#include <QList>
#include <QString>

namespace pilothouse {

struct CodeSpan
{
    int start = 0;
    int length = 0;
    Tone tone = Tone::Text;
};

/// Light colouring of one line: keywords, strings, comments. It knows what many languages share and keeps no state
/// between lines; unknown languages get none. Linear time.
QList<CodeSpan> colourCode(const QString &language, const QString &line);

} // namespace pilothouse
