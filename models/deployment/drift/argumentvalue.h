// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// What a command line says about one flag: "--flag value", "--flag=value", its short form; the last one counts.
struct ArgumentValue
{
    bool present = false;
    std::optional<QString> value; ///< none: it stands alone, or a shell's word that cannot be resolved
    bool operator==(const ArgumentValue &) const = default;
};

/// Looks into a script of "sh -c" too; a word $NAME or ${NAME} there is looked up in the environment.
ArgumentValue argumentValue(const QStringList &arguments, const QString &flag, const QMap<QString, QString> &environment = {});

/// The model of "… serve MODEL" (vLLM), else of --model. Absent: the command line names none.
std::optional<QString> modelArgument(const QStringList &arguments, const QMap<QString, QString> &environment = {});

} // namespace pilothouse
