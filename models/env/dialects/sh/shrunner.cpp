// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/sh/shrunner.h"

#include "models/env/dialects/sh/shparser.h"

#include <QCoreApplication>
#include <QScopedValueRollback>

#include <algorithm>

namespace pilothouse::sh {

namespace {

constexpr int deepestCall = 20;
constexpr int mostSteps = 10'000;

/// The status of an assignment is that of the command substituted in it.
bool substitutes(const Node &node)
{
    return std::any_of(node.assignments.begin(), node.assignments.end(), [](const Assignment &assignment) {
        const std::vector<Part> &parts = assignment.value.parts;
        return std::any_of(parts.begin(), parts.end(), [](const Part &part) { return part.kind == Part::Kind::Dynamic; });
    });
}

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Dialects)
};

} // namespace

void Runner::stop(const Node &node, const QString &reason)
{
    throw Stop{ Stop::Kind::Fatal, node.line, reason };
}

void Runner::script(QByteArrayView text, int firstLine)
{
    Lexer lexer(text, firstLine, m_depth);
    Parser parser(lexer);
    while (const std::optional<NodePtr> line = parser.nextLine()) {
        if (*line)
            run(**line);
    }
}

void Runner::run(const Node &node)
{
    try {
        runParts(node);
    } catch (Stop &stop) {
        stop.line = stop.line > 0 ? stop.line : node.line;
        throw;
    }
}

void Runner::setStatus(std::optional<int> status, int line)
{
    m_state.status = status;
    if (m_state.endOnFailure && !m_tested && status != 0)
        throw Stop{ Stop::Kind::Fatal, line, Texts::tr("a command fails, and “set -e” ends the shell then") };
}

void Runner::runParts(const Node &node)
{
    if (!node.redirections.empty() && node.type != Node::Type::Simple && redirect(node) == Done::No) {
        setStatus(2, node.line);
        return;
    }
    switch (node.type) {
    case Node::Type::Simple:
        simple(node);
        break;
    case Node::Type::Sequence:
    case Node::Type::Group:
        for (const NodePtr &child : node.children)
            run(*child);
        break;
    case Node::Type::And:
    case Node::Type::Or:
        logic(node, node.type == Node::Type::And);
        break;
    case Node::Type::Not: {
        const QScopedValueRollback tested(m_tested, true);
        run(*node.children.front());
        if (m_state.status)
            m_state.status = *m_state.status == 0 ? 1 : 0;
        break;
    }
    case Node::Type::Background: // a process of its own, as the two below
        m_state.inBackground = true;
        m_state.status = 0;
        break;
    case Node::Type::Pipeline:
    case Node::Type::Subshell:
        m_state.status = std::nullopt;
        break;
    case Node::Type::If:
        ifClause(node);
        break;
    case Node::Type::Loop:
        loop(node);
        break;
    case Node::Type::For:
    case Node::Type::Case:
        markUnknown(node);
        m_state.status = std::nullopt;
        break;
    case Node::Type::Function:
        m_functions.insert(node.name, node.children.front());
        m_state.status = 0;
        break;
    }
}

void Runner::logic(const Node &node, bool both)
{
    {
        const QScopedValueRollback tested(m_tested, true);
        run(*node.children.front());
    }
    if (!m_state.status)
        markUnknown(*node.children.back());
    else if ((*m_state.status == 0) == both)
        run(*node.children.back());
}

void Runner::ifClause(const Node &node)
{
    {
        const QScopedValueRollback tested(m_tested, true);
        run(*node.children.front());
    }
    const std::optional<int> status = m_state.status;
    m_state.status = 0;
    if (!status) {
        for (size_t i = 1; i < node.children.size(); ++i)
            markUnknown(*node.children[i]);
        m_state.status = std::nullopt;
    } else if (*status == 0) {
        run(*node.children[1]);
    } else if (node.children.size() > 2) {
        run(*node.children[2]);
    }
}

void Runner::loop(const Node &node)
{
    const QScopedValueRollback tested(m_tested, true);
    run(*node.children.front());
    const bool never = m_state.status && (*m_state.status == 0) == node.until;
    m_state.status = 0;
    if (!never)
        markUnknown(node);
}

void Runner::markUnknown(const Node &node)
{
    const auto mark = [&](const QByteArray &name) { m_state.variables.assign(name, { {}, true }, node.line); };
    const QByteArray command
        = node.words.empty() || node.type != Node::Type::Simple ? QByteArray() : node.words.front().literal();
    if (node.type == Node::Type::Simple && (node.words.empty() || isSpecial(command))) {
        for (const Assignment &assignment : node.assignments)
            mark(assignment.name);
    }
    if (node.type == Node::Type::For)
        mark(node.name);
    if (command == "export" || command == "readonly" || command == "unset" || command == "read") {
        for (size_t i = 1; i < node.words.size(); ++i) {
            const Word &word = node.words[i];
            const QByteArray text = word.parts.empty() ? QByteArray() : word.parts.front().text;
            const QByteArray name = text.left(text.indexOf('='));
            const bool assigns = command == "read" || command == "unset" ? m_state.variables.value(name) || command == "read"
                                                                         : text.contains('=');
            if (isName(name) && assigns)
                mark(name);
        }
    }
    if (node.type == Node::Type::Subshell || node.type == Node::Type::Pipeline || node.type == Node::Type::Background
        || node.type == Node::Type::Function)
        return;
    if (const auto function = m_functions.constFind(command); function != m_functions.constEnd() && m_depth < deepestCall) {
        const QScopedValueRollback depth(m_depth, m_depth + 1);
        const NodePtr body = *function;
        if (++m_steps < mostSteps)
            markUnknown(*body);
    }
    for (const NodePtr &child : node.children)
        markUnknown(*child);
}

Runner::Done Runner::redirect(const Node &node)
{
    Done done = Done::Yes;
    for (const Redirection &redirection : node.redirections) {
        if (redirection.document) {
            try {
                (void)m_expander.single(*redirection.document); // for what it assigns
            } catch (const Stop &) {
                return Done::No; // an error there only fails the redirection
            }
        }
        if (redirection.operation.startsWith("<<"))
            continue;
        const Value target = m_expander.single(redirection.target);
        const bool duplicates = redirection.operation.endsWith('&');
        const bool descriptor = target.text == "-" || (target.text.size() == 1 && target.text[0] >= '0' && target.text[0] <= '9');
        if (duplicates && !descriptor && !target.dynamic)
            stop(node, Texts::tr("behind “>&” or “<&” the number of a descriptor is due"));
        if (target.dynamic || duplicates) {
            done = Done::Unknown;
            continue;
        }
        // Nothing is opened: a name is taken as a new file, and a file to read from as one that is not there.
        const bool device = target.text.startsWith("/dev/");
        const bool creates = redirection.operation != "<" && !target.text.isEmpty() && !target.text.contains('/');
        if (!device && !creates)
            return Done::No;
    }
    return done;
}

void Runner::assign(const Assignment &assignment)
{
    const Value value = m_expander.assignmentValue(assignment.value);
    if (!m_state.variables.assign(assignment.name, value, assignment.value.line))
        throw Stop{ Stop::Kind::Fatal, assignment.value.line,
            Texts::tr("%1 is read-only").arg(QString::fromUtf8(assignment.name)) };
}

void Runner::simple(const Node &node)
{
    if (node.words.empty() && node.redirections.empty()) { // almost every line
        for (const Assignment &assignment : node.assignments)
            assign(assignment);
        m_state.status = substitutes(node) ? std::nullopt : std::optional(0);
        return;
    }
    const Fields words = declarationFields(node);
    const QByteArray name = words.empty() || words.front().dynamic ? QByteArray() : words.front().text;
    const bool persistent = words.empty() || isSpecial(name);
    if (redirect(node) == Done::No) {
        if (!words.empty() && isSpecial(name))
            stop(node, Texts::tr("a redirection fails"));
        setStatus(words.empty() ? 2 : 1, node.line);
        return;
    }
    for (const Assignment &assignment : node.assignments) {
        if (persistent)
            assign(assignment);
        else
            (void)m_expander.assignmentValue(assignment.value); // for its errors
    }
    m_state.status = substitutes(node) ? std::nullopt : std::optional(0);
    if (words.empty())
        return;
    if (const auto function = m_functions.constFind(name); function != m_functions.constEnd() && !words.front().dynamic) {
        const NodePtr body = *function;
        call(*body, words);
    } else if (words.front().dynamic || !builtin(node, words)) {
        // Some program. That it is missing or fails matters to "set -e" only.
        if (m_state.endOnFailure && !m_tested)
            setStatus(std::nullopt, node.line);
        m_state.status = std::nullopt;
    }
}

void Runner::call(const Node &function, const Fields &words)
{
    if (m_depth >= deepestCall || ++m_steps > mostSteps) {
        markUnknown(function);
        m_state.status = std::nullopt;
        return;
    }
    const QScopedValueRollback depth(m_depth, m_depth + 1);
    const std::vector<Value> outer = std::exchange(m_state.positional, Fields(words.begin() + 1, words.end()));
    try {
        run(function);
    } catch (const Stop &stop) {
        if (stop.kind != Stop::Kind::Return)
            throw;
    }
    m_state.positional = outer;
}

} // namespace pilothouse::sh
