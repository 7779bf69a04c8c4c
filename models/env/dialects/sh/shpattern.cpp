// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/sh/shpattern.h"

#include <algorithm>

namespace pilothouse::sh {

namespace {

struct NamedClass
{
    const char *name;
    std::vector<std::pair<unsigned char, unsigned char>> ranges;
};

const std::vector<NamedClass> &namedClasses()
{
    static const std::vector<NamedClass> classes{ { "[:digit:]", { { '0', '9' } } }, { "[:lower:]", { { 'a', 'z' } } },
        { "[:upper:]", { { 'A', 'Z' } } }, { "[:alpha:]", { { 'a', 'z' }, { 'A', 'Z' } } },
        { "[:alnum:]", { { 'a', 'z' }, { 'A', 'Z' }, { '0', '9' } } },
        { "[:xdigit:]", { { '0', '9' }, { 'a', 'f' }, { 'A', 'F' } } }, { "[:blank:]", { { ' ', ' ' }, { '\t', '\t' } } },
        { "[:space:]", { { 9, 13 }, { ' ', ' ' } } }, { "[:cntrl:]", { { 0, 31 }, { 127, 127 } } },
        { "[:print:]", { { 32, 126 } } }, { "[:graph:]", { { 33, 126 } } },
        { "[:punct:]", { { 33, 47 }, { 58, 64 }, { 91, 96 }, { 123, 126 } } } };
    return classes;
}

} // namespace

void Pattern::add(QByteArrayView text, bool quoted)
{
    for (const char byte : text)
        m_marks.push_back({ byte, quoted });
}

/// At "[": the set and the place of its "]"; false when it is only a bracket.
bool Pattern::readSet(size_t &at, Element &set) const
{
    size_t place = at + 1;
    const auto is = [&](size_t where, char byte) {
        return where < m_marks.size() && m_marks[where].byte == byte && !m_marks[where].quoted;
    };
    set.negated = is(place, '!') || is(place, '^');
    place += set.negated ? 1 : 0;
    for (bool first = true; place < m_marks.size(); first = false) {
        if (is(place, ']') && !first) {
            set.kind = Element::Kind::Set;
            at = place;
            return true;
        }
        bool named = false;
        for (const NamedClass &each : namedClasses()) {
            const QByteArrayView name(each.name);
            bool same = place + static_cast<size_t>(name.size()) <= m_marks.size();
            for (qsizetype i = 0; same && i < name.size(); ++i)
                same = is(place + static_cast<size_t>(i), name[i]);
            if (same) {
                set.ranges.insert(set.ranges.end(), each.ranges.begin(), each.ranges.end());
                place += static_cast<size_t>(name.size());
                named = true;
                break;
            }
        }
        if (named)
            continue;
        const auto low = static_cast<unsigned char>(m_marks[place].byte);
        auto high = low;
        if (is(place + 1, '-') && place + 2 < m_marks.size() && !is(place + 2, ']')) {
            high = static_cast<unsigned char>(m_marks[place + 2].byte);
            place += 2;
        }
        set.ranges.emplace_back(low, high);
        ++place;
    }
    return false;
}

std::vector<Pattern::Element> Pattern::elements() const
{
    std::vector<Element> list;
    for (size_t at = 0; at < m_marks.size(); ++at) {
        const Mark mark = m_marks[at];
        Element element;
        element.byte = mark.byte;
        if (!mark.quoted && mark.byte == '*')
            element.kind = Element::Kind::Star;
        else if (!mark.quoted && mark.byte == '?')
            element.kind = Element::Kind::Any;
        else if (!mark.quoted && mark.byte == '[' && !readSet(at, element))
            element = { Element::Kind::Byte, false, '[', {} };
        else if (!mark.quoted && mark.byte == '\\' && at + 1 < m_marks.size()) // from a variable: quotes what follows
            element.byte = m_marks[++at].byte;
        list.push_back(std::move(element));
    }
    return list;
}

bool Pattern::matches(QByteArrayView text) const
{
    const std::vector<Element> list = elements();
    const auto fits = [](const Element &element, char byte) {
        const auto value = static_cast<unsigned char>(byte);
        switch (element.kind) {
        case Element::Kind::Any:
            return true;
        case Element::Kind::Set:
            return element.negated != std::any_of(element.ranges.begin(), element.ranges.end(), [&](const auto &range) {
                return value >= range.first && value <= range.second;
            });
        default:
            return element.byte == byte;
        }
    };
    size_t at = 0;
    qsizetype in = 0;
    size_t star = list.size() + 1; // behind the last "*" seen; beyond the list: none
    qsizetype starIn = 0;
    while (in < text.size()) {
        if (at < list.size() && list[at].kind == Element::Kind::Star) {
            star = ++at;
            starIn = in;
        } else if (at < list.size() && fits(list[at], text[in])) {
            ++at;
            ++in;
        } else if (star <= list.size()) {
            at = star;
            in = ++starIn;
        } else {
            return false;
        }
    }
    while (at < list.size() && list[at].kind == Element::Kind::Star)
        ++at;
    return at == list.size();
}

} // namespace pilothouse::sh
