// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chat.h"

#include <QObject>

#include <memory>

namespace pilothouse {

/// One answer at a time over the one HTTP layer. UI thread only. The text so far is never lost: an answer that breaks
/// off or is stopped ends in finished() with interrupted = true and everything that arrived.
class ChatService : public QObject
{
    Q_OBJECT
public:
    explicit ChatService(QObject *parent = nullptr);
    ~ChatService() override;

    void send(const ChatRequest &request); ///< stops the answer that is still open
    void stop();                           ///< closes the connection at once; finished() follows before it returns
    bool isBusy() const;

Q_SIGNALS:
    void started(const ChatRequest &request);
    void textArrived(const QString &delta);
    void reasoningArrived(const QString &delta);
    void figuresChanged(const ChatFigures &figures); ///< at most 10 times a second while streaming
    void finished(const ChatAnswer &answer);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pilothouse
