// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chat.h"

#include <QByteArrayView>
#include <QJsonObject>

#include <memory>

namespace pilothouse {

/// What one piece of the stream added to the answer.
struct ChatDelta
{
    QString text;
    QString reasoning;
    bool isEmpty() const { return text.isEmpty() && reasoning.isEmpty(); }
    bool operator==(const ChatDelta &) const = default;
};

/// Reads one answer from the provider's bytes. Pure: no clock, no I/O, the result does not depend on how the bytes were
/// cut. The answer is complete only when the protocol's own end mark came; until then answer().interrupted is true.
class ChatParser
{
public:
    static constexpr qsizetype maxAnswerBytes = 8 << 20; ///< text and reasoning together, as held in memory

    static std::unique_ptr<ChatParser> create(ChatProtocol protocol);
    virtual ~ChatParser() = default;

    virtual ChatDelta feed(QByteArrayView bytes) = 0; ///< the next piece of a stream
    virtual ChatDelta readWhole(const QByteArray &body) = 0; ///< the body of an answer asked for with stream = false

    /// Text so far, the server's own figures, model, finish reason, and failure when the server reported one.
    const ChatAnswer &answer() const { return m_answer; }
    bool isComplete() const { return !m_answer.interrupted; }
    bool isOver() const { return isComplete() || m_broken; } ///< nothing more is read
    int badElements() const { return m_badElements; } ///< lines or events that could not be read
    /// Pieces with text so far: a lower bound of the tokens, some servers put several into one piece.
    qint64 pieces() const { return m_pieces; }

protected:
    ChatParser() { m_answer.interrupted = true; }
    void addBadElement() { ++m_badElements; }
    void add(ChatDelta &delta, const QString &text, const QString &reasoning);
    void breakOff(const QString &serverText);
    void complete();

    ChatAnswer m_answer;

private:
    int m_badElements = 0;
    qint64 m_pieces = 0;
    bool m_broken = false;
};

} // namespace pilothouse
