// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/sh/shlexer.h"

#include "models/env/dialects/sh/shparser.h"

#include <QCoreApplication>

namespace pilothouse::sh {

namespace {

constexpr int deepest = 150; // constructs within constructs

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Dialects)
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isSpecialParameter(char c)
{
    return c != '\0' && QByteArrayView("@*#?$!-").contains(c);
}

bool endsWord(char c)
{
    return QByteArrayView(" \t\n&|;<>()").contains(c);
}

/// Characters that mean themselves everywhere outside '…'.
bool isPlain(char c)
{
    return isLetter(c) || isDigit(c) || static_cast<unsigned char>(c) >= 0x80 || QByteArrayView("=.,/:-+%@^~*?![]#_").contains(c);
}

} // namespace

QByteArray Word::literal() const
{
    return parts.size() == 1 && !quoted && parts.front().kind == Part::Kind::Text ? parts.front().text : QByteArray();
}

void Lexer::fail(const QString &reason, int line) const
{
    throw SyntaxError{ line > 0 ? line : m_line, reason };
}

void Lexer::enter()
{
    if (++m_depth > deepest)
        fail(Texts::tr("the text is nested too deeply"));
}

char Lexer::take()
{
    const char c = m_text[m_at++];
    m_line += c == '\n' ? 1 : 0;
    return c;
}

void Lexer::skipContinuations()
{
    while (peek() == '\\' && peek(1) == '\n') {
        m_at += 2;
        ++m_line;
    }
}

void Lexer::addText(Word &word, QByteArrayView text, bool quoted)
{
    word.quoted = word.quoted || quoted;
    if (!word.parts.empty() && word.parts.back().kind == Part::Kind::Text && word.parts.back().quoted == quoted) {
        word.parts.back().text += text;
        return;
    }
    Part part;
    part.quoted = quoted;
    part.text = text.toByteArray();
    word.parts.push_back(std::move(part));
}

void Lexer::addDynamic(Word &word, bool quoted)
{
    Part part;
    part.kind = Part::Kind::Dynamic;
    part.quoted = quoted;
    word.parts.push_back(std::move(part));
}

Token Lexer::next()
{
    while (true) {
        skipContinuations();
        if (peek() == ' ' || peek() == '\t') {
            ++m_at;
        } else if (peek() == '#') {
            while (!atEnd() && peek() != '\n')
                ++m_at;
        } else {
            break;
        }
    }
    Token token;
    token.line = m_line;
    if (atEnd()) {
        readHereDocuments();
        return token;
    }
    if (endsWord(peek()))
        return operatorToken();
    token.type = Token::Type::Word;
    token.word.line = m_line;
    readParts(token.word, {});
    const QByteArray number = token.word.literal();
    if (number.size() == 1 && isDigit(number.front()) && (peek() == '<' || peek() == '>'))
        return operatorToken();
    return token;
}

Token Lexer::operatorToken()
{
    Token token;
    token.line = m_line;
    const char first = take();
    token.text = QByteArray(1, first);
    if (first == '\n') {
        token.type = Token::Type::Newline;
        readHereDocuments();
        return token;
    }
    skipContinuations();
    const char second = peek();
    if (first == '<' || first == '>') {
        token.type = Token::Type::Redirect;
        const bool two = second == first || second == '&' || (first == '>' && second == '|') || (first == '<' && second == '>');
        if (two)
            token.text += take();
        skipContinuations();
        if (token.text == "<<" && peek() == '-')
            token.text += take();
        return token;
    }
    token.type = Token::Type::Operator;
    if (second == first && first != '(' && first != ')')
        token.text += take();
    return token;
}

std::shared_ptr<Word> Lexer::expectHereDocument(const Word &delimiter, bool stripTabs)
{
    HereDocument document;
    document.stripTabs = stripTabs;
    for (const Part &part : delimiter.parts)
        document.delimiter += part.text;
    if (!delimiter.quoted)
        document.text = std::make_shared<Word>();
    m_hereDocuments.push_back(document);
    return document.text;
}

void Lexer::readHereDocuments()
{
    for (const HereDocument &document : std::exchange(m_hereDocuments, {})) {
        QByteArray text;
        const int first = m_line;
        while (!atEnd()) {
            const qsizetype lf = m_text.indexOf('\n', m_at);
            const qsizetype stop = lf < 0 ? m_text.size() : lf;
            QByteArrayView line = m_text.sliced(m_at, stop - m_at);
            while (document.stripTabs && line.startsWith('\t'))
                line = line.sliced(1);
            m_at = lf < 0 ? stop : lf + 1;
            m_line += lf < 0 ? 0 : 1;
            if (line == QByteArrayView(document.delimiter))
                break;
            text += line;
            text += lf < 0 ? QByteArrayView() : QByteArrayView("\n");
        }
        if (document.text) {
            document.text->line = first;
            Lexer(text, first, m_depth).readDocument(*document.text);
        }
    }
}

void Lexer::readDocument(Word &word)
{
    readParts(word, { true, false, true, m_line });
}

/// Up to the end of the word, or behind the closing brace or quote of the context.
void Lexer::readParts(Word &word, Context context)
{
    bool inner = false; // "${X-"…"}": the quotes only keep a brace from closing
    while (!atEnd()) {
        const qsizetype from = m_at;
        while (!atEnd() && isPlain(peek()))
            ++m_at;
        if (m_at > from)
            addText(word, m_text.sliced(from, m_at - from), context.doubleQuoted);
        if (atEnd())
            break;
        const char c = peek();
        if (!context.doubleQuoted && !context.braces && endsWord(c))
            return;
        ++m_at;
        if (c == '\\') {
            backslash(word, context);
        } else if (c == '$') {
            dollar(word, context);
        } else if (c == '`') {
            backquotes(word, context);
        } else if (c == '}' && context.braces && !inner) {
            return;
        } else if (c == '"' && context.doubleQuoted && !(context.document && !context.braces)) {
            if (!context.braces)
                return;
            inner = !inner;
        } else if (c == '"' && !context.doubleQuoted) {
            doubleQuotes(word);
        } else if (c == '\'' && !context.doubleQuoted) {
            singleQuotes(word);
        } else {
            m_line += c == '\n' ? 1 : 0;
            addText(word, QByteArrayView(&c, 1), context.doubleQuoted);
        }
    }
    if (context.braces)
        fail(Texts::tr("“${” is never closed"), context.line);
    if (context.doubleQuoted && !context.document)
        fail(Texts::tr("a quote is never closed"), context.line);
}

void Lexer::backslash(Word &word, Context context)
{
    if (atEnd()) {
        addText(word, "\\", true);
        return;
    }
    const char c = take();
    if (c == '\n')
        return;
    const bool quote = c == '"' && !(context.document && !context.braces);
    const bool escapes = QByteArrayView("\\`$").contains(c) || quote || (c == '}' && context.braces);
    if (context.doubleQuoted && !escapes)
        addText(word, "\\", true);
    addText(word, QByteArrayView(&c, 1), true);
}

void Lexer::singleQuotes(Word &word)
{
    const qsizetype close = m_text.indexOf('\'', m_at);
    if (close < 0)
        fail(Texts::tr("a quote is never closed"));
    const QByteArrayView text = m_text.sliced(m_at, close - m_at);
    m_line += static_cast<int>(text.count('\n'));
    addText(word, text, true);
    m_at = close + 1;
}

void Lexer::doubleQuotes(Word &word)
{
    addText(word, "", true);
    readParts(word, { true, false, false, m_line });
}

void Lexer::dollar(Word &word, Context context)
{
    skipContinuations();
    const char c = peek();
    if (c == '(') {
        ++m_at;
        skipContinuations();
        if (peek() == '(')
            arithmetic(word, context);
        else
            commandSubstitution(word, context);
        return;
    }
    if (c == '{') {
        ++m_at;
        enter();
        braced(word, context);
        leave();
        return;
    }
    Part part;
    part.kind = Part::Kind::Parameter;
    part.quoted = context.doubleQuoted;
    if (isDigit(c) || isSpecialParameter(c)) {
        part.text = QByteArray(1, c);
        ++m_at;
    }
    while (part.text.isEmpty() ? isLetter(peek()) : isLetter(part.text.front()) && (isLetter(peek()) || isDigit(peek()))) {
        part.text += take();
        skipContinuations();
    }
    if (part.text.isEmpty())
        addText(word, "$", context.doubleQuoted);
    else
        word.parts.push_back(std::move(part));
}

/// Behind "${".
void Lexer::braced(Word &word, Context context)
{
    Part part;
    part.kind = Part::Kind::Parameter;
    part.quoted = context.doubleQuoted;
    const auto name = [&] {
        skipContinuations();
        const bool digits = isDigit(peek());
        while (!atEnd() && (digits ? isDigit(peek()) : isLetter(peek()) || (!part.text.isEmpty() && isDigit(peek())))) {
            part.text += take();
            skipContinuations();
        }
    };
    skipContinuations();
    if (peek() == '#') { // ${#}, ${#NAME}, ${#?}, or an operator on $#
        ++m_at;
        name();
        if (!part.text.isEmpty()) {
            part.operation = 'L';
        } else if (isSpecialParameter(peek()) && peek(1) == '}') {
            part.text = QByteArray(1, take());
            part.operation = 'L';
        } else {
            part.text = "#";
        }
    } else {
        name();
        if (part.text.isEmpty() && isSpecialParameter(peek()))
            part.text = QByteArray(1, take());
    }
    skipContinuations();
    if (part.text.isEmpty() || (part.operation == 'L' && peek() != '}'))
        part.kind = Part::Kind::BadSubstitution;
    operation(part, context);
    word.parts.push_back(std::move(part));
}

/// Behind the name in ${NAME…}, through the closing brace.
void Lexer::operation(Part &part, Context context)
{
    Context inner{ context.doubleQuoted, true, context.document, m_line };
    if (part.kind == Part::Kind::Parameter && peek() == '}') {
        ++m_at;
        return;
    }
    if (part.kind == Part::Kind::Parameter) {
        part.orEmpty = peek() == ':';
        m_at += part.orEmpty ? 1 : 0;
        skipContinuations();
        part.operation = peek();
        const bool trims = !part.orEmpty && (part.operation == '%' || part.operation == '#');
        if (part.orEmpty && part.operation == '}') { // ${NAME:}
            ++m_at;
            part.operation = 0;
            return;
        }
        if (!trims && (part.operation == '\0' || !QByteArrayView("-+?=").contains(part.operation)))
            part.kind = Part::Kind::BadSubstitution;
        if (!atEnd())
            take();
        if (trims) {
            inner.doubleQuoted = false;
            skipContinuations();
            part.doubled = peek() == part.operation;
            m_at += part.doubled ? 1 : 0;
        }
    }
    part.argument = std::make_shared<Word>();
    part.argument->line = m_line;
    readParts(*part.argument, inner);
}

/// Behind "$(", at the second "(".
void Lexer::arithmetic(Word &word, Context context)
{
    ++m_at;
    enter();
    const int line = m_line;
    int open = 0;
    Word ignored;
    while (true) {
        if (atEnd())
            fail(Texts::tr("“$((” is never closed"), line);
        const char c = take();
        if (c == '(') {
            ++open;
        } else if (c == ')' && open > 0) {
            --open;
        } else if (c == ')') {
            skipContinuations();
            if (peek() == ')')
                break;
        } else if (c == '\\' && !atEnd()) {
            take();
        } else if (c == '$') {
            dollar(ignored, { true, false, false, m_line });
        } else if (c == '`') {
            backquotes(ignored, { true, false, false, m_line });
        }
    }
    ++m_at;
    leave();
    addDynamic(word, context.doubleQuoted);
}

void Lexer::commandSubstitution(Word &word, Context context)
{
    enter();
    const std::vector<HereDocument> outer = std::exchange(m_hereDocuments, {});
    const bool any = Parser::skipSubstitution(*this);
    m_hereDocuments = outer;
    leave();
    if (any)
        addDynamic(word, context.doubleQuoted);
}

void Lexer::backquotes(Word &word, Context context)
{
    QByteArray script;
    const int line = m_line;
    while (true) {
        skipContinuations();
        if (atEnd())
            fail(Texts::tr("a backtick is never closed"), line);
        char c = take();
        if (c == '`')
            break;
        if (c == '\\' && !atEnd()) {
            c = take();
            if (!QByteArrayView("\\`$").contains(c) && !(context.doubleQuoted && c == '"'))
                script += '\\';
        }
        script += c;
    }
    enter();
    const bool any = Parser::hasCommands(script, line, m_depth);
    leave();
    if (any)
        addDynamic(word, context.doubleQuoted);
}

} // namespace pilothouse::sh
