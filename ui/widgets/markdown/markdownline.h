// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

namespace pilothouse {

/// A stretch of text in one look.
struct MarkdownRun
{
    enum Flag { Bold = 1, Italic = 2, Strike = 4, Code = 8, Note = 16 };
    int flags = 0;
    QString text;
    QString href; ///< http or https only; empty: not a link
    bool operator==(const MarkdownRun &) const = default;
};

/// One text block of the rendered answer: nothing but text, looks and http links.
struct MarkdownLine
{
    enum class Kind { Text, Code, Rule, TableHead, TableRow };
    Kind kind = Kind::Text;
    int heading = 0; ///< 1 to 6; 0 = not a heading
    int quote = 0; ///< depth of quoting
    int depth = 0; ///< depth of list nesting
    QString marker; ///< "•", "3.", "☑": painted at the left of the first line of an item
    QString language; ///< of the first line of a code block
    bool codeFirst = false;
    bool continues = false; ///< goes on from the line before: no line break in copied text
    QList<MarkdownRun> runs;
    QList<QList<MarkdownRun>> cells; ///< of a table line
    QList<int> alignments; ///< Qt::Alignment of each cell

    bool sameBlock(const MarkdownLine &other) const
    {
        return kind == other.kind && heading == other.heading && quote == other.quote && depth == other.depth
            && marker == other.marker && language == other.language && codeFirst == other.codeFirst
            && continues == other.continues && cells == other.cells;
    }
    bool operator==(const MarkdownLine &) const = default;
};

} // namespace pilothouse
