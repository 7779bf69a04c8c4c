// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/compose/composeproject.h"

namespace pilothouse {

/// A variable that a shell puts in where a command runs, and the flag it stands behind.
struct ShellReference
{
    QString name;
    QString flag; ///< "--max-model-len"; empty: none
    qsizetype position = 0;
};

/// $NAME and ${NAME…} outside of '…' in a shell text.
QList<ShellReference> shellReferences(const QString &script);

/// The flag that the text at position belongs to: "--flag text", "--flag=text".
QString flagBefore(const QString &text, qsizetype position);

/// Index of the script in ["sh", "-c", script] and the like, or -1.
qsizetype shellScriptIndex(const QStringList &arguments);

/// The flag that argument i is, or stands behind. Empty: none.
QString flagOf(const QStringList &arguments, qsizetype i);

/// A name as shells and compose allow it.
bool isVariableName(const QString &name);

} // namespace pilothouse
