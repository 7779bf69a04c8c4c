// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/dialects/sh/shsyntax.h"

#include <QString>

#include <stdexcept>

namespace pilothouse::sh {

/// The script cannot be read; the shell ends with it.
struct SyntaxError
{
    int line = 0;
    QString reason;
};

struct Token
{
    enum class Type : quint8 { Word, Newline, End, Operator, Redirect };

    Type type = Type::End;
    QByteArray text; ///< the operator
    Word word;
    int line = 0;
};

/// Tokens of a POSIX shell script as dash cuts them: words with their quoting and expansions, operators, here-documents.
/// Throws SyntaxError.
class Lexer
{
public:
    /// depth: how many scripts this one is nested in.
    Lexer(QByteArrayView script, int line, int depth) : m_text(script), m_line(line), m_depth(depth) { }

    Token next();
    /// The lines behind the next line end, up to the delimiter, become the document; none when the delimiter is quoted.
    std::shared_ptr<Word> expectHereDocument(const Word &delimiter, bool stripTabs);
    int line() const { return m_line; }
    int depth() const { return m_depth; }
    [[noreturn]] void fail(const QString &reason, int line = 0) const; ///< at the present line when none is named
    void enter(); ///< one construct deeper; throws when that is too deep
    void leave() { --m_depth; }

private:
    struct Context
    {
        bool doubleQuoted = false;
        bool braces = false; ///< inside ${…}
        bool document = false; ///< a here-document: " is text
        int line = 0; ///< where it was opened
    };

    struct HereDocument
    {
        QByteArray delimiter;
        bool stripTabs = false;
        std::shared_ptr<Word> text;
    };

    bool atEnd() const { return m_at >= m_text.size(); }
    char peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    char take();
    void skipContinuations(); ///< backslash, line end
    Token operatorToken();
    void readHereDocuments();
    void readDocument(Word &word);

    void readParts(Word &word, Context context);
    void backslash(Word &word, Context context);
    void singleQuotes(Word &word);
    void doubleQuotes(Word &word);
    void dollar(Word &word, Context context);
    void braced(Word &word, Context context);
    void operation(Part &part, Context context);
    void arithmetic(Word &word, Context context);
    void commandSubstitution(Word &word, Context context);
    void backquotes(Word &word, Context context);
    static void addText(Word &word, QByteArrayView text, bool quoted);
    static void addDynamic(Word &word, bool quoted);

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_line;
    int m_depth;
    std::vector<HereDocument> m_hereDocuments;
};

} // namespace pilothouse::sh
