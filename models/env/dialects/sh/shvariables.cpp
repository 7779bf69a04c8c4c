// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/sh/shvariables.h"

namespace pilothouse::sh {

namespace {

/// Variables that the shell itself gives a value.
std::optional<Value> ownValue(const QByteArray &name)
{
    if (name == "IFS")
        return Value{ " \t\n", false };
    if (name == "OPTIND")
        return Value{ "1", false };
    if (name == "PS2")
        return Value{ "> ", false };
    if (name == "PS4")
        return Value{ "+ ", false };
    if (name == "PPID" || name == "LINENO" || name == "PWD" || name == "PS1" || name == "PATH")
        return Value{ {}, true };
    return std::nullopt;
}

} // namespace

const Variable *Variables::find(const QByteArray &name) const
{
    const int place = m_index.value(name);
    return place == 0 ? nullptr : &m_entries[static_cast<size_t>(place) - 1].second;
}

std::optional<Value> Variables::value(const QByteArray &name) const
{
    if (const Variable *variable = find(name))
        return variable->set ? std::optional(variable->value) : std::nullopt;
    if (name != "PPID" && name != "LINENO" && name != "IFS" && name != "OPTIND") {
        const auto outer = m_environment.constFind(name);
        if (outer != m_environment.constEnd())
            return Value{ *outer, false };
    }
    return ownValue(name);
}

Variable &Variables::entry(const QByteArray &name)
{
    int &place = m_index[name];
    if (place == 0) {
        Variable variable;
        const std::optional<Value> outer = ownValue(name);
        const auto inherited = m_environment.constFind(name);
        variable.exported = inherited != m_environment.constEnd();
        variable.set = variable.exported || outer;
        variable.value = variable.exported ? Value{ *inherited, false } : outer.value_or(Value{});
        m_entries.emplace_back(name, std::move(variable));
        place = static_cast<int>(m_entries.size());
    }
    return m_entries[static_cast<size_t>(place) - 1].second;
}

bool Variables::assign(const QByteArray &name, const Value &value, int line)
{
    Variable &variable = entry(name);
    if (variable.readonly)
        return false;
    variable.value = value;
    variable.line = line;
    variable.set = true;
    variable.touched = true;
    variable.exported = variable.exported || allExport;
    return true;
}

bool Variables::unset(const QByteArray &name)
{
    Variable &variable = entry(name);
    if (variable.readonly)
        return false;
    variable = Variable{};
    return true;
}

void Variables::mark(const QByteArray &name, bool exported, bool readonly)
{
    Variable &variable = entry(name);
    variable.exported = variable.exported || exported;
    variable.readonly = variable.readonly || readonly;
}

DialectReading Variables::exported() const
{
    DialectReading reading;
    reading.reserve(static_cast<qsizetype>(m_entries.size()));
    for (const auto &[name, variable] : m_entries) {
        if (!variable.touched || !variable.set || !variable.exported)
            continue;
        const bool dynamic = variable.value.dynamic;
        const QByteArray text = dynamic || variable.value.text.isNull() ? QByteArray("") : variable.value.text;
        reading.set({ name, text, variable.line, dynamic ? DialectEntry::Kind::Dynamic : DialectEntry::Kind::Text });
    }
    return reading;
}

} // namespace pilothouse::sh
