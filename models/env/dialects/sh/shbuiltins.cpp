// SPDX-License-Identifier: GPL-3.0-or-later
// The shell's own commands, as far as they change variables or end the script.
#include "models/env/dialects/sh/shparser.h"
#include "models/env/dialects/sh/shrunner.h"

#include <QCoreApplication>
#include <QScopedValueRollback>

#include <algorithm>

namespace pilothouse::sh {

namespace {

constexpr int deepestEval = 20;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Dialects)
};

bool oneOf(QByteArrayView name, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [&](const char *each) { return name == QByteArrayView(each); });
}

} // namespace

bool Runner::isSpecial(QByteArrayView name)
{
    return oneOf(name,
        { ":", ".", "break", "continue", "eval", "exec", "exit", "export", "readonly", "return", "set", "shift", "times", "trap",
            "unset" });
}

/// The words of a command; "NAME=…" behind export and readonly is neither split nor searched for files.
Runner::Fields Runner::declarationFields(const Node &node)
{
    Fields all;
    bool declares = false;
    for (const Word &word : node.words) {
        const Part *first = word.parts.empty() ? nullptr : &word.parts.front();
        const qsizetype equals = first && first->kind == Part::Kind::Text && !first->quoted ? first->text.indexOf('=') : -1;
        if (declares && equals > 0 && isName(QByteArrayView(first->text).first(equals))) {
            Word value = word;
            value.parts.front().text.remove(0, equals + 1);
            Value field{ first->text.first(equals + 1), false };
            field.append(m_expander.assignmentValue(value));
            all.push_back(field);
            continue;
        }
        for (Value &field : m_expander.fields(word)) {
            if (all.empty())
                declares = oneOf(field.text, { "export", "readonly", "local", "alias" });
            all.push_back(std::move(field));
        }
    }
    return all;
}

bool Runner::builtin(const Node &node, const Fields &words)
{
    const QByteArray &name = words.front().text;
    if (name == "command" && words.size() > 1 && !words[1].text.startsWith('-'))
        return viaCommand(node, Fields(words.begin() + 1, words.end()));
    if (oneOf(name, { ":", "true", "echo", "printf", "alias", "umask", "times", "trap", "pwd" })) {
        m_state.status = 0;
    } else if (name == "false") {
        setStatus(1, node.line);
    } else if (name == "export" || name == "readonly") {
        exportOrReadonly(node, words, name == "readonly");
    } else if (name == "unset") {
        unset(node, words);
    } else if (name == "set") {
        set(words);
    } else if (name == "eval") {
        evaluate(node, words);
    } else if (name == "shift") {
        shift(node, words);
    } else if (name == "test" || name == "[") {
        test(node, words);
    } else if (name == "return") {
        throw Stop{ Stop::Kind::Return, node.line, {} };
    } else if (name == "exit") {
        stop(node, Texts::tr("“exit” ends the shell that reads the file"));
    } else if (name == "exec" && words.size() > 1) {
        stop(node, Texts::tr("“exec” replaces the shell that reads the file"));
    } else if (name == "." && words.size() > 1) {
        stop(node, Texts::tr("another file is read with “.”, which cannot be followed here"));
    } else if (name == "read" || name == "getopts") {
        for (size_t i = 1; i < words.size(); ++i) {
            if (isName(words[i].text))
                m_state.variables.assign(words[i].text, { {}, true }, node.line);
        }
        m_state.status = std::nullopt;
    } else if (name == "cd" || name == "chdir") {
        for (const char *each : { "PWD", "OLDPWD" }) {
            m_state.variables.assign(each, { {}, true }, node.line);
            m_state.variables.mark(each, true, false);
        }
        m_state.status = std::nullopt;
    } else {
        return isSpecial(name);
    }
    return true;
}

/// "command NAME …": an error of a special command does not end the shell then.
bool Runner::viaCommand(const Node &node, const Fields &words)
{
    try {
        return builtin(node, words);
    } catch (const Stop &stop) {
        if (stop.kind == Stop::Kind::Return || oneOf(words.front().text, { "exit", "exec", "eval" }))
            throw;
    }
    m_state.status = 2;
    return true;
}

void Runner::exportOrReadonly(const Node &node, const Fields &words, bool readonly)
{
    m_state.status = 0;
    for (size_t i = 1; i < words.size(); ++i) {
        const bool option = i == 1 && words[i].text.startsWith('-') && words[i].text.size() > 1;
        if (option && words[i].text != "-p" && words[i].text != "--")
            stop(node, Texts::tr("an option is not known"));
        if (option)
            continue;
        declare(words[i], node.line, readonly);
    }
}

void Runner::declare(const Value &word, int line, bool readonly)
{
    const QByteArrayView text(word.text);
    const qsizetype equals = text.indexOf('=');
    const QByteArray name = text.first(equals < 0 ? text.size() : equals).toByteArray();
    if (!isName(name)) {
        if (word.dynamic && (word.known == 0 || isName(text.first(word.known))))
            return;
        throw Stop{ Stop::Kind::Fatal, line, Texts::tr("“%1” is not the name of a variable").arg(QString::fromUtf8(name)) };
    }
    if (equals >= 0) {
        const QByteArray value = text.sliced(equals + 1).toByteArray();
        if (!m_state.variables.assign(name, { value, word.dynamic }, line))
            throw Stop{ Stop::Kind::Fatal, line, Texts::tr("%1 is read-only").arg(QString::fromUtf8(name)) };
    }
    m_state.variables.mark(name, !readonly, readonly);
}

void Runner::unset(const Node &node, const Fields &words)
{
    m_state.status = 0;
    bool functions = false;
    for (size_t i = 1; i < words.size(); ++i) {
        const QByteArray &name = words[i].text;
        if (i == 1 && (name == "-f" || name == "-v" || name == "--")) {
            functions = name == "-f";
        } else if (functions) {
            m_functions.remove(name);
        } else if (!isName(name) && !words[i].dynamic) {
            stop(node, Texts::tr("“%1” is not the name of a variable").arg(QString::fromUtf8(name)));
        } else if (!m_state.variables.unset(name)) {
            stop(node, Texts::tr("%1 is read-only").arg(QString::fromUtf8(name)));
        }
    }
}

void Runner::setOption(QByteArrayView name, bool on)
{
    if (name == QByteArrayView("a") || name == QByteArrayView("allexport"))
        m_state.variables.allExport = on;
    else if (name == QByteArrayView("e") || name == QByteArrayView("errexit"))
        m_state.endOnFailure = on;
    else if (name == QByteArrayView("u") || name == QByteArrayView("nounset"))
        m_state.unsetIsError = on;
}

void Runner::set(const Fields &words)
{
    m_state.status = 0;
    size_t i = 1;
    for (; i < words.size(); ++i) {
        const QByteArray &word = words[i].text;
        const bool on = word.startsWith('-');
        if (word == "--" || word == "-" || !(on || word.startsWith('+')) || word.size() < 2)
            break;
        if (word.size() == 2 && word[1] == 'o') {
            if (++i < words.size())
                setOption(words[i].text, on);
            continue;
        }
        for (const char letter : QByteArrayView(word).sliced(1)) {
            if (!QByteArrayView("aefIimnsxvVECbu").contains(letter))
                throw Stop{ Stop::Kind::Fatal, 0, Texts::tr("an option is not known") };
            setOption(QByteArrayView(&letter, 1), on);
        }
    }
    if (i < words.size()) {
        i += words[i].text == "--" || words[i].text == "-" ? 1 : 0;
        m_state.positional.assign(words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
    }
}

void Runner::evaluate(const Node &node, const Fields &words)
{
    QByteArray text;
    for (size_t i = 1; i < words.size(); ++i) {
        if (words[i].dynamic) {
            m_state.status = std::nullopt; // text that is not known here: what it sets stays unseen
            return;
        }
        text += (i > 1 ? " " : "") + words[i].text;
    }
    if (m_depth >= deepestEval)
        stop(node, Texts::tr("the text is nested too deeply"));
    const QScopedValueRollback depth(m_depth, m_depth + 1);
    m_state.status = 0;
    script(text, node.line);
}

void Runner::shift(const Node &node, const Fields &words)
{
    bool ok = true;
    const int count = words.size() > 1 ? words[1].text.toInt(&ok) : 1;
    if (!ok || count < 0 || static_cast<size_t>(count) > m_state.positional.size())
        stop(node, Texts::tr("“shift” has nothing to shift"));
    m_state.positional.erase(m_state.positional.begin(), m_state.positional.begin() + count);
    m_state.status = 0;
}

/// The forms that depend on text alone; anything else is unknown.
void Runner::test(const Node &node, const Fields &words)
{
    Fields terms(words.begin() + 1, words.end());
    if (words.front().text == "[") {
        if (terms.empty() || terms.back().text != "]") {
            setStatus(2, node.line);
            return;
        }
        terms.pop_back();
    }
    const bool negated = terms.size() > 1 && terms.front().text == "!";
    if (negated)
        terms.erase(terms.begin());
    std::optional<bool> holds;
    if (std::any_of(terms.begin(), terms.end(), [](const Value &term) { return term.dynamic; }))
        holds = std::nullopt;
    else if (terms.size() < 2)
        holds = !terms.empty() && !terms.front().text.isEmpty();
    else if (terms.size() == 2 && (terms.front().text == "-n" || terms.front().text == "-z"))
        holds = terms.back().text.isEmpty() == (terms.front().text == "-z");
    else if (terms.size() == 3 && (terms[1].text == "=" || terms[1].text == "!="))
        holds = (terms[0].text == terms[2].text) == (terms[1].text == "=");
    if (holds)
        setStatus(*holds != negated ? 0 : 1, node.line);
    else
        m_state.status = std::nullopt;
}

} // namespace pilothouse::sh
