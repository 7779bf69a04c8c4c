// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/sh/shparser.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse::sh {

namespace {

constexpr const char *keywords[]
    = { "!", "case", "do", "done", "elif", "else", "esac", "fi", "for", "if", "in", "then", "until", "while", "{", "}" };

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Dialects)
};

qsizetype nameLength(QByteArrayView text)
{
    qsizetype length = 0;
    while (length < text.size()
        && ((text[length] >= 'a' && text[length] <= 'z') || (text[length] >= 'A' && text[length] <= 'Z') || text[length] == '_'
            || (length > 0 && text[length] >= '0' && text[length] <= '9')))
        ++length;
    return length;
}

} // namespace

bool isName(QByteArrayView text)
{
    return !text.isEmpty() && nameLength(text) == text.size();
}

std::optional<NodePtr> Parser::nextLine()
{
    m_pushedBack = false;
    m_check = Nothing;
    read(Keywords);
    if (m_token.type == Token::Type::End)
        return std::nullopt;
    if (m_token.type == Token::Type::Newline)
        return NodePtr();
    unread();
    return list(ListKind::Line);
}

bool Parser::skipSubstitution(Lexer &lexer)
{
    Parser parser(lexer);
    const NodePtr commands = parser.list(ListKind::MayBeEmpty);
    parser.read();
    if (!parser.isOperator(")"))
        parser.unexpected();
    return commands != nullptr;
}

bool Parser::hasCommands(QByteArrayView script, int line, int depth)
{
    Lexer lexer(script, line, depth);
    return Parser(lexer).list(ListKind::MayBeEmpty) != nullptr;
}

const Token &Parser::read(int check)
{
    check |= std::exchange(m_check, int(Nothing));
    if (!std::exchange(m_pushedBack, false)) {
        m_token = m_lexer.next();
        m_keyword.clear();
    }
    while ((check & Newlines) && m_token.type == Token::Type::Newline)
        m_token = m_lexer.next();
    if ((check & Keywords) && m_token.type == Token::Type::Word) {
        const QByteArray literal = m_token.word.literal();
        if (std::any_of(std::begin(keywords), std::end(keywords), [&](const char *word) { return literal == word; }))
            m_keyword = literal;
    }
    return m_token;
}

void Parser::unexpected()
{
    QString found;
    switch (m_token.type) {
    case Token::Type::Newline:
        found = Texts::tr("the line end");
        break;
    case Token::Type::End:
        found = Texts::tr("the end of the file");
        break;
    case Token::Type::Word:
        found = m_keyword.isEmpty() ? Texts::tr("a word") : QStringLiteral("“%1”").arg(QString::fromLatin1(m_keyword));
        break;
    default:
        found = QStringLiteral("“%1”").arg(QString::fromLatin1(m_token.text));
    }
    throw SyntaxError{ m_token.line, Texts::tr("syntax error: %1 was not expected here").arg(found) };
}

void Parser::expectKeyword(const char *word)
{
    read();
    if (!isKeyword(word))
        unexpected();
}

bool Parser::endsList() const
{
    static constexpr const char *ends[] = { "do", "done", "elif", "else", "esac", "fi", "then", "}" };
    return m_token.type == Token::Type::End || isOperator(")") || isOperator(";;")
        || std::any_of(std::begin(ends), std::end(ends), [&](const char *word) { return m_keyword == word; });
}

NodePtr Parser::make(Node::Type type) const
{
    auto node = std::make_shared<Node>();
    node->type = type;
    node->line = m_token.line;
    return node;
}

NodePtr Parser::list(ListKind kind)
{
    const int newlines = kind == ListKind::Line ? Nothing : Newlines;
    bool mayEnd = kind == ListKind::MayBeEmpty;
    NodePtr result;
    while (true) {
        read(newlines | Keywords);
        if (m_token.type == Token::Type::Newline)
            return result;
        unread();
        if (m_token.type == Token::Type::End)
            return result;
        if (kind != ListKind::Line && mayEnd && endsList())
            return result;
        mayEnd = true;
        NodePtr node = andOr();
        read();
        if (isOperator("&")) {
            NodePtr background = make(Node::Type::Background);
            background->children.push_back(std::move(node));
            node = std::move(background);
        }
        if (!result)
            result = make(Node::Type::Sequence);
        result->children.push_back(std::move(node));
        if (m_token.type == Token::Type::Newline || m_token.type == Token::Type::End) {
            unread();
        } else if (!isOperator("&") && !isOperator(";")) {
            if (kind == ListKind::Line)
                unexpected();
            unread();
            return result;
        }
    }
}

NodePtr Parser::andOr()
{
    NodePtr left = pipeline();
    while (true) {
        read();
        const bool both = isOperator("&&");
        if (!both && !isOperator("||")) {
            unread();
            return left;
        }
        NodePtr node = make(both ? Node::Type::And : Node::Type::Or);
        m_check = Newlines | Keywords;
        node->children = { std::move(left), pipeline() };
        left = std::move(node);
    }
}

NodePtr Parser::pipeline()
{
    NodePtr negated;
    read();
    if (isKeyword("!")) {
        negated = make(Node::Type::Not);
        m_check = Keywords;
    } else {
        unread();
    }
    NodePtr node = command();
    read();
    if (isOperator("|")) {
        NodePtr line = make(Node::Type::Pipeline);
        line->children.push_back(std::move(node));
        do {
            m_check = Newlines | Keywords;
            line->children.push_back(command());
            read();
        } while (isOperator("|"));
        node = std::move(line);
    }
    unread();
    if (!negated)
        return node;
    negated->children.push_back(std::move(node));
    return negated;
}

NodePtr Parser::command()
{
    m_lexer.enter();
    read();
    NodePtr node;
    if (isKeyword("if")) {
        node = ifClause();
    } else if (isKeyword("while") || isKeyword("until")) {
        node = loop(isKeyword("until"));
    } else if (isKeyword("for")) {
        node = forLoop();
    } else if (isKeyword("case")) {
        node = caseClause();
    } else if (isKeyword("{")) {
        node = group(Node::Type::Group);
    } else if (isOperator("(")) {
        node = group(Node::Type::Subshell);
    } else if (m_keyword.isEmpty() && (m_token.type == Token::Type::Word || m_token.type == Token::Type::Redirect)) {
        unread();
        node = simple();
        m_lexer.leave();
        return node;
    } else {
        unexpected();
    }
    while (read(Keywords).type == Token::Type::Redirect)
        redirection(*node);
    unread();
    m_lexer.leave();
    return node;
}

NodePtr Parser::ifClause()
{
    NodePtr node = make(Node::Type::If);
    node->children.push_back(list(ListKind::AtLeastOne));
    expectKeyword("then");
    node->children.push_back(list(ListKind::AtLeastOne));
    read();
    if (isKeyword("elif")) { // shares the "fi" that ends it
        node->children.push_back(ifClause());
        return node;
    }
    if (isKeyword("else"))
        node->children.push_back(list(ListKind::AtLeastOne));
    else
        unread();
    expectKeyword("fi");
    return node;
}

NodePtr Parser::loop(bool until)
{
    NodePtr node = make(Node::Type::Loop);
    node->until = until;
    node->children.push_back(list(ListKind::AtLeastOne));
    expectKeyword("do");
    node->children.push_back(list(ListKind::AtLeastOne));
    expectKeyword("done");
    return node;
}

NodePtr Parser::forLoop()
{
    NodePtr node = make(Node::Type::For);
    read();
    node->name = m_token.type == Token::Type::Word ? m_token.word.literal() : QByteArray();
    if (!isName(node->name))
        throw SyntaxError{ m_token.line, Texts::tr("“for” needs the name of a variable") };
    read(Newlines | Keywords);
    if (isKeyword("in")) {
        while (read().type == Token::Type::Word)
            node->words.push_back(m_token.word);
        if (m_token.type != Token::Type::Newline && !isOperator(";"))
            unexpected();
    } else if (!isOperator(";")) {
        unread();
    }
    read(Newlines | Keywords);
    if (!isKeyword("do"))
        unexpected();
    node->children.push_back(list(ListKind::AtLeastOne));
    expectKeyword("done");
    return node;
}

NodePtr Parser::caseClause()
{
    NodePtr node = make(Node::Type::Case);
    if (read().type != Token::Type::Word)
        unexpected();
    node->words.push_back(m_token.word);
    read(Newlines | Keywords);
    if (!isKeyword("in"))
        unexpected();
    read(Newlines | Keywords);
    while (!isKeyword("esac")) {
        if (isOperator("("))
            read();
        while (true) {
            if (m_token.type != Token::Type::Word)
                unexpected();
            read();
            if (!isOperator("|"))
                break;
            read();
        }
        if (!isOperator(")"))
            unexpected();
        if (NodePtr body = list(ListKind::MayBeEmpty))
            node->children.push_back(std::move(body));
        read(Newlines | Keywords);
        if (isKeyword("esac"))
            break;
        if (!isOperator(";;"))
            unexpected();
        read(Newlines | Keywords);
    }
    return node;
}

NodePtr Parser::group(Node::Type type)
{
    NodePtr node = make(type);
    node->children.push_back(list(ListKind::AtLeastOne));
    read();
    if (type == Node::Type::Group ? !isKeyword("}") : !isOperator(")"))
        unexpected();
    return node;
}

void Parser::redirection(Node &node)
{
    Redirection redirection;
    redirection.operation = m_token.text;
    if (read().type != Token::Type::Word)
        unexpected();
    if (redirection.operation.startsWith("<<"))
        redirection.document = m_lexer.expectHereDocument(m_token.word, redirection.operation == "<<-");
    redirection.target = m_token.word;
    node.redirections.push_back(std::move(redirection));
}

std::optional<Assignment> Parser::assignment(const Word &word)
{
    if (word.parts.empty() || word.parts.front().kind != Part::Kind::Text || word.parts.front().quoted)
        return std::nullopt;
    const QByteArrayView text = word.parts.front().text;
    const qsizetype length = nameLength(text);
    if (length == 0 || length >= text.size() || text[length] != '=')
        return std::nullopt;
    Assignment assignment{ text.first(length).toByteArray(), word };
    assignment.value.parts.front().text.remove(0, length + 1);
    return assignment;
}

NodePtr Parser::simple()
{
    NodePtr node;
    while (true) {
        read();
        if (!node)
            node = make(Node::Type::Simple);
        if (m_token.type == Token::Type::Word) {
            std::optional<Assignment> found = node->words.empty() ? assignment(m_token.word) : std::nullopt;
            if (found)
                node->assignments.push_back(std::move(*found));
            else
                node->words.push_back(m_token.word);
        } else if (m_token.type == Token::Type::Redirect) {
            redirection(*node);
        } else if (isOperator("(") && node->words.size() == 1 && node->assignments.empty() && node->redirections.empty()) {
            return function(std::move(node));
        } else {
            unread();
            return node;
        }
    }
}

NodePtr Parser::function(NodePtr named)
{
    read();
    if (!isOperator(")"))
        unexpected();
    named->name = named->words.front().literal();
    if (!isName(named->name))
        throw SyntaxError{ m_token.line, Texts::tr("the name of a function is not valid") };
    named->type = Node::Type::Function;
    m_check = Newlines | Keywords;
    named->children.push_back(command());
    return named;
}

} // namespace pilothouse::sh
