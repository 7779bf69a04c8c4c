// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chat.h"
#include "models/domain/chatparameters.h"
#include "models/domain/providerstatus.h"

#include <QPointer>
#include <QUrl>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace pilothouse {

class AnswerBubble;
class Composer;
class ConversationView;
class PageFrame;
class ParameterPanel;

/// Chat with the served model: conversation, composer, parameters. The page keeps the conversation in memory; whoever
/// answers sendRequested calls answerStarted, appendText, … and always finishAnswer, once. One answer at a time.
class ChatPage : public QWidget
{
    Q_OBJECT
public:
    explicit ChatPage(QWidget *parent = nullptr);

    void setParameters(const ChatParameters &fromEnv);
    void setProviderStatus(const ProviderStatus &status);

    void answerStarted(); ///< the request is on its way: the waiting clock starts
    void appendText(const QString &text);
    void appendReasoning(const QString &text);
    void setFigures(const ChatFigures &figures); ///< so far
    void finishAnswer(const ChatAnswer &answer);

    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void sendRequested(const QList<pilothouse::ChatMessage> &messages, const pilothouse::ChatParameters &parameters);
    void stopRequested();
    void startRequested(); ///< the provider is stopped, the operator wants it to run
    void linkRequested(const QUrl &url); ///< http or https; the opener asks with the whole address

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildComposer();
    QWidget *buildEmptyState();
    void send();
    void ask();
    void askAgain();
    void stop();
    void newChat();
    void updateState();
    void updateStatistics();
    QString blockedBy() const; ///< why nothing can be sent, one sentence; empty: it can

    PageFrame *m_frame;
    QStackedWidget *m_stack;
    ConversationView *m_conversation;
    Composer *m_composer;
    QPushButton *m_send;
    QPushButton *m_stop;
    QPushButton *m_newChat;
    QPushButton *m_toggle; ///< shows the parameters on a narrow page
    ParameterPanel *m_panel;
    QLabel *m_emptyTitle;
    QLabel *m_emptyText;
    QPushButton *m_start;
    QLabel *m_hint;
    QPointer<AnswerBubble> m_answer; ///< the last one
    ProviderStatus m_status;
    QList<ChatMessage> m_messages;
    QList<double> m_firstTokens;
    QList<double> m_rates;
    int m_answers = 0;
    bool m_busy = false;
    bool m_stopping = false;
    bool m_narrow = false;
};

} // namespace pilothouse
