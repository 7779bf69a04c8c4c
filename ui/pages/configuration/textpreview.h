// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/pages/configuration/envhighlighter.h"

#include <QTextEdit>

namespace pilothouse {

/// The document as text with line numbers, for reading. A click on a line leads to its row in the form.
class TextPreview : public QTextEdit
{
    Q_OBJECT
public:
    explicit TextPreview(QWidget *parent = nullptr);

    void setDocumentText(const QString &text); ///< changes only what differs, so the view stays where it is
    void setMarks(const QHash<int, LineMark> &marks);
    void showLine(int line); ///< marks the line of the focused key and scrolls to it; 0: none
    int shownLine() const { return m_line; }
    LineMark mark(int line) const { return m_highlighter->mark(line); }

Q_SIGNALS:
    void lineActivated(int line);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class LineNumbers;
    void layOutNumbers();
    void paintNumbers(QPaintEvent *event);
    void showLineBand();

    EnvHighlighter *m_highlighter;
    QWidget *m_numbers;
    QString m_text;
    int m_line = 0;
};

} // namespace pilothouse
