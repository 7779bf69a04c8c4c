// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markdown/markdowncopy.h"

#include "ui/widgets/markdown/markdownwriter.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <functional>

namespace pilothouse::markdown {

namespace {

/// Calls back for each block that has text in the range; the empty blocks around tables are left out.
void eachBlock(const QTextDocument &document, int from, int to, const std::function<void(const QTextBlock &, int, int)> &use)
{
    for (QTextBlock block = document.findBlock(from); block.isValid() && block.position() < to; block = block.next()) {
        const int start = std::max(from, block.position());
        const int end = std::min(to, block.position() + block.length() - 1);
        const bool gap = block.length() <= 1 && !block.blockFormat().hasProperty(MarkdownWriter::KindProperty)
            && !QTextCursor(block).currentTable();
        if (!gap && end >= start)
            use(block, start, end);
    }
}

QString separatorBefore(const QTextBlock &block)
{
    if (block.blockFormat().boolProperty(MarkdownWriter::ContinuesProperty))
        return {};
    const QTextTable *table = QTextCursor(block).currentTable();
    const bool newCell = table && table->cellAt(block.position()).column() > 0;
    return newCell ? QStringLiteral("\t") : QStringLiteral("\n");
}

QString markerOf(const QTextBlock &block, int start)
{
    const QString marker = block.blockFormat().stringProperty(MarkdownWriter::MarkerProperty);
    return marker.isEmpty() || start > block.position() ? QString() : marker + QLatin1Char(' ');
}

QString htmlOf(const QTextFragment &fragment, const QString &text)
{
    const QTextCharFormat format = fragment.charFormat();
    QString html = text.toHtmlEscaped();
    html.replace(QChar::LineSeparator, QLatin1String("<br>"));
    if (format.fontFixedPitch())
        html = QStringLiteral("<code>%1</code>").arg(html);
    if (format.fontWeight() > QFont::Medium)
        html = QStringLiteral("<b>%1</b>").arg(html);
    if (format.fontItalic())
        html = QStringLiteral("<i>%1</i>").arg(html);
    if (!format.anchorHref().isEmpty())
        html = QStringLiteral("<a href=\"%1\">%2</a>").arg(format.anchorHref().toHtmlEscaped(), html);
    return html;
}

} // namespace

QString plainText(const QTextDocument &document, int from, int to)
{
    QString result;
    bool first = true;
    eachBlock(document, from, to, [&](const QTextBlock &block, int start, int end) {
        if (!std::exchange(first, false))
            result += separatorBefore(block);
        result += markerOf(block, start) + block.text().mid(start - block.position(), end - start);
    });
    return result.replace(QChar::LineSeparator, QLatin1Char('\n')).replace(QChar::Nbsp, QLatin1Char(' '));
}

QString html(const QTextDocument &document, int from, int to)
{
    QString result;
    eachBlock(document, from, to, [&](const QTextBlock &block, int start, int end) {
        QString text = markerOf(block, start).toHtmlEscaped();
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const int cutStart = std::max(start, fragment.position());
            const int cutEnd = std::min(end, fragment.position() + fragment.length());
            if (cutEnd > cutStart)
                text += htmlOf(fragment, fragment.text().mid(cutStart - fragment.position(), cutEnd - cutStart));
        }
        result += (MarkdownWriter::isCode(block) ? QStringLiteral("<pre>%1</pre>") : QStringLiteral("<p>%1</p>")).arg(text);
    });
    return result;
}

} // namespace pilothouse::markdown
