// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_secrets.h"

#include <algorithm>

namespace pilothouse {

namespace {

bool touch(const ByteRange &a, const ByteRange &b)
{
    return a.start < b.end && b.start < a.end;
}

bool anyTouches(const std::vector<ByteRange> &ranges, const ByteRange &range)
{
    return std::any_of(ranges.begin(), ranges.end(), [&](const ByteRange &each) { return touch(each, range); });
}

bool sameEntry(const EnvEntry &a, const EnvEntry &b, qsizetype shift)
{
    return a.start + shift == b.start && a.keyStart + shift == b.keyStart && a.keyEnd + shift == b.keyEnd
        && a.end + shift == b.end && a.quote == b.quote && a.assigned == b.assigned && a.unterminated == b.unterminated
        && a.valueEnd - a.valueStart == b.valueEnd - b.valueStart
        && (a.valueEnd == a.valueStart || a.valueStart + shift == b.valueStart);
}

/// The value that holds the byte, else its line.
ByteRange valueAround(const EnvDocument &document, qsizetype byte)
{
    const auto &entries = document.entries();
    auto entry = std::upper_bound(
        entries.begin(), entries.end(), byte, [](qsizetype offset, const EnvEntry &each) { return offset < each.start; });
    if (entry != entries.begin() && (--entry)->valueStart <= byte && byte < entry->valueEnd)
        return { entry->valueStart, entry->valueEnd };
    const qsizetype from = byte == 0 ? 0 : document.bytes().lastIndexOf('\n', byte - 1) + 1;
    const qsizetype to = document.bytes().indexOf('\n', byte);
    return { qint32(from), qint32(to < 0 ? document.bytes().size() : to) };
}

/// Where a range lies after the splice; none when it is gone.
std::optional<ByteRange> moved(const ByteRange &range, const ByteSplice &splice, const EnvDocument &after)
{
    const auto shift = qint32(splice.shift());
    if (range.end <= splice.from)
        return range;
    if (range.start >= splice.to)
        return ByteRange{ range.start + shift, range.end + shift };
    if (splice.from == range.start && splice.to == range.end && !splice.bytes.isEmpty())
        return ByteRange{ range.start, range.end + shift };
    if (splice.from <= range.start && splice.to >= range.end)
        return std::nullopt;
    if (splice.from > range.start && splice.to < range.end)
        return ByteRange{ range.start, range.end + shift };
    if (splice.from > range.start) // its head is left
        return ByteRange{ range.start, std::max(qint32(splice.from), valueAround(after, range.start).end) };
    const qint32 end = range.end + shift; // its tail is left
    return ByteRange{ std::min(qint32(splice.to + shift), valueAround(after, end - 1).start), end };
}

void sortAndMerge(std::vector<ByteRange> &ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](const ByteRange &a, const ByteRange &b) { return a.start < b.start; });
    std::vector<ByteRange> merged;
    for (const ByteRange &range : ranges) {
        if (range.end <= range.start)
            continue;
        if (!merged.empty() && range.start < merged.back().end)
            merged.back().end = std::max(merged.back().end, range.end);
        else
            merged.push_back(range);
    }
    ranges = std::move(merged);
}

} // namespace

bool EnvSecrets::hides(qint32 from, qint32 to) const
{
    const auto mask = std::upper_bound(
        masks.begin(), masks.end(), from, [](qint32 offset, const ByteRange &each) { return offset < each.end; });
    return mask != masks.end() && mask->start < to;
}

EnvSecrets secretsOf(const EnvDocument &document)
{
    EnvSecrets secrets;
    secrets.masks = secretRanges(document, 0, document.bytes().size());
    sortAndMerge(secrets.masks);
    return secrets;
}

EntryWindow changedEntries(const EnvDocument &before, const EnvDocument &after, const ByteSplice &splice)
{
    const auto &old = before.entries();
    const auto &now = after.entries();
    EntryWindow window;
    const size_t most = std::min(old.size(), now.size());
    while (window.first < most && old[window.first].end <= splice.from && sameEntry(old[window.first], now[window.first], 0))
        ++window.first;
    size_t tail = 0;
    while (tail < most - window.first && old[old.size() - 1 - tail].start >= splice.to
        && sameEntry(old[old.size() - 1 - tail], now[now.size() - 1 - tail], splice.shift()))
        ++tail;
    window.beforeEnd = old.size() - tail;
    window.afterEnd = now.size() - tail;
    return window;
}

EnvSecrets secretsAfter(const EnvSecrets &secrets, const EnvDocument &before, const EnvDocument &after, bool typed)
{
    const ByteSplice splice = spliceBetween(before.bytes(), after.bytes());
    const EntryWindow window = changedEntries(before, after, splice);
    const auto &entries = after.entries();
    const qsizetype from = window.first == 0 ? 0 : entries[window.first - 1].end;
    const qsizetype to = window.afterEnd == entries.size() ? after.bytes().size() : entries[window.afterEnd].start;

    EnvSecrets result;
    std::vector<ByteRange> hidden;
    std::vector<ByteRange> visible;
    for (const ByteRange &mask : secrets.masks) {
        const std::optional<ByteRange> now = moved(mask, splice, after);
        if (now)
            (anyTouches(secrets.shown, mask) ? visible : hidden).push_back(*now);
    }
    result.masks = hidden;
    result.masks.insert(result.masks.end(), visible.begin(), visible.end());
    const auto cursor = qint32(splice.from + splice.bytes.size());
    for (const ByteRange &found : secretRanges(after, from, to)) {
        // A quote that was typed can take in lines with secrets until its partner is typed: those are hidden, and what
        // stands between them stays as readable as it was.
        const auto isInside
            = [&](const ByteRange &mask) { return found.start <= mask.start && mask.end <= found.end && !(mask == found); };
        if (typed && std::any_of(hidden.begin(), hidden.end(), isInside))
            continue;
        const bool known = anyTouches(result.masks, found);
        if (typed && !known && found.start <= cursor && cursor <= found.end)
            visible.push_back(found);
        result.masks.push_back(found);
    }
    sortAndMerge(result.masks);
    for (const ByteRange &range : visible) { // a mask that took in something hidden is hidden
        const auto mask
            = std::find_if(result.masks.begin(), result.masks.end(), [&](const ByteRange &each) { return touch(each, range); });
        if (mask != result.masks.end() && !anyTouches(hidden, *mask))
            result.shown.push_back(*mask);
    }
    return result;
}

bool changesHidden(const EnvSecrets &secrets, const ByteSplice &splice, const EnvDocument &after)
{
    const auto shift = qint32(splice.shift());
    for (const ByteRange &mask : secrets.masks) {
        const bool isBefore = mask.end == splice.from;
        const bool isBehind = mask.start == splice.to;
        if ((!isBefore && !isBehind) || anyTouches(secrets.shown, mask))
            continue;
        const ByteRange now = isBefore ? mask : ByteRange{ mask.start + shift, mask.end + shift };
        for (const EnvEntry &entry : after.entries()) {
            if (entry.start >= now.end)
                break;
            const bool isValue = entry.assigned && entry.valueStart == now.start && entry.valueEnd == now.end;
            const ByteRange statement{ entry.keyStart, std::max(entry.keyEnd, entry.valueEnd) };
            if (!isValue && touch(statement, now))
                return true;
        }
    }
    return false;
}

} // namespace pilothouse
