// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayView>
#include <QList>

namespace pilothouse {

/// Pieces [oldFrom, oldTo) that became [newFrom, newTo); all between two hunks is equal.
struct DiffHunk
{
    qsizetype oldFrom = 0;
    qsizetype oldTo = 0;
    qsizetype newFrom = 0;
    qsizetype newTo = 0;
};

/// What changed between two lists of pieces of text (lines, statements), in order. Patience diff: pieces that occur once on
/// both sides are the anchors. Pure, n·log n.
QList<DiffHunk> diffPieces(const QList<QByteArrayView> &before, const QList<QByteArrayView> &after);

/// The lines of a text with their line ends.
QList<QByteArrayView> linesOf(QByteArrayView text);

} // namespace pilothouse
