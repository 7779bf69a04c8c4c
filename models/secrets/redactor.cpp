// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/redactor.h"

#include <QRegularExpression>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qsizetype shortestValue = 8;

struct Shape
{
    QRegularExpression pattern;
    QString replacement;
};

/// The needle is a cheap test before the pattern runs: most log lines hold none of them.
struct GuardedShape
{
    QLatin1String needle;
    Qt::CaseSensitivity sensitivity;
    Shape shape;
};

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QString::fromLatin1(text));
}

const QList<GuardedShape> &shapes()
{
    static const QList<GuardedShape> list{
        { QLatin1String("hf_"), Qt::CaseSensitive, { pattern("(?<![A-Za-z0-9])hf_[A-Za-z0-9]{8,}"), Redactor::mask() } },
        { QLatin1String("sk-"), Qt::CaseSensitive, { pattern("(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{8,}"), Redactor::mask() } },
        { QLatin1String("ghp_"), Qt::CaseSensitive, { pattern("(?<![A-Za-z0-9])ghp_[A-Za-z0-9]{8,}"), Redactor::mask() } },
        { QLatin1String("github_pat_"), Qt::CaseSensitive, { pattern("github_pat_[A-Za-z0-9_]{8,}"), Redactor::mask() } },
        { QLatin1String("bearer"), Qt::CaseInsensitive,
            { pattern("(?i)\\b(bearer)(\\s+)[A-Za-z0-9._~+/=-]{4,}"), QStringLiteral("\\1\\2") + Redactor::mask() } },
        { QLatin1String("://"), Qt::CaseSensitive,
            { pattern("([A-Za-z][A-Za-z0-9+.-]{0,30}://)[^\\s/@\"'<>]{1,512}@"),
                QStringLiteral("\\1") + Redactor::mask() + u'@' } },
    };
    return list;
}

} // namespace

bool isSecretKey(const QString &key)
{
    static const QRegularExpression name(QStringLiteral("(^|_)(API_?KEY|KEY|ACCESS_KEY|TOKEN|SECRET|SECRETS|PASSWORD|PASSWD|PASS|"
                                                        "PWD|PASSPHRASE|CREDENTIALS?|PRIVATE_KEY)(_[0-9]+)?$"
                                                        "|(PASSWORD|SECRET|PRIVATE_?KEY|API_?KEY)"),
        QRegularExpression::CaseInsensitiveOption);
    return name.match(key).hasMatch();
}

Redactor::Redactor(const QMap<QString, QString> &envValues)
{
    for (auto it = envValues.begin(); it != envValues.end(); ++it) {
        if (isSecretKey(it.key()) && it->size() >= shortestValue && !m_values.contains(*it))
            m_values.append(*it);
    }
    std::sort(m_values.begin(), m_values.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Redactor::mask()
{
    return QStringLiteral("•••");
}

QString Redactor::redacted(const QString &text) const
{
    QString clean = text;
    for (const QString &value : m_values) {
        if (clean.contains(value))
            clean.replace(value, mask());
    }
    for (const GuardedShape &guarded : shapes()) {
        if (clean.contains(guarded.needle, guarded.sensitivity))
            clean.replace(guarded.shape.pattern, guarded.shape.replacement);
    }
    return clean;
}

} // namespace pilothouse
