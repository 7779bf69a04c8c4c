// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/baseenvironment.h"

#include <QStringList>

#include <algorithm>

namespace pilothouse {

QMap<QString, QString> baseEnvironment(const QProcessEnvironment &own)
{
    static const QStringList names{ QStringLiteral("PATH"), QStringLiteral("HOME"), QStringLiteral("USER"),
        QStringLiteral("LOGNAME"), QStringLiteral("LANG"), QStringLiteral("TZ"), QStringLiteral("TMPDIR") };
    static const QStringList prefixes{ QStringLiteral("LC_"), QStringLiteral("XDG_"), QStringLiteral("CUDA_"),
        QStringLiteral("NVIDIA_"), QStringLiteral("HIP_"), QStringLiteral("ROCR_") };
    QMap<QString, QString> passed;
    for (const QString &key : own.keys()) {
        const auto startsKey = [&key](const QString &prefix) { return key.startsWith(prefix); };
        if (names.contains(key) || std::any_of(prefixes.begin(), prefixes.end(), startsKey))
            passed.insert(key, own.value(key));
    }
    return passed;
}

} // namespace pilothouse
