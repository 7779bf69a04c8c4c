// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPlainTextDocumentLayout>

namespace pilothouse {

/// Lines a little higher than the letters (visual.md §5 "editor line"), with the letters in the middle.
class TextLines : public QPlainTextDocumentLayout
{
    Q_OBJECT
public:
    explicit TextLines(QTextDocument *document);
    QRectF blockBoundingRect(const QTextBlock &block) const override;
};

} // namespace pilothouse
