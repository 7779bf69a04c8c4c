// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/problem.h"

#include <QHash>
#include <QPalette>
#include <QSyntaxHighlighter>

#include <optional>

namespace pilothouse {

/// What the form knows about one line of the text.
struct LineMark
{
    bool changed = false;
    bool unused = false; ///< faded: the key has no effect in this mode
    std::optional<ProblemLevel> wave;
    bool operator==(const LineMark &) const = default;
};

/// Colours keys, values and comments; a wave under wrong values.
class EnvHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit EnvHighlighter(QTextDocument *document, const QPalette &palette);

    void setMarks(const QHash<int, LineMark> &marks); ///< by line number, first line is 1
    void setPalette(const QPalette &palette);
    LineMark mark(int line) const { return m_marks.value(line); }

protected:
    void highlightBlock(const QString &text) override;

private:
    QHash<int, LineMark> m_marks;
    QPalette m_palette;
};

} // namespace pilothouse
