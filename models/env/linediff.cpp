// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/linediff.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace pilothouse {

namespace {

using Pieces = QList<QByteArrayView>;

struct Occurrence
{
    int before = 0;
    int after = 0;
    qsizetype beforeAt = 0;
    qsizetype afterAt = 0;
};

struct Pair
{
    qsizetype before;
    qsizetype after;
};

/// Pieces that occur once on both sides within the range, in the order of `before`.
std::vector<Pair> uniquePairs(const Pieces &before, const Pieces &after, const DiffHunk &range)
{
    QHash<QByteArrayView, Occurrence> seen;
    seen.reserve(range.oldTo - range.oldFrom);
    for (qsizetype at = range.oldFrom; at < range.oldTo; ++at) {
        Occurrence &occurrence = seen[before[at]];
        ++occurrence.before;
        occurrence.beforeAt = at;
    }
    for (qsizetype at = range.newFrom; at < range.newTo; ++at) {
        const auto found = seen.find(after[at]);
        if (found == seen.end())
            continue;
        ++found->after;
        found->afterAt = at;
    }
    std::vector<Pair> pairs;
    for (const Occurrence &each : std::as_const(seen)) {
        if (each.before == 1 && each.after == 1)
            pairs.push_back({ each.beforeAt, each.afterAt });
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.before < b.before; });
    return pairs;
}

/// The longest run of pairs that rises on both sides.
std::vector<Pair> longestRise(const std::vector<Pair> &pairs)
{
    std::vector<size_t> tails; // tails[n]: the pair with the lowest `after` that ends a rise of length n + 1
    std::vector<size_t> previous(pairs.size(), SIZE_MAX);
    for (size_t at = 0; at < pairs.size(); ++at) {
        const auto place = std::lower_bound(
            tails.begin(), tails.end(), pairs[at].after, [&](size_t tail, qsizetype value) { return pairs[tail].after < value; });
        if (place != tails.begin())
            previous[at] = *(place - 1);
        if (place == tails.end())
            tails.push_back(at);
        else
            *place = at;
    }
    std::vector<Pair> rise;
    for (size_t at = tails.empty() ? SIZE_MAX : tails.back(); at != SIZE_MAX; at = previous[at])
        rise.push_back(pairs[at]);
    std::reverse(rise.begin(), rise.end());
    return rise;
}

DiffHunk trimmed(const Pieces &before, const Pieces &after, DiffHunk range)
{
    while (range.oldFrom < range.oldTo && range.newFrom < range.newTo && before[range.oldFrom] == after[range.newFrom]) {
        ++range.oldFrom;
        ++range.newFrom;
    }
    while (range.oldFrom < range.oldTo && range.newFrom < range.newTo && before[range.oldTo - 1] == after[range.newTo - 1]) {
        --range.oldTo;
        --range.newTo;
    }
    return range;
}

} // namespace

QList<DiffHunk> diffPieces(const Pieces &before, const Pieces &after)
{
    QList<DiffHunk> hunks;
    std::vector<DiffHunk> open{ DiffHunk{ 0, before.size(), 0, after.size() } }; // from the end to the start
    while (!open.empty()) {
        const DiffHunk range = trimmed(before, after, open.back());
        open.pop_back();
        if (range.oldFrom == range.oldTo && range.newFrom == range.newTo)
            continue;
        const std::vector<Pair> anchors = longestRise(uniquePairs(before, after, range));
        if (anchors.empty()) {
            hunks << range;
            continue;
        }
        DiffHunk rest = range;
        std::vector<DiffHunk> parts;
        for (const Pair &anchor : anchors) {
            parts.push_back({ rest.oldFrom, anchor.before, rest.newFrom, anchor.after });
            rest.oldFrom = anchor.before + 1;
            rest.newFrom = anchor.after + 1;
        }
        parts.push_back(rest);
        open.insert(open.end(), parts.rbegin(), parts.rend());
    }
    return hunks;
}

QList<QByteArrayView> linesOf(QByteArrayView text)
{
    QList<QByteArrayView> lines;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype lf = text.indexOf('\n', from);
        const qsizetype to = lf < 0 ? text.size() : lf + 1;
        lines << text.sliced(from, to - from);
        from = to;
    }
    return lines;
}

} // namespace pilothouse
