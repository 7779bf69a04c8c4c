// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markdown/codecolours.h"

#include <QSet>
#include <QStringList>

namespace pilothouse {

namespace {

enum class Comment { None, Hash, Slashes, Dashes };

Comment commentOf(const QString &language)
{
    static const QStringList hash = { QStringLiteral("python"), QStringLiteral("py"), QStringLiteral("bash"),
        QStringLiteral("sh"), QStringLiteral("shell"), QStringLiteral("yaml"), QStringLiteral("yml"), QStringLiteral("toml"),
        QStringLiteral("ruby"), QStringLiteral("dockerfile"), QStringLiteral("make"), QStringLiteral("env") };
    static const QStringList slashes
        = { QStringLiteral("c"), QStringLiteral("cpp"), QStringLiteral("c++"), QStringLiteral("java"), QStringLiteral("js"),
              QStringLiteral("javascript"), QStringLiteral("ts"), QStringLiteral("typescript"), QStringLiteral("go"),
              QStringLiteral("rust"), QStringLiteral("rs"), QStringLiteral("kotlin"), QStringLiteral("swift"),
              QStringLiteral("csharp"), QStringLiteral("cs"), QStringLiteral("php"), QStringLiteral("json") };
    static const QStringList dashes = { QStringLiteral("sql"), QStringLiteral("lua") };
    const QString name = language.toLower();
    return hash.contains(name)   ? Comment::Hash
        : slashes.contains(name) ? Comment::Slashes
        : dashes.contains(name)  ? Comment::Dashes
                                 : Comment::None;
}

bool isKeyword(QStringView word)
{
    static const QSet<QString> words = [] {
        const QString all = QStringLiteral(
            "and as async await break case catch class const continue def default del do elif else enum except export extends "
            "false False finally for from func function if import in interface is let match namespace new nil None not null "
            "or package pass private protected public raise return self static struct super switch template this throw true "
            "True try type typename using var void while with yield auto bool char double float int long short unsigned fn "
            "impl mut pub use mod then fi done echo SELECT FROM WHERE INSERT INTO UPDATE DELETE JOIN ON GROUP BY ORDER LIMIT");
        const QStringList list = all.split(QLatin1Char(' '));
        return QSet<QString>(list.begin(), list.end());
    }();
    return word.size() <= 10 && words.contains(word.toString());
}

bool startsComment(const QString &line, int at, Comment comment)
{
    const QStringView rest = QStringView(line).mid(at);
    switch (comment) {
    case Comment::Hash:
        return rest.startsWith(QLatin1Char('#'));
    case Comment::Slashes:
        return rest.startsWith(QLatin1String("//")) || rest.startsWith(QLatin1String("/*"));
    case Comment::Dashes:
        return rest.startsWith(QLatin1String("--"));
    case Comment::None:
        break;
    }
    return false;
}

int endOfString(const QString &line, int at)
{
    const QChar quote = line.at(at);
    for (int i = at + 1; i < line.size(); ++i) {
        if (line.at(i) == QLatin1Char('\\'))
            ++i;
        else if (line.at(i) == quote)
            return i + 1;
    }
    return int(line.size());
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

} // namespace

QList<CodeSpan> colourCode(const QString &language, const QString &line)
{
    const Comment comment = commentOf(language);
    if (comment == Comment::None)
        return {};
    QList<CodeSpan> spans;
    int at = 0;
    while (at < line.size()) {
        const QChar c = line.at(at);
        if (startsComment(line, at, comment)) {
            spans.append({ at, int(line.size()) - at, Tone::Text3 });
            break;
        }
        int end = at + 1;
        if (c == QLatin1Char('"') || c == QLatin1Char('\'') || c == QLatin1Char('`')) {
            end = endOfString(line, at);
            spans.append({ at, end - at, Tone::Ok });
        } else if (isWordPart(c)) {
            while (end < line.size() && isWordPart(line.at(end)))
                ++end;
            if (isKeyword(QStringView(line).mid(at, end - at)))
                spans.append({ at, end - at, Tone::Series4 });
            else if (end < line.size() && line.at(end) == QLatin1Char('('))
                spans.append({ at, end - at, Tone::Accent });
        }
        at = end;
    }
    return spans;
}

} // namespace pilothouse
