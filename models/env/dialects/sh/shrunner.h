// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/dialects/sh/shexpander.h"

namespace pilothouse::sh {

/// Follows a script without running a program or touching a file: assignments, expansions and the shell's own commands.
/// What a program would decide (its exit status, its output) is unknown; variables set where the way there is unknown
/// become dynamic. Throws Stop.
class Runner
{
public:
    explicit Runner(const DialectEnvironment &environment) : m_state(environment), m_expander(m_state) { }

    void script(QByteArrayView text, int firstLine); ///< throws SyntaxError as well
    DialectReading result() const { return m_state.variables.exported(); }

private:
    using Fields = std::vector<Value>;
    enum class Done { Yes, No, Unknown }; ///< of a redirection

    void run(const Node &node);
    void runParts(const Node &node);
    void simple(const Node &node);
    void assign(const Assignment &assignment);
    void logic(const Node &node, bool both);
    void ifClause(const Node &node);
    void loop(const Node &node);
    void markUnknown(const Node &node); ///< everything assigned below becomes dynamic
    void call(const Node &function, const Fields &words);
    Done redirect(const Node &node);
    void setStatus(std::optional<int> status, int line);

    // shbuiltins.cpp
    bool builtin(const Node &node, const Fields &words); ///< false: not one that matters here
    bool viaCommand(const Node &node, const Fields &words);
    void exportOrReadonly(const Node &node, const Fields &words, bool readonly);
    void declare(const Value &word, int line, bool readonly);
    void unset(const Node &node, const Fields &words);
    void set(const Fields &words);
    void setOption(QByteArrayView name, bool on);
    void evaluate(const Node &node, const Fields &words);
    void shift(const Node &node, const Fields &words);
    void test(const Node &node, const Fields &words);
    static bool isSpecial(QByteArrayView name);
    Fields declarationFields(const Node &node);

    [[noreturn]] static void stop(const Node &node, const QString &reason);

    ShellState m_state;
    Expander m_expander;
    QHash<QByteArray, NodePtr> m_functions;
    int m_depth = 0; ///< of functions and eval
    int m_steps = 0; ///< commands run within them
    bool m_tested = false; ///< the status is asked for, so that set -e does not apply
};

} // namespace pilothouse::sh
