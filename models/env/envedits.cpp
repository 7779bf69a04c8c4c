// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envedits.h"

namespace pilothouse {

QList<EnvEdit> editsBetween(const EnvDocument &from, const EnvDocument &to)
{
    QList<EnvEdit> edits;
    if (from == to)
        return edits;
    const auto before = from.index();
    const auto after = to.index();
    for (const EnvEntry &entry : to.entries()) {
        if (!entry.assigned || after.value(to.keyOf(entry)) != &entry)
            continue;
        const EnvEntry *old = before.value(to.keyOf(entry));
        if (old && old->quote == entry.quote && from.rawValueOf(*old) == to.rawValueOf(entry))
            continue;
        const QByteArray value = to.valueOf(entry);
        if (!old || from.valueOf(*old) != value)
            edits << EnvEdit{ QString::fromUtf8(to.keyOf(entry)), QString::fromUtf8(value) };
    }
    for (const EnvEntry &entry : from.entries()) {
        if (entry.assigned && before.value(from.keyOf(entry)) == &entry && !after.contains(from.keyOf(entry)))
            edits << EnvEdit{ QString::fromUtf8(from.keyOf(entry)), std::nullopt };
    }
    return edits;
}

QStringList keysOf(const QList<EnvEdit> &edits)
{
    QStringList keys;
    for (const EnvEdit &edit : edits)
        keys << edit.key;
    return keys;
}

} // namespace pilothouse
