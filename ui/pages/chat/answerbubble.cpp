// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/chat/answerbubble.h"

#include "models/domain/format.h"
#include "ui/pages/chat/figuresline.h"
#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/markdown/markdownpane.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace pilothouse {

AnswerBubble::AnswerBubble(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_StaticContents);
    auto *body = new QVBoxLayout(this);
    body->setContentsMargins(16, 10, 12, 10);
    body->setSpacing(6);
    buildReasoning(body);
    m_pane = new MarkdownPane(this);
    m_pane->hide();
    connect(m_pane, &MarkdownPane::linkActivated, this, &AnswerBubble::linkActivated);
    body->addWidget(m_pane);
    m_waiting = makeLabel({}, TypeRole::Secondary, Tone::Text3, this);
    body->addWidget(m_waiting);
    m_error = new MessageBar(this);
    m_error->hide();
    body->addWidget(m_error);
    buildFooter(body);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &AnswerBubble::showWaiting);
    restartClock();
}

void AnswerBubble::buildReasoning(QVBoxLayout *body)
{
    m_reasoningToggle = new QToolButton(this);
    m_reasoningToggle->setCheckable(true);
    m_reasoningToggle->setAutoRaise(true);
    m_reasoningToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_reasoningToggle->setIcon(themedIcon(QStringLiteral("chevron-right")));
    m_reasoningToggle->setText(tr("Reasoning"));
    m_reasoningToggle->setFont(typeFont(TypeRole::Secondary));
    m_reasoningToggle->hide();
    connect(m_reasoningToggle, &QToolButton::toggled, this, &AnswerBubble::toggleReasoning);
    body->addWidget(m_reasoningToggle, 0, Qt::AlignLeft);
    m_reasoningPane = new MarkdownPane(this);
    m_reasoningPane->setAccessibleName(tr("Reasoning"));
    m_reasoningPane->hide();
    connect(m_reasoningPane, &MarkdownPane::linkActivated, this, &AnswerBubble::linkActivated);
    body->addWidget(m_reasoningPane);
}

void AnswerBubble::buildFooter(QVBoxLayout *body)
{
    m_figures = new FiguresLine(this);
    const auto action = [this](const QString &icon, const QString &name) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setIcon(themedIcon(icon));
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->hide();
        return button;
    };
    m_copy = action(QStringLiteral("copy"), tr("Copy the answer as Markdown"));
    connect(m_copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(m_pane->source()); });
    m_again = action(QStringLiteral("restart"), tr("Ask again"));
    connect(m_again, &QToolButton::clicked, this, &AnswerBubble::againRequested);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(0, 6, 0, 0);
    footer->setSpacing(4);
    footer->addWidget(m_figures, 1);
    footer->addWidget(m_copy);
    footer->addWidget(m_again);
    body->addLayout(footer);
}

void AnswerBubble::restartClock()
{
    m_clock.restart();
    m_tick.start();
    showWaiting();
}

void AnswerBubble::showWaiting()
{
    const int seconds = int(m_clock.elapsed() / 1000);
    m_waiting->setText(seconds == 0 ? tr("waiting…") : tr("waiting %1 s…").arg(seconds));
}

/// The first text came.
void AnswerBubble::begin()
{
    m_tick.stop();
    m_waiting->hide();
}

void AnswerBubble::appendText(const QString &text)
{
    if (text.isEmpty())
        return;
    if (m_pane->isHidden()) {
        begin();
        m_pane->show();
    }
    m_pane->appendText(text);
}

void AnswerBubble::appendReasoning(const QString &text)
{
    if (text.isEmpty())
        return;
    if (m_reasoning.isEmpty()) {
        begin();
        m_reasoningToggle->show();
    }
    m_reasoning += text;
    if (m_reasoningToggle->isChecked())
        m_reasoningPane->appendText(text);
}

void AnswerBubble::toggleReasoning(bool open)
{
    m_reasoningToggle->setIcon(themedIcon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    m_reasoningPane->clear(); // while folded nothing is laid out
    if (open)
        m_reasoningPane->appendText(m_reasoning);
    if (open && !m_open)
        m_reasoningPane->finish();
    m_reasoningPane->setVisible(open);
}

void AnswerBubble::setFigures(const ChatFigures &figures)
{
    m_figures->setFigures(figures, m_open);
}

void AnswerBubble::finish(const ChatAnswer &answer)
{
    m_open = false;
    begin();
    if (m_reasoning.isEmpty())
        appendReasoning(answer.reasoning);
    if (m_pane->source().isEmpty())
        appendText(answer.text);
    m_pane->finish();
    if (m_reasoningToggle->isChecked())
        m_reasoningPane->finish();
    const QString finish = answer.failure ? QString() : answer.interrupted ? tr("stopped") : answer.finishReason;
    m_figures->setFigures(answer.figures, false, finish);
    m_copy->setVisible(!m_pane->source().isEmpty());
    if (answer.failure)
        showFailure(*answer.failure);
    else if (m_pane->source().isEmpty()) {
        m_waiting->setText(answer.interrupted ? tr("Stopped before the first token.") : tr("The answer is empty."));
        m_waiting->show();
    }
}

void AnswerBubble::showFailure(const Failure &failure)
{
    QStringList more;
    for (const QString &part : { failure.cause, failure.fix }) {
        if (!part.isEmpty())
            more << part;
    }
    m_error->setMessage(MessageBar::Kind::Error, failure.message, more.join(QLatin1Char('\n')));
    m_error->clearButtons();
    connect(m_error->addButton(tr("Retry")), &QPushButton::clicked, this, &AnswerBubble::againRequested);
    m_error->show();
}

void AnswerBubble::setAgainVisible(bool visible)
{
    m_again->setVisible(visible && !m_open);
    if (!visible)
        m_error->clearButtons();
}

QString AnswerBubble::text() const
{
    return m_pane->source();
}

/// Contents are static, so the border that moves is repainted here, where it was and where it is now.
void AnswerBubble::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int edge = 12;
    if (event->oldSize().width() != width())
        return update();
    update(0, event->oldSize().height() - edge, width(), edge);
    update(0, height() - edge, width(), edge);
}

void AnswerBubble::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(toneColor(Tone::Line, palette()));
    painter.setBrush(toneColor(Tone::Base, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

} // namespace pilothouse
