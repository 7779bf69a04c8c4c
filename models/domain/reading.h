// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <optional>
#include <utility>

namespace pilothouse {

/// One metric of one sample: a value, "this source never has it", or "it failed this time". Missing is never 0.
template <typename T>
class Reading
{
public:
    enum class State { Value, NotSupported, Failed };

    Reading() = default; ///< not supported
    Reading(T value) : m_value(std::move(value)), m_state(State::Value) {}
    static Reading notSupported() { return Reading(); }
    static Reading failed(QString reason = {})
    {
        Reading reading;
        reading.m_state = State::Failed;
        reading.m_reason = std::move(reason);
        return reading;
    }

    State state() const { return m_state; }
    bool hasValue() const { return m_state == State::Value; }
    explicit operator bool() const { return hasValue(); }
    const T &value() const { return *m_value; }
    T valueOr(T other) const { return m_value.value_or(std::move(other)); }
    QString reason() const { return m_reason; }
    bool operator==(const Reading &) const = default;

private:
    std::optional<T> m_value;
    State m_state = State::NotSupported;
    QString m_reason;
};

} // namespace pilothouse
