// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/dialects/dialect.h"

namespace pilothouse::sh {

/// Text, or what only running the script would tell.
struct Value
{
    QByteArray text;
    bool dynamic = false;
    qsizetype known = 0; ///< of a dynamic one: bytes of text before the first unknown part

    void append(const Value &other)
    {
        if (other.dynamic && !dynamic)
            known = text.size() + other.known;
        dynamic = dynamic || other.dynamic;
        text += other.text;
    }
};

struct Variable
{
    Value value;
    int line = 0;
    bool set = false;
    bool exported = false;
    bool readonly = false;
    bool touched = false; ///< by the file
};

/// The shell's variables: first those of its environment, exported. allexport as in "set -a".
class Variables
{
public:
    explicit Variables(const DialectEnvironment &environment) : m_environment(environment) { }

    const Variable *find(const QByteArray &name) const; ///< set by the file
    std::optional<Value> value(const QByteArray &name) const; ///< none when unset
    /// False for a readonly variable.
    bool assign(const QByteArray &name, const Value &value, int line);
    bool unset(const QByteArray &name);
    void mark(const QByteArray &name, bool exported, bool readonly);

    DialectReading exported() const; ///< what a child gets and the file gave

    bool allExport = true;

private:
    Variable &entry(const QByteArray &name);

    const DialectEnvironment &m_environment;
    std::vector<std::pair<QByteArray, Variable>> m_entries;
    QHash<QByteArray, int> m_index; ///< place + 1
};

} // namespace pilothouse::sh
