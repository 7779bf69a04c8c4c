// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markdown/markdownpane.h"

#include "ui/theme/icons.h"
#include "ui/widgets/markdown/markdowncopy.h"
#include "ui/widgets/markdown/markdownmetrics.h"
#include "ui/widgets/markdown/markdownpainting.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

namespace pilothouse {

using namespace markdown;

namespace {

constexpr int frameMs = 16;
constexpr int slowestFrameMs = 1000;
constexpr qint64 renderBudgetUs = 3000; ///< of one flush, before layout
constexpr int joinLimit = 12 * 1024; ///< a longer paragraph keeps its cuts: laying it out again would be seen

bool mayBeCut(const MarkdownPiece &piece)
{
    const bool leaf = piece.kind == MarkdownPiece::Kind::Text || piece.kind == MarkdownPiece::Kind::ListItem;
    return leaf && (piece.continues || piece.text.size() >= MarkdownBlocks::longestLeaf / 2);
}

} // namespace

MarkdownPane::MarkdownPane(QWidget *parent) : QTextBrowser(parent), m_writer(document())
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setAcceptDrops(false);
    setTabChangesFocus(true);
    setAttribute(Qt::WA_StaticContents); // growing repaints only what is new
    viewport()->setAttribute(Qt::WA_StaticContents);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Answer"));
    document()->setDocumentMargin(0);
    m_writer.setLook(palette(), font());
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_dirty)
            flush();
    });
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownPane::activate);
    fitHeight();
}

void MarkdownPane::setText(const QString &markdown)
{
    clear();
    m_source = markdown;
    m_blocks.append(markdown);
    finish();
}

void MarkdownPane::appendText(const QString &delta)
{
    if (delta.isEmpty())
        return;
    m_source += delta;
    m_blocks.append(delta);
    schedule();
}

void MarkdownPane::finish()
{
    m_blocks.finish();
    m_finished = true;
    schedule();
}

void MarkdownPane::clear()
{
    m_timer.stop();
    m_blocks = {};
    m_parser.reset();
    m_source.clear();
    m_queue.clear();
    m_cut.clear();
    m_cutLines.clear();
    m_writer.clear();
    qDeleteAll(m_codeButtons);
    m_codeButtons.clear();
    m_dirty = m_finished = m_noticeShown = false;
    fitHeight();
}

bool MarkdownPane::isSettled() const
{
    return !m_dirty && m_queue.isEmpty();
}

/// The first text of a burst is painted at once, what follows within a frame waits for the frame.
void MarkdownPane::schedule()
{
    m_dirty = true;
    if (!m_timer.isActive())
        flush();
}

void MarkdownPane::flush()
{
    QElapsedTimer timer;
    timer.start();
    m_dirty = false;
    m_queue += m_blocks.take();
    int finished = 0;
    const int codeBlocks = m_codeButtons.size();
    QTextCursor edit(document());
    edit.beginEditBlock();
    const QList<MarkdownLine> lines = nextLines(&finished);
    m_writer.setOpen(lines, finished);
    if (m_finished && m_queue.isEmpty())
        m_writer.trim();
    edit.endEditBlock();
    fitHeight();
    if (m_writer.codeStarts().size() != codeBlocks)
        placeCodeButtons(qMax(0, codeBlocks - 1));
    m_flushMs = int(timer.elapsed());
    if (!m_queue.isEmpty())
        m_dirty = true;
    m_timer.start(qBound(frameMs, 4 * m_flushMs, slowestFrameMs));
}

/// What the end of the document shall be: lines of finished pieces as far as the budget goes, then the open ones.
QList<MarkdownLine> MarkdownPane::nextLines(int *finished)
{
    QElapsedTimer timer;
    timer.start();
    QList<MarkdownLine> lines = m_cutLines;
    qsizetype cutAt = 0; // where the lines of the cut paragraph begin
    const auto closeCut = [&] {
        if (m_cut.size() > 1) { // read again as a whole: marks that span a cut, and no visible break
            MarkdownPiece whole = m_cut.first();
            for (int i = 1; i < m_cut.size(); ++i)
                whole.text += m_cut.at(i).text;
            lines = lines.first(cutAt) + m_parser.lines(whole);
        }
        m_cut.clear();
        m_cutLines.clear();
        *finished = int(lines.size());
    };
    while (!m_queue.isEmpty() && timer.nsecsElapsed() < renderBudgetUs * 1000) {
        const MarkdownPiece piece = m_queue.takeFirst();
        qsizetype cutLength = 0;
        for (const MarkdownPiece &part : std::as_const(m_cut))
            cutLength += part.text.size();
        if (!m_cut.isEmpty() && (!piece.continues || cutLength > joinLimit))
            closeCut();
        if (piece.kind == MarkdownPiece::Kind::Plain && !std::exchange(m_noticeShown, true)) {
            MarkdownLine notice;
            notice.runs
                = { { MarkdownRun::Note, tr("The answer is larger than 256 KiB. The rest is shown as plain text."), {} } };
            lines.append(notice);
        }
        const QList<MarkdownLine> added = m_parser.lines(piece);
        lines += added;
        if (mayBeCut(piece)) {
            if (m_cut.isEmpty())
                cutAt = lines.size() - added.size();
            m_cut.append(piece);
            m_cutLines += added;
        } else {
            *finished = int(lines.size());
        }
    }
    if (!m_queue.isEmpty())
        return lines;
    if (m_finished) {
        closeCut();
        return lines;
    }
    for (const MarkdownPiece &piece : m_blocks.open())
        lines += m_parser.preview(piece);
    return lines;
}

void MarkdownPane::fitHeight()
{
    const double bottom = document()->isEmpty() || !MarkdownWriter::isCode(document()->lastBlock()) ? 0 : codePadding + 2;
    const int height = qMax(fontMetrics().height(), int(std::ceil(document()->size().height() + bottom)));
    if (height == m_height)
        return;
    m_height = height;
    setFixedHeight(height);
    Q_EMIT heightChanged();
}

QSize MarkdownPane::sizeHint() const
{
    return { 480, m_height };
}

QSize MarkdownPane::minimumSizeHint() const
{
    return { 120, m_height };
}

QVariant MarkdownPane::loadResource(int, const QUrl &)
{
    return InertDocument::placeholder();
}

void MarkdownPane::doSetSource(const QUrl &, QTextDocument::ResourceType)
{
    // Nothing is ever loaded into the pane by address.
}

void MarkdownPane::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.setClipRect(event->rect());
        paintDecorations(painter, *document(), event->rect(), palette(), font());
    }
    QTextBrowser::paintEvent(event);
}

void MarkdownPane::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    fitHeight();
    placeCodeButtons(0);
}

/// Colours and sizes are part of the text's formats, so a new theme or font writes everything again.
void MarkdownPane::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    m_writer.setLook(palette(), font());
    if (m_source.isEmpty())
        return;
    const QString source = m_source;
    const bool finished = m_finished;
    clear();
    m_source = source;
    m_blocks.append(source);
    finished ? finish() : schedule();
}

void MarkdownPane::keyPressEvent(QKeyEvent *event)
{
    const bool scrolls = event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown || event->key() == Qt::Key_Up
        || event->key() == Qt::Key_Down || event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if (scrolls && !(event->modifiers() & Qt::ShiftModifier)) {
        event->ignore(); // the conversation scrolls
        return;
    }
    QTextBrowser::keyPressEvent(event);
}

void MarkdownPane::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

QString MarkdownPane::plainText() const
{
    return markdown::plainText(*document(), 0, document()->characterCount());
}

QMimeData *MarkdownPane::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    auto *data = new QMimeData;
    data->setText(markdown::plainText(*document(), cursor.selectionStart(), cursor.selectionEnd()));
    data->setHtml(markdown::html(*document(), cursor.selectionStart(), cursor.selectionEnd()));
    return data;
}

/// Gives each code block from this one on its button; what stands before does not move while text is appended.
void MarkdownPane::placeCodeButtons(int from)
{
    const QList<int> starts = m_writer.codeStarts();
    while (m_codeButtons.size() > starts.size())
        delete m_codeButtons.takeLast();
    for (int i = from; i < starts.size(); ++i) {
        if (i == m_codeButtons.size()) {
            auto *button = new QToolButton(viewport());
            button->setAutoRaise(true);
            button->setText(tr("Copy"));
            button->setToolTip(tr("Copy this code"));
            button->setAccessibleName(tr("Copy code"));
            button->setIcon(themedIcon(QStringLiteral("copy")));
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            button->setCursor(Qt::ArrowCursor);
            connect(button, &QToolButton::clicked, this, [this, i] { copyCode(m_writer.codeStarts().value(i, -1)); });
            m_codeButtons.append(button);
        }
        QToolButton *button = m_codeButtons.at(i);
        const QTextBlock block = document()->findBlock(starts.at(i));
        const double textTop = document()->documentLayout()->blockBoundingRect(block).top();
        const QSize size = button->sizeHint().boundedTo({ 200, int(codeHeader) - 2 });
        button->setGeometry(viewport()->width() - size.width() - 6,
            int(textTop - codePadding - codeHeader + (codeHeader - size.height()) / 2), size.width(), size.height());
        button->show();
    }
}

void MarkdownPane::copyCode(int position)
{
    const QTextBlock first = document()->findBlock(position);
    if (position < 0 || !MarkdownWriter::isCode(first))
        return;
    QTextBlock last = first;
    while (MarkdownWriter::isCode(last.next()) && !last.next().blockFormat().boolProperty(MarkdownWriter::CodeFirstProperty))
        last = last.next();
    QApplication::clipboard()->setText(
        markdown::plainText(*document(), first.position(), last.position() + last.length() - 1) + QLatin1Char('\n'));
}

void MarkdownPane::activate(const QUrl &url)
{
    if (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"))
        Q_EMIT linkActivated(url);
}

} // namespace pilothouse
