// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envdiff.h"

#include "models/env/linediff.h"
#include "models/env/secretkeys.h"

namespace pilothouse {

namespace {

/// Masked lines for display; masking keeps the line breaks, so the numbers are those of the file.
QStringList shownLines(const EnvDocument &document)
{
    QStringList lines = maskedText(document).split(u'\n');
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    return lines;
}

/// The key whose statement each line belongs to, by line number from 0; a quoted value may span lines.
QHash<qsizetype, QString> keysOfLines(const EnvDocument &document)
{
    QHash<qsizetype, QString> keys;
    for (const EnvEntry &entry : document.entries()) {
        const QString key = QString::fromUtf8(document.keyOf(entry));
        const QByteArrayView value = document.rawValueOf(entry);
        for (qsizetype n = 0; n <= value.count('\n'); ++n)
            keys.insert(entry.line - 1 + n, key);
    }
    return keys;
}

} // namespace

QList<EnvDiffLine> diffEnv(const EnvDocument &before, const EnvDocument &after)
{
    QList<EnvDiffLine> diff;
    const QList<DiffHunk> hunks = diffPieces(linesOf(before.bytes()), linesOf(after.bytes()));
    if (hunks.isEmpty())
        return diff;
    const QStringList oldLines = shownLines(before);
    const QStringList newLines = shownLines(after);
    const QHash<qsizetype, QString> oldKeys = keysOfLines(before);
    const QHash<qsizetype, QString> newKeys = keysOfLines(after);
    for (const DiffHunk &hunk : hunks) {
        const qsizetype removed = hunk.oldTo - hunk.oldFrom;
        const qsizetype added = hunk.newTo - hunk.newFrom;
        for (qsizetype n = 0; n < std::max(removed, added); ++n) {
            EnvDiffLine line;
            if (n < removed) {
                line.oldLine = int(hunk.oldFrom + n) + 1;
                line.oldText = oldLines.value(hunk.oldFrom + n);
                line.oldKey = oldKeys.value(hunk.oldFrom + n);
            }
            if (n < added) {
                line.newLine = int(hunk.newFrom + n) + 1;
                line.newText = newLines.value(hunk.newFrom + n);
                line.newKey = newKeys.value(hunk.newFrom + n);
            }
            diff << line;
        }
    }
    return diff;
}

} // namespace pilothouse
