// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMetaType>
#include <QString>

#include <optional>

namespace pilothouse {

/// What a request of the Chat page is sent with. The page gets one from .env and hands one out with each question.
struct ChatParameters
{
    QString model;
    std::optional<double> temperature; ///< absent: the server decides
    std::optional<int> maxTokens;      ///< answer limit; absent: the server decides
    int timeoutSeconds = 240;          ///< total deadline
    bool stream = true;
    bool operator==(const ChatParameters &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::ChatParameters)
