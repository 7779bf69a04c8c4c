// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/compose/composetemplate.h"

#include <QByteArray>
#include <QMap>

namespace pilothouse {

enum class EnvFileFormat { Compose, Raw }; ///< Raw: docker's, "env_file: {format: raw}"

/// One line of a .env as its reader takes it.
struct EnvFileValue
{
    QString key;
    std::optional<QString> value; ///< none: a bare key that the reader does not find anywhere
    int line = 0;
    QList<VariableUse> references; ///< ${…} in the value
};

/// All lines in file order; the last one of a key counts. outer is asked first for ${…} and for bare keys, then the lines
/// before. An expression that Compose would refuse stays as it is written.
QList<EnvFileValue> readEnvFile(const QByteArray &bytes, EnvFileFormat format, const VariableLookup &outer);

/// key → value, without keys that have none.
QMap<QString, QString> envValues(const QList<EnvFileValue> &lines);

} // namespace pilothouse
