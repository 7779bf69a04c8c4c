// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/dialectdifferences.h"
#include "models/env/readingtext.h"
#include "models/env/rules.h"
#include "models/env/secretkeys.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DialectRules)
};

/// "compose, sh: “x”; python-dotenv: not set". Secrets are counted instead: the dots would all look the same.
QString listed(const DialectDifference &difference)
{
    bool secret = isSecretName(QString::fromUtf8(difference.key));
    for (const DialectDifference::Reading &reading : difference.readings)
        secret = secret || (reading.entry && isSecretValue(QString::fromUtf8(reading.entry->value)));
    QStringList groups;
    std::vector<bool> done(difference.readings.size());
    int number = 0;
    for (size_t i = 0; i < difference.readings.size(); ++i) {
        if (done[i])
            continue;
        const DialectDifference::Reading &first = difference.readings[i];
        QStringList names;
        for (size_t k = i; k < difference.readings.size(); ++k) {
            const DialectDifference::Reading &other = difference.readings[k];
            const bool same = first.entry && other.entry ? first.entry->sameAs(*other.entry) : !first.entry && !other.entry;
            if (done[k] || !same)
                continue;
            done[k] = true;
            names << envConsumerName(other.consumer);
        }
        const bool masked
            = secret && first.entry && first.entry->kind == DialectEntry::Kind::Text && !first.entry->value.isEmpty();
        const QString value = masked ? Texts::tr("secret value %1").arg(++number) : readingText(first.entry, secret);
        groups << Texts::tr("%1: %2").arg(names.join(QStringLiteral(", ")), value);
    }
    return groups.join(QStringLiteral("; "));
}

} // namespace

QList<Problem> checkDialects(const EnvDocument &document, const EnvConsumers &consumers)
{
    QList<Problem> problems;
    // The home folder has to be something, or "~" would look the same to all.
    const DialectEnvironment environment{ { "HOME", "/home/user" } };
    for (const DialectDifference &difference : dialectDifferences(document.bytes(), consumers, environment)) {
        Problem problem;
        problem.id = QStringLiteral("dialect.differs");
        problem.level = ProblemLevel::Warning;
        problem.line = difference.line;
        problem.key = QString::fromUtf8(difference.key);
        problem.message = !difference.refusal.isEmpty()
            ? Texts::tr("%1 refuses the whole file because of line %2: %3.")
                  .arg(envConsumerName(difference.readings.front().consumer))
                  .arg(difference.line)
                  .arg(difference.refusal)
            : Texts::tr("%1 is read differently: %2.").arg(problem.key, listed(difference));
        problems << problem;
    }
    return problems;
}

} // namespace pilothouse
