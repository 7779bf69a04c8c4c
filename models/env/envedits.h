// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/envdocument.h"

namespace pilothouse {

/// One change of a key; no value: the key is removed.
struct EnvEdit
{
    QString key;
    std::optional<QString> value;
};

/// Keys whose value differs between two documents, in the order of `to`, removed ones last.
QList<EnvEdit> editsBetween(const EnvDocument &from, const EnvDocument &to);
QStringList keysOf(const QList<EnvEdit> &edits);

} // namespace pilothouse
