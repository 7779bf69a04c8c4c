// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/markdown/markdownline.h"

#include <QPalette>
#include <QPointer>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>

namespace pilothouse {

/// Writes lines at the end of a document. The last lines may be open: the next call replaces them by touching only
/// what differs, so text that grows is appended and nothing before it is laid out again.
class MarkdownWriter
{
public:
    /// Properties of the blocks, for painting and copying.
    enum Property {
        KindProperty = QTextFormat::UserProperty + 1,
        MarkerProperty,
        LanguageProperty,
        CodeFirstProperty,
        ContinuesProperty,
        QuoteProperty
    };

    explicit MarkdownWriter(QTextDocument *document);

    void setLook(const QPalette &palette, const QFont &font); ///< for what is written from now on
    void clear();
    /// The open lines become these; the first finished of them never change again.
    void setOpen(const QList<MarkdownLine> &lines, int finished);
    /// Takes away the empty block that removed open lines may leave at the end.
    void trim();
    QList<int> codeStarts() const { return m_codeStarts; } ///< positions of the first line of each code block

    static bool isCode(const QTextBlock &block)
    {
        return block.blockFormat().intProperty(KindProperty) == int(MarkdownLine::Kind::Code);
    }

private:
    void insertLine(const MarkdownLine &line);
    void insertTableLine(const MarkdownLine &line);
    /// Room above the first line: Qt leaves out the top margin of a document's first block, where a code header stands.
    void setHeadroom(double pixels);
    void insertRuns(QTextCursor &cursor, const QList<MarkdownRun> &runs, const QTextCharFormat &base) const;
    void insertCode(QTextCursor &cursor, const QString &text) const;
    void removeFrom(int index);
    bool appendTo(const MarkdownLine &before, const MarkdownLine &now);
    QTextCharFormat baseFormat(const MarkdownLine &line) const;
    QTextBlockFormat blockFormat(const MarkdownLine &line) const;

    QTextDocument *m_document;
    QTextCursor m_cursor; ///< at the end
    QPalette m_palette;
    QFont m_font;
    QFont m_mono;
    QList<MarkdownLine> m_open;
    QList<int> m_openAt; ///< start of each open line
    QList<int> m_codeStarts;
    QPointer<QTextTable> m_table;
    MarkdownLine m_last; ///< the line written last, for the space between lines
    QString m_codeLanguage;
    bool m_vacant = true; ///< the last block of the document is empty and waits for a line
};

} // namespace pilothouse
