// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

enum class VariableType { Text, Choice, Integer, Number, Boolean, Url, Model };

/// One known variable, read from resources/schema. label and help are in the interface language.
struct VariableSpec
{
    QString key;
    QString group; ///< "provider", "model", "request", "vllm"
    VariableType type = VariableType::Text;
    QStringList choices;
    std::optional<double> minimum;
    std::optional<double> maximum;
    bool minimumExclusive = false;
    double step = 1.0;      ///< of the spin buttons
    QString unit;           ///< "s", "tokens", "" (untranslated key of the unit)
    QString defaultValue;   ///< in force when the key is absent; empty: none
    QStringList usedInModes; ///< "ollama", "vllm"; empty: all
    QStringList requiredInModes;
    QString readBy;         ///< "backend", "vLLM"
    QString label;
    QString help;
    bool operator==(const VariableSpec &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::VariableSpec)
