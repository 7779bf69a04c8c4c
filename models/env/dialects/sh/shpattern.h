// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

#include <vector>

namespace pilothouse::sh {

/// A shell pattern: *, ?, […] where not quoted. Characters are bytes, as in dash.
class Pattern
{
public:
    void add(QByteArrayView text, bool quoted);
    bool matches(QByteArrayView text) const;

private:
    struct Element
    {
        enum class Kind : quint8 { Byte, Any, Star, Set };

        Kind kind = Kind::Byte;
        bool negated = false;
        char byte = 0;
        std::vector<std::pair<unsigned char, unsigned char>> ranges;
    };

    struct Mark
    {
        char byte;
        bool quoted;
    };

    std::vector<Element> elements() const;
    bool readSet(size_t &at, Element &set) const;

    std::vector<Mark> m_marks;
};

} // namespace pilothouse::sh
