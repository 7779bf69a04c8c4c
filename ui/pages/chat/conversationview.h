// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QScrollArea>

class QVBoxLayout;

namespace pilothouse {

/// The 720 px column of messages. It follows the end until the user scrolls up, and again once the end is reached.
class ConversationView : public QScrollArea
{
    Q_OBJECT
public:
    explicit ConversationView(QWidget *parent = nullptr);

    void add(QWidget *message); ///< takes ownership
    void clear();
    void followEnd(); ///< goes to the end and stays there

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *m_messages;
    bool m_follow = true;
};

} // namespace pilothouse
