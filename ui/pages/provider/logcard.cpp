// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/logcard.h"

#include "ui/pages/provider/loghighlighter.h"
#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/deploymentbutton.h"
#include "ui/widgets/hairline.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

namespace pilothouse {

LogCard::LogCard(QWidget *parent)
    : Card(parent), m_view(new QPlainTextEdit), m_search(new QLineEdit), m_hits(makeLabel({}, TypeRole::Caption, Tone::Text3)),
      m_foot(makeLabel({}, TypeRole::Caption, Tone::Text3)), m_follow(new QCheckBox(tr("F&ollow")))
{
    QHBoxLayout *header = addHeader(tr("Log"));
    header->addWidget(m_hits);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search in the log"));
    m_search->addAction(themedIcon(QStringLiteral("search"), Tone::Text3), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(180);
    header->addWidget(m_search);

    m_view->setReadOnly(true);
    m_view->setMaximumBlockCount(mostLines);
    m_view->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_view->setUndoRedoEnabled(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFont(typeFont(TypeRole::Mono));
    m_view->document()->setDocumentMargin(12);
    m_view->setAccessibleName(tr("Provider log"));
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->setPlaceholderText(tr("Nothing was logged yet. The log begins when the provider starts."));
    auto *highlighter = new LogHighlighter(m_view->document());
    highlighter->setPalette(palette());
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    body()->addWidget(m_view, 1);
    body()->addWidget(new Hairline);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(14, 6, 14, 6);
    m_foot->setTextInteractionFlags(Qt::TextSelectableByMouse);
    foot->addWidget(m_foot, 1);
    m_follow->setChecked(true);
    foot->addWidget(m_follow);
    body()->addLayout(foot);

    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(false); });
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_view->moveCursor(QTextCursor::Start);
        find(false);
    });
    auto *previous = new QAction(this);
    previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return));
    previous->setShortcutContext(Qt::WidgetShortcut);
    m_search->addAction(previous);
    connect(previous, &QAction::triggered, this, [this] { find(true); });
    connect(m_follow, &QCheckBox::toggled, this, &LogCard::followIfAsked);
    connect(m_view->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        // Scrolling up is the wish to read: following stops until the end is reached again.
        const QScrollBar *bar = m_view->verticalScrollBar();
        m_follow->setChecked(bar->sliderPosition() >= bar->maximum());
    });
    showFoot();
}

void LogCard::appendLines(const QStringList &lines)
{
    const bool follow = m_follow->isChecked();
    const int kept = m_view->verticalScrollBar()->value();
    m_view->appendPlainText(lines.mid(qMax<qsizetype>(0, lines.size() - mostLines)).join(QLatin1Char('\n')));
    if (follow)
        followIfAsked();
    else
        m_view->verticalScrollBar()->setValue(kept);
    showFoot();
}

void LogCard::clearLines()
{
    m_view->clear();
    showFoot();
}

void LogCard::setPath(const QString &path)
{
    if (m_path == path)
        return;
    m_path = path;
    showFoot();
}

void LogCard::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString LogCard::text() const
{
    return m_view->toPlainText();
}

void LogCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        if (auto *highlighter = m_view->document()->findChild<LogHighlighter *>())
            highlighter->setPalette(palette());
    }
}

void LogCard::find(bool backwards)
{
    const QString wanted = m_search->text();
    if (wanted.isEmpty()) {
        m_hits->clear();
        return;
    }
    const auto flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (!m_view->find(wanted, flags)) {
        m_view->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
        if (!m_view->find(wanted, flags)) {
            m_hits->setText(tr("not found"));
            return;
        }
    }
    m_follow->setChecked(false);
    m_hits->setText(tr("line %1").arg(m_view->textCursor().blockNumber() + 1));
}

void LogCard::followIfAsked()
{
    if (m_follow->isChecked())
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
}

void LogCard::showFoot()
{
    const bool empty = m_view->document()->isEmpty();
    const int lines = empty ? 0 : m_view->blockCount();
    m_foot->setText(m_path.isEmpty() ? tr("%n lines", nullptr, lines) : tr("%n lines · %1", nullptr, lines).arg(homeShortened(m_path)));
}

} // namespace pilothouse
