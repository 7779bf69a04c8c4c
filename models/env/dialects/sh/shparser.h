// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/dialects/sh/shlexer.h"

#include <optional>

namespace pilothouse::sh {

/// The grammar of POSIX sh as dash applies it, one complete command at a time. Throws SyntaxError.
class Parser
{
public:
    explicit Parser(Lexer &lexer) : m_lexer(lexer) { }

    /// The commands of the next line (more lines where a construct spans them); null for a blank one, nothing at the end.
    std::optional<NodePtr> nextLine();

    static bool skipSubstitution(Lexer &lexer); ///< behind "$(", through ")"; false when it holds no command
    static bool hasCommands(QByteArrayView script, int line, int depth); ///< the inside of backquotes

private:
    /// Which words are read as reserved words, and whether line ends are skipped.
    enum Check { Nothing = 0, Keywords = 1, Newlines = 2 };
    enum class ListKind { Line, AtLeastOne, MayBeEmpty };

    const Token &read(int check = Nothing);
    void unread() { m_pushedBack = true; }
    bool isKeyword(const char *word) const { return m_keyword == word; }
    bool isOperator(const char *text) const { return m_token.type == Token::Type::Operator && m_token.text == text; }
    void expectKeyword(const char *word);
    bool endsList() const;
    [[noreturn]] void unexpected();

    NodePtr list(ListKind kind);
    NodePtr andOr();
    NodePtr pipeline();
    NodePtr command();
    NodePtr simple();
    NodePtr function(NodePtr named);
    NodePtr ifClause();
    NodePtr loop(bool until);
    NodePtr forLoop();
    NodePtr caseClause();
    NodePtr group(Node::Type type);
    NodePtr make(Node::Type type) const;
    void redirection(Node &node); ///< the one just read, with its target
    static std::optional<Assignment> assignment(const Word &word);

    Lexer &m_lexer;
    Token m_token;
    QByteArray m_keyword; ///< the reserved word just read, or empty
    int m_check = Nothing; ///< for the next token
    bool m_pushedBack = false;
};

bool isName(QByteArrayView text); ///< letters, digits, "_", not beginning with a digit

} // namespace pilothouse::sh
