// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/redactor.h"

#include <QRegularExpression>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qsizetype shortestValue = 8;

/// A secret that shows by its form. The needles are a cheap test before the pattern runs: most log lines hold none.
struct Shape
{
    QList<QStringView> needles;
    QRegularExpression pattern;
    QString replacement;

    bool mayBeIn(const QString &text) const
    {
        return std::any_of(needles.begin(), needles.end(), [&text](QStringView needle) { return text.contains(needle); });
    }
};

const QList<Shape> &shapes()
{
    static const QList<Shape> list{
        { { u"hf_", u"sk-", u"ghp_", u"gho_", u"ghs_", u"github_pat_", u"glpat-" },
            QRegularExpression(QStringLiteral("(?<![A-Za-z0-9])(?:hf_|sk-|ghp_|gho_|ghs_|github_pat_|glpat-)[A-Za-z0-9_-]{8,}")),
            Redactor::mask() },
        { { u"earer", u"EARER" }, QRegularExpression(QStringLiteral("(?i)\\b(bearer\\s{1,9})[A-Za-z0-9._~+/=-]{4,}")),
            QStringLiteral("\\1") + Redactor::mask() },
        { { u"://" }, QRegularExpression(QStringLiteral("(?<=://)[^\\s/@\"'<>]{1,512}(?=@)")), Redactor::mask() },
    };
    return list;
}

} // namespace

bool isSecretKey(const QString &key)
{
    static const QRegularExpression name(QStringLiteral("(^|_)(API_?KEY|KEY|ACCESS_KEY|TOKEN|SECRET|SECRETS|PASSWORD|PASSWD|PASS|"
                                                        "PWD|PASSPHRASE|CREDENTIALS?|PRIVATE_KEY)(_[0-9]+)?$|_AUTH$"
                                                        "|(PASSWORD|SECRET|PRIVATE_?KEY|API_?KEY)"),
        QRegularExpression::CaseInsensitiveOption);
    return name.match(key).hasMatch();
}

Redactor::Redactor(const QMap<QString, QString> &envValues)
{
    const auto take = [this](const QString &value) {
        if (value.size() >= shortestValue && !m_values.contains(value))
            m_values.append(value);
    };
    for (auto it = envValues.begin(); it != envValues.end(); ++it) {
        if (!isSecretKey(it.key()))
            continue;
        take(*it);
        const QStringList lines = it->split(u'\n'); // a log shows a key of several lines one by one
        for (const QString &line : lines)
            take(line.trimmed());
    }
    std::sort(m_values.begin(), m_values.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

void Redactor::keep(const Redactor &older)
{
    for (const QString &value : older.m_values) {
        if (!m_values.contains(value))
            m_values.append(value);
    }
    std::stable_sort(m_values.begin(), m_values.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
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
    for (const Shape &shape : shapes()) {
        if (shape.mayBeIn(clean))
            clean.replace(shape.pattern, shape.replacement);
    }
    return clean;
}

} // namespace pilothouse
