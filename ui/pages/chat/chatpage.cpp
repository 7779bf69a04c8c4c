// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/chat/chatpage.h"

#include "ui/pages/chat/answerbubble.h"
#include "ui/pages/chat/composer.h"
#include "ui/pages/chat/conversationview.h"
#include "ui/pages/chat/parameterpanel.h"
#include "ui/pages/chat/questionbubble.h"
#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/pageframe.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTime>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int narrowBelow = 900; ///< of the page: the window's 1100 less the navigation
constexpr int answerIndent = 116; ///< free at the right of an answer

std::optional<double> median(QList<double> values)
{
    if (values.isEmpty())
        return {};
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

} // namespace

ChatPage::ChatPage(QWidget *parent) : QWidget(parent)
{
    m_frame = new PageFrame(tr("Chat"), this);
    m_toggle = makeButton(tr("Parameters"), QStringLiteral("settings"), ButtonKind::Quiet);
    m_toggle->setCheckable(true);
    m_newChat = makeButton(tr("New chat"), QStringLiteral("plus"));
    m_newChat->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_frame->addAction(m_toggle);
    m_frame->addAction(m_newChat);
    m_conversation = new ConversationView;
    m_stack = new QStackedWidget;
    m_stack->addWidget(buildEmptyState());
    m_stack->addWidget(m_conversation);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_stack, 1);
    left->addWidget(new Hairline);
    left->addWidget(buildComposer());
    m_panel = new ParameterPanel;
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addLayout(left, 1);
    row->addWidget(m_panel);
    m_frame->content()->setContentsMargins(0, 0, 0, 0);
    m_frame->content()->addLayout(row, 1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_frame);

    connect(m_newChat, &QPushButton::clicked, this, &ChatPage::newChat);
    connect(m_toggle, &QPushButton::toggled, this, [this](bool on) { m_panel->setVisible(on || !m_narrow); });
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &ChatPage::stop);
    m_toggle->hide();
    setFocusProxy(m_composer);
    updateStatistics();
    updateState();
}

QWidget *ChatPage::buildEmptyState()
{
    auto *page = new QWidget;
    auto *icon = new QLabel;
    icon->setPixmap(themedIcon(QStringLiteral("chat"), Tone::Text3).pixmap(20, 20));
    m_emptyTitle = makeLabel({}, TypeRole::CardTitle);
    m_emptyText = makeLabel({}, TypeRole::Body, Tone::Text2);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setFixedWidth(420);
    m_start = makeButton(tr("Start"), QStringLiteral("start"), ButtonKind::Primary);
    connect(m_start, &QPushButton::clicked, this, &ChatPage::startRequested);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(8);
    column->addStretch(1);
    for (QWidget *widget : { static_cast<QWidget *>(icon), static_cast<QWidget *>(m_emptyTitle),
             static_cast<QWidget *>(m_emptyText), static_cast<QWidget *>(m_start) })
        column->addWidget(widget, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return page;
}

QWidget *ChatPage::buildComposer()
{
    auto *bar = new QWidget;
    auto *column = new QWidget(bar);
    column->setMaximumWidth(720);
    m_composer = new Composer;
    m_send = makeButton(tr("Send"), QStringLiteral("send"), ButtonKind::Primary);
    m_stop = makeButton(tr("Stop"), QStringLiteral("stop"), ButtonKind::Danger);
    for (QPushButton *button : { m_send, m_stop }) {
        button->setFixedHeight(40);
        button->setMinimumWidth(74);
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_composer, 1);
    line->addWidget(m_send, 0, Qt::AlignBottom);
    line->addWidget(m_stop, 0, Qt::AlignBottom);
    m_hint = makeLabel({}, TypeRole::Caption, Tone::Text3);
    m_hint->setWordWrap(true);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    rows->addLayout(line);
    rows->addWidget(m_hint);
    auto *outer = new QHBoxLayout(bar);
    outer->setContentsMargins(20, 10, 20, 10);
    outer->addStretch(1);
    outer->addWidget(column, 1000);
    outer->addStretch(1);
    connect(m_composer, &Composer::sendPressed, this, &ChatPage::send);
    connect(m_composer, &Composer::stopPressed, this, &ChatPage::stop);
    connect(m_composer, &Composer::textChanged, this, &ChatPage::updateState);
    connect(m_send, &QPushButton::clicked, this, &ChatPage::send);
    connect(m_stop, &QPushButton::clicked, this, &ChatPage::stop);
    return bar;
}

void ChatPage::setParameters(const ChatParameters &fromEnv)
{
    m_panel->setEnvParameters(fromEnv);
    updateState();
}

void ChatPage::setProviderStatus(const ProviderStatus &status)
{
    m_status = status;
    QStringList served;
    for (const ServedModel &model : status.served)
        served << model.name.text();
    m_panel->setServedModels(served);
    updateState();
}

QString ChatPage::blockedBy() const
{
    switch (m_status.state) {
    case ProviderState::Ready:
    case ProviderState::Degraded:
        return m_panel->parameters().model.isEmpty() ? tr("No model is set. Set LLM_MODEL on the Configuration page.")
                                                     : QString();
    case ProviderState::Starting:
        return tr("The provider is starting. You can write now and send when it is ready.");
    case ProviderState::Stopping:
        return tr("The provider is stopping.");
    case ProviderState::Failed:
        return tr("The provider failed. The Provider page says why.");
    case ProviderState::Stopped:
        return tr("The provider is stopped. Start it to send a message.");
    case ProviderState::Unknown:
        break;
    }
    return tr("It is not known yet whether the provider runs.");
}

void ChatPage::updateState()
{
    const QString blocked = blockedBy();
    const bool text = !m_composer->toPlainText().trimmed().isEmpty();
    m_send->setVisible(!m_busy);
    m_stop->setVisible(m_busy);
    m_stop->setEnabled(!m_stopping);
    m_stop->setToolTip(m_stopping ? tr("Stopping…") : tr("Stop the answer and keep its text (Escape)"));
    m_send->setEnabled(blocked.isEmpty() && text);
    m_send->setToolTip(!blocked.isEmpty() ? blocked : text ? tr("Send (Enter)") : tr("Write a message first."));
    m_hint->setText(blocked);
    m_hint->setVisible(!blocked.isEmpty() && !m_messages.isEmpty());
    const bool canStart = m_status.state == ProviderState::Stopped || m_status.state == ProviderState::Failed;
    m_start->setVisible(canStart);
    m_emptyTitle->setText(canStart ? tr("No provider to talk to") : tr("Nothing asked yet"));
    const QString model = m_panel->parameters().model;
    m_emptyText->setText(!blocked.isEmpty() ? blocked : tr("Write a message below. %1 answers.").arg(model));
    m_newChat->setEnabled(!m_messages.isEmpty());
    m_newChat->setToolTip(m_messages.isEmpty() ? tr("This chat is empty.") : QString());
    m_stack->setCurrentIndex(m_messages.isEmpty() ? 0 : 1);
    m_frame->setContext(m_messages.isEmpty() ? QString() : m_messages.first().text.simplified().left(60));
}

void ChatPage::send()
{
    const QString text = m_composer->toPlainText().trimmed();
    if (m_busy || text.isEmpty() || !blockedBy().isEmpty())
        return;
    m_messages.append({ ChatRole::User, text });
    m_conversation->add(new QuestionBubble(text, QTime::currentTime().toString(QStringLiteral("HH:mm"))));
    m_composer->clear();
    if (m_answer)
        m_answer->setAgainVisible(false);
    ask();
}

/// Sends the conversation, whose last message is a question.
void ChatPage::ask()
{
    m_busy = true;
    m_stopping = false;
    auto *row = new QWidget;
    row->setAttribute(Qt::WA_StaticContents);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, answerIndent, 0);
    m_answer = new AnswerBubble;
    layout->addWidget(m_answer);
    m_conversation->add(row);
    connect(m_answer, &AnswerBubble::againRequested, this, &ChatPage::askAgain);
    connect(m_answer, &AnswerBubble::linkActivated, this, &ChatPage::linkRequested);
    m_conversation->followEnd();
    updateState();
    Q_EMIT sendRequested(m_messages, m_panel->parameters());
}

void ChatPage::askAgain()
{
    if (m_busy || m_messages.isEmpty() || !m_answer || !blockedBy().isEmpty())
        return;
    if (m_messages.last().role == ChatRole::Assistant)
        m_messages.removeLast();
    m_answer->setAgainVisible(false);
    ask();
}

void ChatPage::stop()
{
    if (!m_busy || m_stopping)
        return;
    m_stopping = true;
    updateState();
    Q_EMIT stopRequested();
}

void ChatPage::newChat()
{
    stop();
    m_conversation->clear();
    m_answer = nullptr;
    m_messages.clear();
    m_firstTokens.clear();
    m_rates.clear();
    m_answers = 0;
    updateStatistics();
    updateState();
    m_composer->setFocus();
}

void ChatPage::answerStarted()
{
    if (m_busy && m_answer)
        m_answer->restartClock();
}

void ChatPage::appendText(const QString &text)
{
    if (m_busy && m_answer)
        m_answer->appendText(text);
}

void ChatPage::appendReasoning(const QString &text)
{
    if (m_busy && m_answer)
        m_answer->appendReasoning(text);
}

void ChatPage::setFigures(const ChatFigures &figures)
{
    if (m_busy && m_answer)
        m_answer->setFigures(figures);
}

void ChatPage::finishAnswer(const ChatAnswer &answer)
{
    if (!m_busy)
        return;
    m_busy = false;
    m_stopping = false;
    if (m_answer) { // none after "New chat" while the answer was stopped
        m_answer->finish(answer);
        m_answer->setAgainVisible(true);
        if (!m_answer->text().isEmpty())
            m_messages.append({ ChatRole::Assistant, m_answer->text() });
        if (!answer.failure && !answer.interrupted) {
            ++m_answers;
            if (answer.figures.firstTokenMs)
                m_firstTokens << *answer.figures.firstTokenMs;
            if (answer.figures.tokensPerSecond)
                m_rates << *answer.figures.tokensPerSecond;
            updateStatistics();
        }
    }
    updateState();
}

void ChatPage::updateStatistics()
{
    m_panel->setStatistics(m_answers, median(m_firstTokens), median(m_rates));
}

void ChatPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = event->size().width() < narrowBelow;
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    m_toggle->setVisible(narrow);
    m_panel->setVisible(!narrow || m_toggle->isChecked());
}

} // namespace pilothouse
