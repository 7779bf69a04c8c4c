// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chat.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace pilothouse {

class FiguresLine;
class MarkdownPane;
class MessageBar;

/// One answer: reasoning folded above it, the text as Markdown, the figures and the actions below. It begins waiting
/// and counts the seconds until the first text; a failure is shown under the text, which stays.
class AnswerBubble : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerBubble(QWidget *parent = nullptr);

    void restartClock();
    void appendText(const QString &text);
    void appendReasoning(const QString &text);
    void setFigures(const ChatFigures &figures);
    void finish(const ChatAnswer &answer);
    void setAgainVisible(bool visible); ///< only the last answer can be asked again
    QString text() const;
    MarkdownPane *pane() const { return m_pane; }

Q_SIGNALS:
    void againRequested();
    void linkActivated(const QUrl &url);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildReasoning(QVBoxLayout *body);
    void buildFooter(QVBoxLayout *body);
    void showWaiting();
    void begin();
    void toggleReasoning(bool open);
    void showFailure(const Failure &failure);

    QToolButton *m_reasoningToggle;
    MarkdownPane *m_reasoningPane;
    QString m_reasoning;
    MarkdownPane *m_pane;
    QLabel *m_waiting;
    FiguresLine *m_figures;
    QToolButton *m_copy;
    QToolButton *m_again;
    MessageBar *m_error;
    QElapsedTimer m_clock;
    QTimer m_tick;
    bool m_open = true;
};

} // namespace pilothouse
