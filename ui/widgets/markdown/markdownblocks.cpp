// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markdown/markdownblocks.h"

#include "ui/widgets/markdown/markdownsyntax.h"

namespace pilothouse {

using namespace markdown;

void MarkdownBlocks::append(QStringView text)
{
    for (const QChar c : text)
        character(c);
}

void MarkdownBlocks::character(QChar c)
{
    if (m_lastWasCr && c == QLatin1Char('\n')) {
        m_lastWasCr = false;
        return;
    }
    m_lastWasCr = c == QLatin1Char('\r');
    ++m_length;
    if (m_plain) {
        const bool newLine = isLineEnd(c);
        if (!newLine)
            m_partial += harmless(c);
        if (newLine || m_partial.size() >= longestLeaf) {
            push({ MarkdownPiece::Kind::Plain, m_partial, 0, false, 0, m_longLine });
            m_partial.clear();
            m_longLine = !newLine;
        }
        return;
    }
    if (isLineEnd(c)) {
        m_longLine ? restOfLine(m_partial) : line(m_partial);
        m_partial.clear();
        m_longLine = false;
        if (overLimit()) {
            closeLeaf();
            closeFence();
            m_plain = true;
        }
        return;
    }
    m_partial += harmless(c);
    if (m_partial.size() >= longestLeaf) {
        m_longLine ? restOfLine(m_partial) : line(m_partial);
        m_partial.clear();
        m_longLine = true;
        if (overLimit()) {
            closeLeaf();
            closeFence();
            m_plain = true;
        }
    }
}

void MarkdownBlocks::finish()
{
    if (m_plain) {
        if (!m_partial.isEmpty())
            push({ MarkdownPiece::Kind::Plain, m_partial, 0, false, 0, m_longLine });
    } else if (!m_partial.isEmpty()) {
        m_longLine ? restOfLine(m_partial) : line(m_partial);
    }
    m_partial.clear();
    m_longLine = false;
    closeLeaf();
    closeFence();
    m_lists.clear();
    m_table = false;
    m_blank = true;
}

QList<MarkdownPiece> MarkdownBlocks::take()
{
    return std::exchange(m_done, {});
}

QList<MarkdownPiece> MarkdownBlocks::open() const
{
    if (m_partial.isEmpty() && !m_leafOpen)
        return {};
    MarkdownBlocks copy = *this;
    copy.m_done.clear();
    // A line that may still become a marker, a rule or a table row is held back: showing it would flicker.
    const bool undecided = m_fence.isNull() ? isOnlyMarks(m_partial) || m_table : isOnlyFence(m_partial, m_fence);
    if (undecided && !m_longLine && !m_plain)
        copy.m_partial.clear();
    copy.finish();
    if (!copy.m_done.isEmpty() && copy.m_done.last().kind == MarkdownPiece::Kind::CodeEnd)
        copy.m_done.removeLast();
    return copy.m_done;
}

void MarkdownBlocks::line(const QString &text)
{
    m_left.clear();
    if (!m_fence.isNull() && fencedLine(text))
        return;
    if (isBlank(text)) {
        closeLeaf();
        m_table = false;
        m_blank = true;
        return;
    }
    const int indent = indentOf(text);
    const bool lazy = leaveLists(text, indent);
    if (lazy)
        addToLeaf(text.trimmed(), QLatin1Char('\n'));
    else
        lineContent(dedent(text, offset()), m_left.isEmpty());
    m_blank = false;
}

/// True when the line was taken as part of the open fence.
bool MarkdownBlocks::fencedLine(const QString &text)
{
    if (!m_lists.isEmpty() && !isBlank(text) && indentOf(text) < offset()) {
        closeFence(); // the list item that holds the fence ends, and with it the fence
        m_blank = true;
        return false;
    }
    const QString inside = dedent(text, offset());
    const int run = fenceRun(inside, m_fence);
    if (run >= m_fenceLength && indentOf(inside) < 4 && isBlank(QStringView(inside).mid(indentOf(inside) + run))) {
        closeFence();
        m_blank = true;
        return true;
    }
    push({ MarkdownPiece::Kind::CodeLine, dedent(inside, m_fenceIndent), int(m_lists.size()) });
    return true;
}

/// Pops the list levels that a line at this column is not inside of. True: lazy continuation of the open paragraph.
bool MarkdownBlocks::leaveLists(const QString &text, int indent)
{
    if (m_lists.isEmpty() || indent >= offset())
        return false;
    const QString rest = text.mid(leadingSpaces(text));
    if (m_leafOpen && !m_blank && markerOf(rest).width == 0 && !startsBlock(rest))
        return true;
    while (!m_lists.isEmpty() && indent < offset())
        m_left.prepend(m_lists.takeLast());
    closeLeaf();
    m_table = false;
    return false;
}

/// samePlace: the line stays in the container of the line before, so an open paragraph may go on.
void MarkdownBlocks::lineContent(const QString &rest, bool samePlace)
{
    const bool paragraphOpen = m_leafOpen && !m_quote;
    if (indentOf(rest) < 4) {
        if (startsItem(rest, samePlace) || startsFence(rest) || tableLine(rest))
            return;
        const QString bare = rest.mid(leadingSpaces(rest));
        if (isHeading(bare)) {
            closeLeaf();
            addToLeaf(rest, {});
            closeLeaf();
            return;
        }
        if (bare.startsWith(QLatin1Char('>'))) {
            if (!m_quote)
                closeLeaf();
            addToLeaf(rest, QLatin1Char('\n'));
            m_quote = true;
            return;
        }
        if (isRule(bare) || (paragraphOpen && isUnderline(bare))) {
            if (!(paragraphOpen && isUnderline(bare)))
                closeLeaf();
            addToLeaf(rest, QLatin1Char('\n'));
            closeLeaf();
            return;
        }
    }
    addToLeaf(rest, QLatin1Char('\n'));
}

bool MarkdownBlocks::startsItem(const QString &rest, bool samePlace)
{
    const QString bare = rest.mid(leadingSpaces(rest));
    const Marker marker = markerOf(bare);
    if (marker.width == 0 || isRule(bare))
        return false;
    if (m_leafOpen && !m_quote && samePlace && (marker.blank || marker.number > 1))
        return false; // only a list that begins with 1 may interrupt a paragraph
    closeLeaf();
    m_table = false;
    const bool ordered = marker.type == QLatin1Char('.') || marker.type == QLatin1Char(')');
    int number = marker.number;
    if (!m_left.isEmpty() && m_left.first().type == marker.type)
        number = m_left.first().next;
    m_lists.append({ offset() + indentOf(rest) + marker.width, marker.type, number + 1 });
    m_leaf = { MarkdownPiece::Kind::ListItem, {}, int(m_lists.size()), ordered, number };
    m_leafOpen = true;
    m_quote = false;
    const QString content = marker.blank ? QString() : bare.mid(marker.width);
    if (!startsFence(content))
        addToLeaf(content, {});
    return true;
}

bool MarkdownBlocks::startsFence(const QString &rest)
{
    const int indent = indentOf(rest);
    for (const QChar mark : { QLatin1Char('`'), QLatin1Char('~') }) {
        const int run = fenceRun(rest, mark);
        const QString info = rest.mid(leadingSpaces(rest) + run).trimmed();
        if (indent > 3 || run < 3 || (mark == QLatin1Char('`') && info.contains(mark)))
            continue;
        closeLeaf();
        m_table = false;
        m_fence = mark;
        m_fenceLength = run;
        m_fenceIndent = indent;
        push({ MarkdownPiece::Kind::CodeStart, info.section(QLatin1Char(' '), 0, 0).left(40), int(m_lists.size()) });
        return true;
    }
    return false;
}

bool MarkdownBlocks::tableLine(const QString &rest)
{
    if (m_table) {
        if (!startsBlock(rest.mid(leadingSpaces(rest)))) {
            push({ MarkdownPiece::Kind::TableRow, rest, int(m_lists.size()) });
            return true;
        }
        m_table = false;
        return false;
    }
    if (!m_leafOpen || m_quote || m_leaf.kind != MarkdownPiece::Kind::Text || m_leaf.continues
        || m_leaf.text.contains(QLatin1Char('\n')) || !isTableDelimiter(rest) || columnCount(m_leaf.text) != columnCount(rest))
        return false;
    m_leafOpen = false;
    m_table = true;
    push({ MarkdownPiece::Kind::TableHead, m_leaf.text + QLatin1Char('\n') + rest, m_leaf.depth });
    return true;
}

/// What follows the first longestLeaf characters of one line.
void MarkdownBlocks::restOfLine(const QString &text)
{
    if (!m_fence.isNull()) {
        push({ MarkdownPiece::Kind::CodeLine, text, int(m_lists.size()), false, 0, true });
        return;
    }
    m_table = false;
    const bool goesOn = m_leafOpen;
    addToLeaf(text, {});
    if (!goesOn)
        m_leaf.continues = true;
}

void MarkdownBlocks::addToLeaf(const QString &text, QChar joint)
{
    if (!m_leafOpen) {
        m_leaf = { MarkdownPiece::Kind::Text, {}, int(m_lists.size()) };
        m_leafOpen = true;
        m_quote = false;
    } else if (!joint.isNull()) {
        m_leaf.text += joint;
    }
    m_leaf.text += text;
    while (m_leaf.text.size() > longestLeaf) {
        qsizetype cut = longestLeaf;
        while (cut > longestLeaf / 2 && !m_leaf.text.at(cut - 1).isSpace())
            --cut;
        if (cut == longestLeaf / 2)
            cut = longestLeaf - (m_leaf.text.at(longestLeaf - 1).isHighSurrogate() ? 1 : 0);
        MarkdownPiece head = m_leaf;
        head.text.truncate(cut);
        push(head);
        m_leaf.text.remove(0, cut);
        m_leaf.kind = MarkdownPiece::Kind::Text;
        m_leaf.continues = true;
    }
}

void MarkdownBlocks::closeLeaf()
{
    if (!m_leafOpen)
        return;
    m_leafOpen = false;
    m_quote = false;
    if (!m_leaf.text.isEmpty() || m_leaf.kind == MarkdownPiece::Kind::ListItem)
        push(m_leaf);
}

void MarkdownBlocks::closeFence()
{
    if (m_fence.isNull())
        return;
    m_fence = {};
    push({ MarkdownPiece::Kind::CodeEnd, {}, int(m_lists.size()) });
}

void MarkdownBlocks::push(MarkdownPiece piece)
{
    m_done.append(std::move(piece));
}

MarkdownBlocks::Marker MarkdownBlocks::markerOf(const QString &rest)
{
    Marker marker;
    int digits = 0;
    while (digits < rest.size() && digits < 9 && isDigit(rest.at(digits)))
        ++digits;
    const QChar type = digits < rest.size() ? rest.at(digits) : QChar();
    const bool bullet = digits == 0 && isBullet(type);
    const bool ordered = digits > 0 && (type == QLatin1Char('.') || type == QLatin1Char(')'));
    if (!bullet && !ordered)
        return marker;
    const int after = digits + 1;
    marker.blank = isBlank(QStringView(rest).mid(after));
    const int spaces = marker.blank ? 1 : leadingSpaces(QStringView(rest).mid(after));
    if (spaces == 0)
        return marker;
    marker.type = type;
    marker.number = rest.left(digits).toInt();
    marker.width = after + (spaces > 4 ? 1 : spaces);
    return marker;
}

} // namespace pilothouse
