// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>
#include <QStringView>

namespace pilothouse {

/// The smallest part of an answer that never changes again once it is finished.
struct MarkdownPiece
{
    enum class Kind {
        Text, ///< paragraph, heading, rule, quote or indented code: one leaf for the inline parser
        ListItem, ///< text of one item; ordered and number say which marker
        CodeStart, ///< text is the language
        CodeLine,
        CodeEnd,
        TableHead, ///< header and delimiter line
        TableRow,
        Plain, ///< literal text (over the size where Markdown is read)
    };
    Kind kind = Kind::Text;
    QString text;
    int depth = 0; ///< of list nesting; 0 = top level
    bool ordered = false;
    int number = 0;
    bool continues = false; ///< goes on from the piece before: a long leaf or code line was cut
    bool operator==(const MarkdownPiece &) const = default;
};

/// Splits a Markdown stream into pieces, whatever the chunks are: the pieces depend on the text only. Linear time;
/// no piece holds more than two times longestLeaf characters. No widget, no I/O, any thread.
class MarkdownBlocks
{
public:
    static constexpr int longestLeaf = 2048; ///< characters; a longer paragraph is cut at a space
    static constexpr int longestMarkdown = 256 * 1024; ///< characters; what follows comes as Plain

    void append(QStringView text);
    void finish();
    QList<MarkdownPiece> take(); ///< pieces finished since the last call, in order
    QList<MarkdownPiece> open() const; ///< what the unfinished rest looks like now; changes with every append
    qsizetype length() const { return m_length; }
    bool overLimit() const { return m_length > longestMarkdown; }

private:
    struct ListLevel
    {
        int content = 0; ///< column where the item's text begins
        QChar type; ///< '-', '*', '+', '.' or ')'
        int next = 0; ///< number of the next ordered item
        bool operator==(const ListLevel &) const = default;
    };
    struct Marker
    {
        int width = 0; ///< marker and the spaces after it; 0 = not a marker
        QChar type;
        int number = 0;
        bool blank = false; ///< nothing after it
    };

    void character(QChar c);
    void line(const QString &text);
    void lineContent(const QString &rest, bool samePlace);
    bool fencedLine(const QString &text);
    bool leaveLists(const QString &text, int indent);
    bool startsItem(const QString &rest, bool samePlace);
    bool startsFence(const QString &rest);
    bool tableLine(const QString &rest);
    void restOfLine(const QString &text);
    void addToLeaf(const QString &text, QChar joint);
    void closeLeaf();
    void closeFence();
    void push(MarkdownPiece piece);
    int offset() const { return m_lists.isEmpty() ? 0 : m_lists.last().content; }
    static Marker markerOf(const QString &rest);

    QList<MarkdownPiece> m_done;
    QList<ListLevel> m_lists;
    QList<ListLevel> m_left; ///< levels left by the line in hand: a sibling item continues their numbers
    MarkdownPiece m_leaf;
    QString m_partial;
    qsizetype m_length = 0;
    int m_fenceLength = 0;
    int m_fenceIndent = 0;
    QChar m_fence; ///< '`' or '~' while inside a fence
    bool m_leafOpen = false;
    bool m_quote = false; ///< the open leaf is a block quote
    bool m_table = false;
    bool m_longLine = false; ///< the head of this line was processed already
    bool m_plain = false;
    bool m_lastWasCr = false;
    bool m_blank = true; ///< the line before was blank
};

} // namespace pilothouse
