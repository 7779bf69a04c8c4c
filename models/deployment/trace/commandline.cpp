// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/commandline.h"

#include <QRegularExpression>

namespace pilothouse {

namespace {

bool isFlag(QStringView text)
{
    return text.size() > 1 && text.startsWith(u'-') && !text[1].isDigit();
}

bool isBlank(QChar c)
{
    return c.isSpace() || c == u'\\' || c == u'"' || c == u'\'';
}

} // namespace

QList<ShellReference> shellReferences(const QString &script)
{
    static const QRegularExpression name(QStringLiteral("\\$\\{?[!#]?([A-Za-z_][A-Za-z0-9_]*)"));
    QList<ShellReference> references;
    bool single = false;
    bool doubled = false;
    for (qsizetype at = 0; at < script.size(); ++at) {
        const QChar c = script[at];
        if (c == u'\\' && !single) {
            ++at;
        } else if (c == u'\'' && !doubled) {
            single = !single;
        } else if (c == u'"' && !single) {
            doubled = !doubled;
        } else if (c == u'$' && !single) {
            const QRegularExpressionMatch match
                = name.match(script, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
            if (match.hasMatch())
                references.append({ match.captured(1), flagBefore(script, at), at });
        }
    }
    return references;
}

QString flagBefore(const QString &text, qsizetype position)
{
    qsizetype start = position; // of the word
    while (start > 0 && !text[start - 1].isSpace())
        --start;
    QStringView word = QStringView(text).sliced(start, position - start);
    while (!word.isEmpty() && (word.front() == u'"' || word.front() == u'\''))
        word = word.sliced(1);
    if (isFlag(word))
        return word.toString().section(u'=', 0, 0);
    if (!word.isEmpty() && !word.startsWith(u'$'))
        return {};
    qsizetype end = start;
    while (end > 0 && isBlank(text[end - 1]))
        --end;
    qsizetype begin = end;
    while (begin > 0 && !text[begin - 1].isSpace())
        --begin;
    const QStringView before = QStringView(text).sliced(begin, end - begin);
    return isFlag(before) && !before.contains(u'=') ? before.toString() : QString();
}

qsizetype shellScriptIndex(const QStringList &arguments)
{
    static const QRegularExpression shell(QStringLiteral("\\A(?:.*/)?(?:sh|bash|dash|ash|zsh|ksh)\\z"));
    static const QRegularExpression option(QStringLiteral("\\A-[a-z]*c\\z"));
    for (qsizetype i = 0; i + 2 < arguments.size() && i < 3; ++i) {
        if (!shell.match(arguments[i]).hasMatch())
            continue;
        for (qsizetype j = i + 1; j + 1 < arguments.size() && arguments[j].startsWith(u'-'); ++j) {
            if (option.match(arguments[j]).hasMatch())
                return j + 1;
        }
    }
    return -1;
}

QString flagOf(const QStringList &arguments, qsizetype i)
{
    if (isFlag(arguments[i]))
        return arguments[i].section(u'=', 0, 0);
    return i > 0 && isFlag(arguments[i - 1]) && !arguments[i - 1].contains(u'=') ? arguments[i - 1] : QString();
}

bool isVariableName(const QString &name)
{
    static const QRegularExpression valid(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    return valid.match(name).hasMatch();
}

} // namespace pilothouse
