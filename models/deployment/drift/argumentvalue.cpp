// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/drift/argumentvalue.h"

#include "models/deployment/trace/commandline.h"

#include <QRegularExpression>

namespace pilothouse {

namespace {

/// Spellings that mean the same to vLLM and llama-server.
const QList<QStringList> &spellings()
{
    static const QList<QStringList> list{
        { QStringLiteral("--tensor-parallel-size"), QStringLiteral("-tp") },
        { QStringLiteral("--quantization"), QStringLiteral("-q") },
        { QStringLiteral("--ctx-size"), QStringLiteral("-c") },
        { QStringLiteral("--alias"), QStringLiteral("-a") },
        { QStringLiteral("--model"), QStringLiteral("-m") },
    };
    return list;
}

QStringList spellingsOf(const QString &flag)
{
    for (const QStringList &same : spellings()) {
        if (same.contains(flag))
            return same;
    }
    return { flag };
}

/// Words of a shell text, quotes taken off. A command substitution and the like stay as they are.
QStringList shellWords(const QString &script)
{
    QStringList words;
    QString word;
    QChar quote;
    bool open = false;
    for (qsizetype at = 0; at < script.size(); ++at) {
        const QChar c = script[at];
        if (!quote.isNull() && c == quote) {
            quote = QChar();
        } else if (quote.isNull() && (c == u'\'' || c == u'"')) {
            quote = c;
            open = true;
        } else if (c == u'\\' && quote != u'\'' && at + 1 < script.size()) {
            if (const QChar next = script[++at]; next != u'\n')
                word += next;
        } else if (quote.isNull() && (c.isSpace() || c == u';' || c == u'&' || c == u'|')) {
            if (open || !word.isEmpty())
                words.append(word);
            word.clear();
            open = false;
        } else {
            word += c;
        }
    }
    if (open || !word.isEmpty())
        words.append(word);
    return words;
}

QStringList wordsOf(const QStringList &arguments)
{
    const qsizetype script = shellScriptIndex(arguments);
    return script < 0 ? arguments : shellWords(arguments[script]);
}

std::optional<QString> resolved(const QString &word, bool fromShell, const QMap<QString, QString> &environment)
{
    if (!fromShell || !word.contains(u'$'))
        return word;
    static const QRegularExpression plain(QStringLiteral("\\A\\$(?:([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)"
                                                         "(?::?-([^${}]*))?\\})\\z"));
    const QRegularExpressionMatch match = plain.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const QString name = match.captured(1) + match.captured(2);
    const QString value = environment.value(name);
    if (!value.isEmpty())
        return value;
    return match.hasCaptured(3) ? std::optional(match.captured(3)) : std::nullopt;
}

bool looksLikeFlag(const QString &word)
{
    return word.size() > 1 && word.startsWith(u'-') && !word[1].isDigit();
}

} // namespace

ArgumentValue argumentValue(const QStringList &arguments, const QString &flag, const QMap<QString, QString> &environment)
{
    const bool fromShell = shellScriptIndex(arguments) >= 0;
    const QStringList words = wordsOf(arguments);
    const QStringList names = spellingsOf(flag);
    ArgumentValue found;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString name = words[i].section(u'=', 0, 0);
        if (!names.contains(name))
            continue;
        found = { true, std::nullopt };
        if (words[i].size() > name.size())
            found.value = resolved(words[i].mid(name.size() + 1), fromShell, environment);
        else if (i + 1 < words.size() && !looksLikeFlag(words[i + 1]))
            found.value = resolved(words[i + 1], fromShell, environment);
    }
    return found;
}

std::optional<QString> modelArgument(const QStringList &arguments, const QMap<QString, QString> &environment)
{
    const bool fromShell = shellScriptIndex(arguments) >= 0;
    const QStringList words = wordsOf(arguments);
    const qsizetype serve = words.indexOf(QStringLiteral("serve"));
    if (serve >= 0 && serve + 1 < words.size() && !looksLikeFlag(words[serve + 1]))
        return resolved(words[serve + 1], fromShell, environment);
    return argumentValue(arguments, QStringLiteral("--model"), environment).value;
}

} // namespace pilothouse
