// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// What readers of .env make of one way of writing a value. Texts are in the interface language, secrets masked.
struct EnvReaderGroup
{
    QStringList readers; ///< "compose", "python-dotenv", … that get the same
    QString gets; ///< "the value as typed", "“a b”", "refuses the whole file: …"
    bool asTyped = false; ///< and nothing else changes for them
    bool operator==(const EnvReaderGroup &) const = default;
};

/// One way of writing a value.
struct EnvWriteOption
{
    QString style; ///< machine name: "plain", "single", "double", "escaped", "quote-escaped", "backtick"
    QString line; ///< the line as it would stand in the file, in one row; dots for a secret
    QList<EnvReaderGroup> groups; ///< those that get the value as typed first
    int served = 0; ///< readers that get it as typed
    bool operator==(const EnvWriteOption &) const = default;
};

/// A typed value that no way of writing gives to every reader of this deployment: the operator says which way counts.
struct EnvWriteQuestion
{
    QString key;
    bool secret = false;
    QList<EnvWriteOption> options; ///< the one that serves most readers first
    bool operator==(const EnvWriteQuestion &) const = default;
};

using EnvWriteStyles = QMap<QString, QString>; ///< EnvWriteOption::style by key

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::EnvWriteQuestion)
