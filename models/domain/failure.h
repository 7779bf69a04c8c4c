// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QMetaType>
#include <QPair>
#include <QString>

namespace pilothouse {

/// What people see when something fails: what happened, why, what to do next. Plain text, secrets removed.
struct Failure
{
    QString code; ///< stable id, e.g. "port.in-use"
    QString message; ///< what happened, one sentence
    QString cause; ///< why, one sentence with evidence; may be empty
    QString fix; ///< what to do next; may be empty
    QString detail; ///< last log lines or the raw text of the system; may be empty
    QList<QPair<QString, QString>> proposed = {}; ///< values of .env that would mend it, when they are known

    bool isEmpty() const { return code.isEmpty() && message.isEmpty(); }
    bool operator==(const Failure &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::Failure)
