// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

#include <memory>
#include <vector>

namespace pilothouse::sh {

struct Word;
struct Node;
using NodePtr = std::shared_ptr<Node>;

/// A piece of a word.
struct Part
{
    enum class Kind : quint8 {
        Text, ///< as it stands
        Parameter, ///< $NAME, ${NAME…}
        Dynamic, ///< $(…), `…`, $((…)): known only after running it
        BadSubstitution, ///< ${…} that is an error when it is reached
    };

    Kind kind = Kind::Text;
    bool quoted = false; ///< no splitting, no tilde, no pattern
    bool orEmpty = false; ///< the operator has ":"
    bool doubled = false; ///< ## or %%
    char operation = 0; ///< - + ? = % #, L for ${#NAME}, 0 for none
    QByteArray text; ///< the text, or the parameter's name
    std::shared_ptr<Word> argument;
};

struct Word
{
    std::vector<Part> parts;
    int line = 0; ///< 1-based
    bool quoted = false; ///< holds any quoting: no reserved word
    QByteArray literal() const; ///< text of an unquoted plain word; empty for any other
};

struct Assignment
{
    QByteArray name;
    Word value;
};

struct Redirection
{
    QByteArray operation; ///< < > >> >| <> <& >& <<
    Word target;
    std::shared_ptr<Word> document; ///< of <<, where its text is expanded
};

struct Node
{
    enum class Type : quint8 {
        Simple,
        Sequence,
        And,
        Or,
        Not,
        Pipeline,
        Background,
        Group,
        Subshell,
        If,
        Loop,
        For,
        Case,
        Function
    };

    Type type = Type::Simple;
    int line = 0;
    bool until = false; ///< Loop
    QByteArray name; ///< of the For variable or the Function
    std::vector<Assignment> assignments;
    std::vector<Word> words;
    std::vector<Redirection> redirections;
    std::vector<NodePtr> children; ///< If: condition, then[, else]; Loop: condition, body
};

} // namespace pilothouse::sh
