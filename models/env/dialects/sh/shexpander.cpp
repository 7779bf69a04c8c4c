// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/sh/shexpander.h"

#include "models/env/dialects/sh/shpattern.h"

#include <QCoreApplication>

namespace pilothouse::sh {

namespace {

constexpr qsizetype longestTrimmed = 65536; // pattern matching is quadratic; longer values count as dynamic

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Dialects)
};

} // namespace

void Expander::fail(const Part &part, const QString &reason)
{
    Q_UNUSED(part)
    throw Stop{ Stop::Kind::Fatal, 0, reason };
}

Value Expander::assignmentValue(const Word &word)
{
    return expand(word, AtStart | BehindColon);
}

Value Expander::single(const Word &word)
{
    return expand(word, AtStart);
}

Value Expander::expand(const Word &word, int tilde)
{
    Value result{ "", false };
    for (size_t i = 0; i < word.parts.size(); ++i) {
        const Part &part = word.parts[i];
        if (part.kind == Part::Kind::Text)
            result.append(part.quoted || tilde == NoTilde ? Value{ part.text, false }
                                                          : text(part, i == 0, i + 1 == word.parts.size(), tilde));
        else
            result.append(parameter(part, part.quoted ? NoTilde : tilde));
    }
    return result;
}

/// "~" and "~root" at the start (and behind ":"), when nothing quoted or expanded belongs to the name.
Value Expander::text(const Part &part, bool first, bool last, int tilde) const
{
    const QByteArrayView source(part.text);
    if (!source.contains('~'))
        return { part.text, false };
    Value result{ "", false };
    for (qsizetype at = 0; at < source.size(); ++at) {
        const bool behindColon = (tilde & BehindColon) && at > 0 && source[at - 1] == ':';
        const bool atStart = (tilde & AtStart) && at == 0 && first;
        if (source[at] != '~' || !(atStart || behindColon)) {
            result.text += source[at];
            continue;
        }
        qsizetype end = at + 1;
        while (end < source.size() && source[end] != '/' && !((tilde & BehindColon) && source[end] == ':'))
            ++end;
        const QByteArrayView user = source.sliced(at + 1, end - at - 1);
        const bool whole = end < source.size() || last;
        const std::optional<Value> home = !whole ? std::nullopt
            : user.isEmpty()                     ? m_state.variables.value("HOME")
            : user == QByteArrayView("root")     ? std::optional(Value{ "/root", false })
                                                 : std::nullopt;
        if (!home) {
            result.text += '~';
            continue;
        }
        result.append(*home);
        at = end - 1;
    }
    return result;
}

std::optional<Value> Expander::parameterValue(const Part &part) const
{
    const QByteArray &name = part.text;
    const char first = name.front();
    if (first >= '0' && first <= '9') {
        const size_t number = name.toUInt();
        if (number == 0)
            return Value{ {}, true };
        return number <= m_state.positional.size() ? std::optional(m_state.positional[number - 1]) : std::nullopt;
    }
    switch (first) {
    case '@':
    case '*': {
        if (m_state.positional.empty())
            return std::nullopt;
        Value all = m_state.positional.front();
        for (size_t i = 1; i < m_state.positional.size(); ++i) {
            all.text += ' ';
            all.append(m_state.positional[i]);
        }
        return all;
    }
    case '#':
        return Value{ QByteArray::number(qsizetype(m_state.positional.size())), false };
    case '?':
        return m_state.status ? Value{ QByteArray::number(*m_state.status), false } : Value{ {}, true };
    case '!':
        return m_state.inBackground ? std::optional(Value{ {}, true }) : std::nullopt;
    case '$':
        return Value{ {}, true };
    case '-': {
        QByteArray flags;
        if (m_state.endOnFailure)
            flags += 'e';
        if (m_state.variables.allExport)
            flags += 'a';
        if (m_state.unsetIsError)
            flags += 'u';
        return Value{ flags, false };
    }
    default:
        return m_state.variables.value(name);
    }
}

Value Expander::argument(const Part &part, int tilde)
{
    return part.argument ? expand(*part.argument, part.quoted ? NoTilde : tilde | AtStart) : Value{ "", false };
}

Value Expander::parameter(const Part &part, int tilde)
{
    if (part.kind == Part::Kind::Dynamic)
        return { {}, true };
    if (part.kind == Part::Kind::BadSubstitution)
        fail(part, Texts::tr("“${…}” holds something that the shell does not know"));
    const std::optional<Value> value = parameterValue(part);
    const bool unset = !value || (part.orEmpty && !value->dynamic && value->text.isEmpty());
    switch (part.operation) {
    case '-':
        return unset ? argument(part, tilde) : *value;
    case '+':
        if (value && value->dynamic && part.orEmpty)
            return { {}, true };
        return unset ? Value{ "", false } : argument(part, tilde);
    case '?':
        if (unset)
            fail(part, Texts::tr("%1 must be set here").arg(QString::fromUtf8(part.text)));
        return *value;
    case '=': {
        if (!unset)
            return *value;
        const Value made = argument(part, tilde);
        const char first = part.text.front();
        const bool variable = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '_';
        if (!variable || !m_state.variables.assign(part.text, made, part.argument ? part.argument->line : 0))
            fail(part, Texts::tr("%1 cannot be assigned").arg(QString::fromUtf8(part.text)));
        return made;
    }
    default:
        break;
    }
    if (!value && m_state.unsetIsError && part.text != "@" && part.text != "*")
        fail(part, Texts::tr("%1 must be set here").arg(QString::fromUtf8(part.text)));
    const Value present = value.value_or(Value{ "", false });
    if (part.operation == 'L')
        return present.dynamic ? present : Value{ QByteArray::number(present.text.size()), false };
    return value && (part.operation == '%' || part.operation == '#') ? trimmed(present, part) : present;
}

/// ${NAME#pattern} and its kin.
Value Expander::trimmed(const Value &value, const Part &part)
{
    Pattern pattern;
    bool dynamic = value.dynamic;
    for (const Part &piece : part.argument->parts) {
        const Value text = piece.kind == Part::Kind::Text ? Value{ piece.text, false } : parameter(piece, NoTilde);
        dynamic = dynamic || text.dynamic;
        pattern.add(text.text, piece.quoted);
    }
    if (dynamic || value.text.size() > longestTrimmed)
        return { {}, true };
    const QByteArrayView text(value.text);
    const qsizetype size = text.size();
    for (qsizetype n = 0; n <= size; ++n) {
        const qsizetype length = part.doubled ? size - n : n;
        if (part.operation == '#' && pattern.matches(text.first(length)))
            return { text.sliced(length).toByteArray(), false };
        if (part.operation == '%' && pattern.matches(text.last(length)))
            return { text.first(size - length).toByteArray(), false };
    }
    return value;
}

std::vector<Value> Expander::fields(const Word &word)
{
    std::vector<Value> list;
    Value field{ "", false };
    bool begun = false;
    const auto finish = [&] {
        if (begun)
            list.push_back(std::exchange(field, Value{ "", false }));
        begun = false;
    };
    for (size_t i = 0; i < word.parts.size(); ++i) {
        const Part &part = word.parts[i];
        if (part.kind == Part::Kind::Parameter && part.quoted && part.text == "@" && part.operation == 0) {
            for (size_t n = 0; n < m_state.positional.size(); ++n) {
                if (n > 0)
                    finish();
                field.append(m_state.positional[n]);
                begun = true;
            }
            continue;
        }
        const bool isText = part.kind == Part::Kind::Text;
        const Value value = !isText ? parameter(part, part.quoted ? NoTilde : AtStart)
            : part.quoted           ? Value{ part.text, false }
                                    : text(part, i == 0, i + 1 == word.parts.size(), AtStart);
        field.append({ "", value.dynamic, 0 });
        begun = begun || isText || part.quoted || value.dynamic;
        if (isText || part.quoted) {
            field.text += value.text;
            continue;
        }
        for (const char c : value.text) {
            if (c == ' ' || c == '\t' || c == '\n') {
                finish();
            } else {
                field.text += c;
                begun = true;
            }
        }
    }
    finish();
    return list;
}

} // namespace pilothouse::sh
