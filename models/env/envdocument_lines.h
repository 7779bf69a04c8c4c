// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/envdocument.h"

namespace pilothouse {

/// A line "# KEY=value" as offsets into the document's bytes.
struct CommentedKey
{
    qint32 start = 0;
    qint32 keyStart = 0;
    qint32 keyEnd = 0;
    qint32 valueStart = 0; ///< behind "=" and blanks; quotes are part of the value
    qint32 valueEnd = 0;
    int line = 0; ///< 1-based
};

/// Commented-out assignments between two entries (indices into entries(); the comments behind them too), in file order.
std::vector<CommentedKey> commentedKeys(const EnvDocument &document, size_t firstEntry, size_t endEntry);
std::vector<CommentedKey> commentedKeys(const EnvDocument &document);

/// Edits of whole lines; each gives the new bytes and changes nothing but the lines of that key. Order, comments, spacing and
/// line ends stay. Errors: "env.no-key", "env.bad-key", "env.key-exists", "env.line-shared", "env.not-apart".
Result<QByteArray> renameKey(const EnvDocument &document, const QString &key, const QString &name); ///< every line of it
Result<QByteArray> commentOut(const EnvDocument &document, const QString &key); ///< every line of it
Result<QByteArray> uncomment(const EnvDocument &document, int line);

} // namespace pilothouse
