// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markdown/markdownparser.h"

#include <QCoreApplication>
#include <QImage>
#include <QTextBlock>
#include <QTextList>
#include <QTextTable>
#include <QUrl>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int deepest = 8; ///< quotes and lists deeper than this are drawn at this depth
constexpr int manyEntities = 64; ///< each costs Qt an HTML import

bool isWebLink(const QString &href)
{
    const QUrl url(href, QUrl::StrictMode);
    return (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")) && !url.host().isEmpty()
        && href.size() <= 2048;
}

/// Nothing in it means anything to Markdown: saves the importer for most of what a model writes.
bool isPlain(const QString &text)
{
    if (text.isEmpty() || text.size() > MarkdownBlocks::longestLeaf)
        return false;
    const QChar first = text.at(0);
    if (first.isSpace() || first.isDigit() || first == QLatin1Char('+') || first == QLatin1Char('-') || first == QLatin1Char('='))
        return false;
    QChar last;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case '\\':
        case '`':
        case '*':
        case '_':
        case '[':
        case ']':
        case '<':
        case '>':
        case '&':
        case '~':
        case '#':
        case '|':
        case '!':
        case '\n':
        case '\t':
        case ':':
        case '@':
        case '.':
            if (c != QLatin1Char('.') && c != QLatin1Char(':') && c != QLatin1Char('!'))
                return false;
            break;
        default:
            if (c == QLatin1Char(' ') && last == QLatin1Char(' '))
                return false;
        }
        last = c;
    }
    return !text.contains(QLatin1String("://")) && !text.contains(QLatin1String("www."), Qt::CaseInsensitive);
}

MarkdownRun imageRun(const QTextImageFormat &image)
{
    const QString alt = image.stringProperty(QTextFormat::ImageAltText).trimmed();
    const QUrl url(image.name());
    const QString host
        = url.host().isEmpty() ? QCoreApplication::translate("MarkdownPane", "no host") : url.host(QUrl::EncodeUnicode);
    const QString what = alt.isEmpty() ? QCoreApplication::translate("MarkdownPane", "no description") : alt;
    return { MarkdownRun::Note, QCoreApplication::translate("MarkdownPane", "[image: %1 — %2]").arg(what, host), {} };
}

void addRun(QList<MarkdownRun> &runs, const MarkdownRun &run)
{
    if (!runs.isEmpty() && runs.last().flags == run.flags && runs.last().href == run.href)
        runs.last().text += run.text;
    else if (!run.text.isEmpty())
        runs.append(run);
}

/// heading: the importer makes headings bold; that is the block's look, not the run's.
QList<MarkdownRun> runsOf(const QTextBlock &block, bool heading)
{
    QList<MarkdownRun> runs;
    QString pendingTarget; // of a link that is not opened: shown after its text
    const auto flushTarget = [&] {
        if (!pendingTarget.isEmpty())
            addRun(runs, { MarkdownRun::Note, QStringLiteral(" (%1)").arg(pendingTarget), {} });
        pendingTarget.clear();
    };
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextCharFormat format = it.fragment().charFormat();
        const QString href = format.anchorHref();
        if (href != pendingTarget)
            flushTarget();
        if (format.isImageFormat()) {
            addRun(runs, imageRun(format.toImageFormat()));
            continue;
        }
        MarkdownRun run;
        run.text = it.fragment().text();
        run.text.remove(QChar::ObjectReplacementCharacter);
        run.flags = (!heading && format.fontWeight() > QFont::Normal ? MarkdownRun::Bold : 0)
            | (format.fontItalic() ? MarkdownRun::Italic : 0) | (format.fontStrikeOut() ? MarkdownRun::Strike : 0)
            | (format.fontFixedPitch() ? MarkdownRun::Code : 0);
        if (isWebLink(href))
            run.href = href;
        else if (href != run.text)
            pendingTarget = href;
        addRun(runs, run);
    }
    flushTarget();
    return runs;
}

MarkdownLine lineOf(const QTextBlock &block)
{
    MarkdownLine line;
    const QTextBlockFormat format = block.blockFormat();
    line.quote = std::min(format.intProperty(QTextFormat::BlockQuoteLevel), deepest);
    line.heading = format.headingLevel();
    if (format.hasProperty(QTextFormat::BlockTrailingHorizontalRulerWidth))
        line.kind = MarkdownLine::Kind::Rule;
    else if (format.hasProperty(QTextFormat::BlockCodeLanguage) || format.hasProperty(QTextFormat::BlockCodeFence)
        || format.nonBreakableLines())
        line.kind = MarkdownLine::Kind::Code;
    if (const QTextList *list = block.textList()) {
        line.depth = std::min(list->format().indent(), deepest);
        const bool ordered = list->format().style() <= QTextListFormat::ListDecimal;
        line.marker = ordered ? QStringLiteral("%1.").arg(list->itemNumber(block) + 1) : QStringLiteral("•");
    }
    if (format.marker() == QTextBlockFormat::MarkerType::Checked)
        line.marker = QStringLiteral("☑");
    else if (format.marker() == QTextBlockFormat::MarkerType::Unchecked)
        line.marker = QStringLiteral("☐");
    line.runs = runsOf(block, line.heading > 0);
    if (line.kind == MarkdownLine::Kind::Code) {
        for (MarkdownRun &run : line.runs)
            run.flags = 0;
    }
    return line;
}

MarkdownLine literal(const QString &text)
{
    MarkdownLine line;
    if (!text.isEmpty())
        line.runs.append({ 0, text, {} });
    return line;
}

} // namespace

QVariant InertDocument::placeholder()
{
    static const QImage pixel = [] {
        QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        return image;
    }();
    return pixel;
}

QVariant InertDocument::loadResource(int, const QUrl &)
{
    return placeholder();
}

QList<MarkdownLine> MarkdownParser::lines(const MarkdownPiece &piece)
{
    using Kind = MarkdownPiece::Kind;
    QList<MarkdownLine> result;
    switch (piece.kind) {
    case Kind::CodeStart:
        m_language = piece.text;
        m_codeFirst = true;
        return {};
    case Kind::CodeEnd:
        return {};
    case Kind::CodeLine: {
        MarkdownLine line = literal(piece.text);
        line.kind = MarkdownLine::Kind::Code;
        line.codeFirst = std::exchange(m_codeFirst, false);
        line.language = line.codeFirst ? m_language : QString();
        result = { line };
        break;
    }
    case Kind::Plain:
        result = { literal(piece.text) };
        break;
    case Kind::TableHead:
    case Kind::TableRow: {
        const bool head = piece.kind == Kind::TableHead;
        if (head)
            m_tableHead = piece.text;
        MarkdownLine line = tableLine(head ? QString() : piece.text);
        line.kind = head ? MarkdownLine::Kind::TableHead : MarkdownLine::Kind::TableRow;
        result = { line };
        break;
    }
    case Kind::Text:
    case Kind::ListItem:
        result = leaf(piece.text);
        break;
    }
    if (piece.kind == Kind::ListItem && result.first().marker.isEmpty()) {
        QString &marker = result.first().marker;
        marker = piece.ordered ? QStringLiteral("%1.").arg(piece.number) : QStringLiteral("•");
        QList<MarkdownRun> &runs = result.first().runs;
        const QString start = runs.isEmpty() ? QString() : runs.first().text.left(4).toLower();
        if (start == QLatin1String("[x] ") || start == QLatin1String("[ ] ")) {
            marker = start == QLatin1String("[x] ") ? QStringLiteral("☑") : QStringLiteral("☐");
            runs.first().text.remove(0, 4);
        }
    }
    for (MarkdownLine &line : result)
        line.depth = std::min(line.depth + piece.depth, deepest);
    result.first().continues = piece.continues;
    return result;
}

QList<MarkdownLine> MarkdownParser::preview(const MarkdownPiece &piece)
{
    const QString language = m_language;
    const bool first = m_codeFirst;
    const QList<MarkdownLine> result = lines(piece);
    m_language = language;
    m_codeFirst = first;
    return result;
}

void MarkdownParser::reset()
{
    m_tableHead.clear();
    m_language.clear();
    m_codeFirst = false;
}

/// Never empty: text that Markdown would swallow (link definitions) is shown as it is.
QList<MarkdownLine> MarkdownParser::leaf(const QString &markdown)
{
    if (isPlain(markdown) || markdown.count(QLatin1Char('&')) > manyEntities)
        return { literal(markdown.trimmed()) };
    m_document.setMarkdown(
        markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    QList<MarkdownLine> lines;
    bool text = false;
    bool code = false;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        MarkdownLine line = lineOf(block);
        const bool rule = line.kind == MarkdownLine::Kind::Rule;
        if (line.runs.isEmpty() && !rule && !code && line.marker.isEmpty())
            continue; // the importer begins some blocks with an empty one
        line.codeFirst = line.kind == MarkdownLine::Kind::Code && !code;
        code = line.kind == MarkdownLine::Kind::Code;
        text = text || rule || !line.runs.isEmpty();
        lines.append(line);
    }
    m_document.clear();
    if (!text)
        return { literal(markdown.trimmed()) };
    return lines;
}

MarkdownLine MarkdownParser::tableLine(const QString &row)
{
    MarkdownLine line;
    const QString markdown = row.isEmpty() ? m_tableHead : m_tableHead + QLatin1Char('\n') + row;
    m_document.setMarkdown(
        markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    QTextTable *table = nullptr;
    for (QTextFrame *frame : m_document.rootFrame()->childFrames())
        table = table ? table : qobject_cast<QTextTable *>(frame);
    const int wanted = row.isEmpty() ? 0 : 1;
    if (table && table->rows() > wanted) {
        for (int column = 0; column < table->columns(); ++column) {
            const QTextBlock block = table->cellAt(wanted, column).firstCursorPosition().block();
            line.cells.append(runsOf(block, wanted == 0));
            line.alignments.append(int(block.blockFormat().alignment()));
        }
    } else {
        line.cells.append({ { 0, row.isEmpty() ? m_tableHead : row, {} } });
    }
    m_document.clear();
    return line;
}

} // namespace pilothouse
