// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/dialects/sh/shsyntax.h"
#include "models/env/dialects/sh/shvariables.h"

namespace pilothouse::sh {

/// Something that ends the reading of the file.
struct Stop
{
    enum class Kind { Fatal, Return };

    Kind kind = Kind::Fatal;
    int line = 0;
    QString reason;
};

/// State of the shell besides its variables.
struct ShellState
{
    explicit ShellState(const DialectEnvironment &environment) : variables(environment) { }

    Variables variables;
    std::vector<Value> positional;
    std::optional<int> status = 0; ///< $?; none when it depends on a program
    bool unsetIsError = false; ///< set -u
    bool endOnFailure = false; ///< set -e
    bool inBackground = false; ///< a command was started with "&"
};

/// Expands words as dash does: tilde, parameters, quotes. Throws Stop for errors that end a shell.
class Expander
{
public:
    explicit Expander(ShellState &state) : m_state(state) { }

    Value assignmentValue(const Word &word); ///< no splitting, "~" also behind ":"
    std::vector<Value> fields(const Word &word); ///< split at white space; file names are not looked up
    Value single(const Word &word); ///< neither split nor with "~" behind ":"

private:
    enum Tilde { NoTilde = 0, AtStart = 1, BehindColon = 2 };

    Value expand(const Word &word, int tilde);
    Value text(const Part &part, bool first, bool last, int tilde) const;
    Value parameter(const Part &part, int tilde);
    std::optional<Value> parameterValue(const Part &part) const;
    Value trimmed(const Value &value, const Part &part);
    Value argument(const Part &part, int tilde);
    [[noreturn]] static void fail(const Part &part, const QString &reason);

    ShellState &m_state;
};

} // namespace pilothouse::sh
