// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/markdown/markdownblocks.h"
#include "ui/widgets/markdown/markdownline.h"

#include <QTextDocument>

namespace pilothouse {

/// A document that never opens anything: whatever resource is asked for is one transparent pixel. Returning an empty
/// value would not do, Qt then opens the path itself (reliability.md §0.2).
class InertDocument : public QTextDocument
{
public:
    using QTextDocument::QTextDocument;
    static QVariant placeholder();

protected:
    QVariant loadResource(int type, const QUrl &name) override;
};

/// Turns pieces into lines by an allow-list: text, bold, italic, strike, code, http links. Images become the words
/// "[image: alt — host]", HTML stays literal, links of other schemes show their target as text. Does no I/O.
class MarkdownParser
{
public:
    QList<MarkdownLine> lines(const MarkdownPiece &piece);
    /// The same for a piece that is still open: the parser stays where it is.
    QList<MarkdownLine> preview(const MarkdownPiece &piece);
    void reset();

private:
    QList<MarkdownLine> leaf(const QString &markdown);
    MarkdownLine tableLine(const QString &row);

    InertDocument m_document;
    QString m_tableHead; ///< header and delimiter of the table in hand
    QString m_language;
    bool m_codeFirst = false; ///< the next code line is the first of its block
};

} // namespace pilothouse
