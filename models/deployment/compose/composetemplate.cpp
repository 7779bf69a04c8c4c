// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/composetemplate.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

constexpr int mostNested = 50;
constexpr qsizetype longestText = 1024 * 1024;

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ComposeFile)
};

/// Go's (?i) folds U+017F and U+212A to "s" and "k", so compose takes them in names.
bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == QChar(0x017f) || c == QChar(0x212a);
}

bool isNameCharacter(QChar c)
{
    return isNameStart(c) || (c >= u'0' && c <= u'9');
}

qsizetype nameEnd(QStringView text, qsizetype from)
{
    qsizetype at = from;
    if (at < text.size() && isNameStart(text[at])) {
        while (at < text.size() && isNameCharacter(text[at]))
            ++at;
    }
    return at;
}

/// Index of the brace that closes the first one, or -1. As in compose, the character after "{" is not looked at.
qsizetype closingBrace(QStringView text)
{
    int open = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'}' && --open == 0)
            return at;
        if (text[at] == u'{') {
            ++open;
            ++at;
        }
    }
    return -1;
}

class Substitution
{
public:
    explicit Substitution(const VariableLookup &lookup) : m_lookup(lookup) { }

    TemplateText evaluate(QStringView text, int depth)
    {
        TemplateText result;
        if (depth > mostNested) {
            fail(QStringLiteral("compose.depth"), Texts::tr("“${…}” is nested too deeply."));
            return result;
        }
        qsizetype lastBrace = -1; // of the line that ends at lineEnd
        qsizetype lineEnd = -1;
        qsizetype at = 0;
        while (at < text.size() && !m_error && result.text.size() <= longestText) {
            const qsizetype dollar = text.indexOf(u'$', at);
            if (dollar < 0 || dollar + 1 >= text.size())
                break;
            result.text += text.sliced(at, dollar - at);
            at = dollar + 2;
            if (text[dollar + 1] == u'$') {
                result.text += u'$';
            } else if (text[dollar + 1] == u'{') {
                if (lineEnd < dollar) {
                    lineEnd = text.indexOf(u'\n', dollar);
                    lineEnd = lineEnd < 0 ? text.size() : lineEnd;
                    lastBrace = text.first(lineEnd).lastIndexOf(u'}');
                }
                at = braced(text, dollar, lastBrace, depth, result);
            } else if (const qsizetype end = nameEnd(text, dollar + 1); end > dollar + 1) {
                put(result, text.sliced(dollar + 1, end - dollar - 1).toString());
                at = end;
            } else {
                result.text += u'$'; // "$1", "$ ": plain text
                at = dollar + 1;
            }
        }
        if (at < text.size())
            result.text += text.sliced(at);
        if (result.text.size() > longestText) {
            fail(QStringLiteral("compose.size"), Texts::tr("A text grows too long when its variables are put in."));
            result.text.clear();
        }
        return result;
    }

    std::optional<Error> takeError() { return m_error; }

private:
    void fail(const QString &code, const QString &message)
    {
        if (!m_error)
            m_error = Error{ code, message, {}, {}, {} };
    }

    void put(TemplateText &result, const QString &name)
    {
        const QString value = m_lookup(name).value_or(QString());
        result.uses.append({ name, 0, true, result.text.size(), value.size() });
        result.text += value;
    }

    /// Handles "${…}" at `dollar`; returns the index behind it.
    qsizetype braced(QStringView text, qsizetype dollar, qsizetype lastBrace, int depth, TemplateText &result)
    {
        const qsizetype nameStart = dollar + 2;
        const qsizetype end = nameEnd(text, nameStart);
        const QString name = text.sliced(nameStart, end - nameStart).toString();
        if (!name.isEmpty() && end < text.size() && text[end] == u'}') {
            put(result, name);
            return end + 1;
        }
        qsizetype operatorEnd = end;
        const bool colon = operatorEnd < text.size() && text[operatorEnd] == u':';
        if (colon)
            ++operatorEnd;
        const QChar sign = operatorEnd < text.size() ? text[operatorEnd] : QChar();
        const bool known = sign == u'-' || sign == u'+' || sign == u'?';
        if (name.isEmpty() || !known || lastBrace <= operatorEnd) {
            fail(QStringLiteral("compose.template"),
                Texts::tr("“%1” is not a valid variable expression; write $$ for a “$” that is meant as text.")
                    .arg(text.sliced(dollar).first(qMin<qsizetype>(text.size() - dollar, 60)).toString()));
            return text.size();
        }
        const QStringView whole = text.sliced(dollar, lastBrace + 1 - dollar);
        const qsizetype closing = closingBrace(whole);
        const qsizetype close = closing < 0 ? lastBrace : dollar + closing;
        const TemplateText word = evaluate(text.sliced(operatorEnd + 1, close - operatorEnd - 1), depth + 1);
        choose(result, name, word, sign, colon);
        return close + 1;
    }

    void choose(TemplateText &result, const QString &name, const TemplateText &word, QChar sign, bool colon)
    {
        const std::optional<QString> value = m_lookup(name);
        const bool present = value && (!colon || !value->isEmpty());
        if (sign == u'?' && !present) {
            fail(QStringLiteral("compose.required"),
                word.text.isEmpty() ? Texts::tr("%1 must have a value.").arg(name)
                                    : Texts::tr("%1 must have a value: %2.").arg(name, word.text));
        }
        const bool takesWord = sign == u'+' ? present : (sign == u'-' && !present);
        const QString chosen = takesWord ? word.text : value.value_or(QString());
        const qsizetype start = result.text.size();
        result.uses.append({ name, 0, true, start, chosen.size() });
        for (VariableUse use : word.uses) {
            use.decides = use.decides && takesWord;
            use.start = takesWord ? start + use.start : start;
            use.length = takesWord ? use.length : 0;
            result.uses.append(use);
        }
        result.text += chosen;
    }

    const VariableLookup &m_lookup;
    std::optional<Error> m_error;
};

} // namespace

Result<TemplateText> substituteTemplate(const QString &text, const VariableLookup &lookup)
{
    Substitution substitution(lookup);
    TemplateText result = substitution.evaluate(text, 0);
    if (const std::optional<Error> error = substitution.takeError())
        return *error;
    return result;
}

} // namespace pilothouse
