// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/markdown/markdownblocks.h"
#include "ui/widgets/markdown/markdownparser.h"
#include "ui/widgets/markdown/markdownwriter.h"

#include <QTextBrowser>
#include <QTimer>

class QToolButton;

namespace pilothouse {

/// Shows one Markdown answer while it streams. No scroll bar of its own: the widget is as high as its text, the
/// conversation scrolls. Finished text is rendered once, the open end at most 60 times a second and less often when a
/// flush is dear; no flush works longer than a few milliseconds, the rest waits for the next one. Over 256 KiB the rest
/// of an answer is literal text with a notice. Rendering opens no file and no socket whatever the text contains (R23).
/// GUI thread only.
class MarkdownPane : public QTextBrowser
{
    Q_OBJECT
public:
    explicit MarkdownPane(QWidget *parent = nullptr);

    void setText(const QString &markdown); ///< a whole answer; long ones appear over several frames
    void appendText(const QString &delta);
    void finish(); ///< the answer is complete
    void clear();
    QString source() const { return m_source; } ///< what came in, for the Copy button
    QString plainText() const; ///< what is shown, with list markers, as copying gives it
    bool isSettled() const; ///< nothing waits to be shown

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void linkActivated(const QUrl &url); ///< http or https only; whoever opens it asks first
    void heightChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;
    void doSetSource(const QUrl &url, QTextDocument::ResourceType type) override;

private:
    void schedule();
    void flush();
    QList<MarkdownLine> nextLines(int *finished);
    void fitHeight();
    void placeCodeButtons(int from);
    void copyCode(int position);
    void activate(const QUrl &url);

    MarkdownBlocks m_blocks;
    MarkdownParser m_parser;
    MarkdownWriter m_writer;
    QString m_source;
    QList<MarkdownPiece> m_queue; ///< finished pieces that are not shown yet
    QList<MarkdownPiece> m_cut; ///< pieces of a cut paragraph, joined when it closes
    QList<MarkdownLine> m_cutLines;
    QTimer m_timer{ this };
    QList<QToolButton *> m_codeButtons; ///< one for each code block
    int m_flushMs = 0; ///< cost of the last flush
    int m_height = 0;
    bool m_dirty = false;
    bool m_finished = false;
    bool m_noticeShown = false;
};

} // namespace pilothouse
