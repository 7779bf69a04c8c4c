// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/dialectdifferences.h"
#include "models/env/rules.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace pilothouse;

namespace {

/// Lines and keys that differ, without the shortcut: every reader over the whole file.
QByteArrayList plain(const QByteArray &text, const EnvConsumers &consumers, const DialectEnvironment &environment)
{
    std::vector<DialectReading> readings;
    QByteArrayList found;
    QByteArrayList keys;
    for (const EnvConsumer consumer : consumers) {
        DialectReading reading = readDialect(consumer, text, environment);
        if (reading.refusal()) {
            found << QByteArray::number(reading.refusal()->line) + ":";
            continue;
        }
        for (const DialectEntry &entry : reading.entries())
            keys << entry.key;
        readings.push_back(std::move(reading));
    }
    QMap<int, QByteArray> byLine;
    for (const QByteArray &key : std::as_const(keys)) {
        bool same = true;
        int line = 0;
        for (const DialectReading &reading : readings) {
            const DialectEntry *entry = reading.find(key);
            const DialectEntry *first = readings.front().find(key);
            same = same && (entry && first ? entry->sameAs(*first) : entry == first);
            line = std::max(line, entry ? entry->line : 0);
        }
        if (!same)
            byLine.insert(line, "differs");
    }
    for (auto each = byLine.begin(); each != byLine.end(); ++each)
        found << QByteArray::number(each.key()) + ":differs";
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

class DialectDifferencesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void usualLinesAreReadAlike();
    void aDifferenceNamesEachReading();
    void secretsAreNotShown();
    void aRefusalIsOneProblem();
    void leavingOutAgreedLinesChangesNothing();
};

void DialectDifferencesTest::usualLinesAreReadAlike()
{
    QVERIFY(checkDialects(EnvDocument("# note\nA=1\nB=\"two words\"\nC='x # y'\nD=${A}/x\nexport E=5\n\nF=\n")).isEmpty());
}

void DialectDifferencesTest::aDifferenceNamesEachReading()
{
    const QList<Problem> problems = checkDialects(EnvDocument("OK=1\nA=my app\n"));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().id, QStringLiteral("dialect.differs"));
    QCOMPARE(problems.first().line, 2);
    QCOMPARE(problems.first().key, QStringLiteral("A"));
    QVERIFY2(problems.first().message.contains(QStringLiteral("compose, python-dotenv: “my app”; sh: not set")),
        qPrintable(problems.first().message));
    QVERIFY(checkDialects(EnvDocument("A=x #c\n"), EnvWriter::coreConsumers()).isEmpty());
    QCOMPARE(checkDialects(EnvDocument("A=x #c\n"), { EnvConsumer::Compose, EnvConsumer::Systemd }).size(), 1);
}

void DialectDifferencesTest::secretsAreNotShown()
{
    const QList<Problem> problems = checkDialects(EnvDocument("HF_TOKEN=\"pa$word\"\nU=http://me:hunter2@host/a b\n"));
    QCOMPARE(problems.size(), 2);
    for (const Problem &problem : problems) {
        QVERIFY2(!problem.message.contains(QStringLiteral("pa$")) && !problem.message.contains(QStringLiteral("hunter2")),
            qPrintable(problem.message));
    }
}

void DialectDifferencesTest::aRefusalIsOneProblem()
{
    const QList<Problem> problems = checkDialects(EnvDocument("A=1\n\nB=a)\n"));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().line, 3);
    QVERIFY(problems.first().message.startsWith(QStringLiteral("sh refuses the whole file because of line 3")));
}

void DialectDifferencesTest::leavingOutAgreedLinesChangesNothing()
{
    const QByteArrayList lines{ "A=1", "B=x y", "C=\"a b\"", "D='q # z'", "# c", "", "E=${A}", "A=${B}x", "F=a # c", "export G=2",
        "H=", "H= ", "\"x\"", "I=\"un", "J='un", "K=a\\", "L=$(x)", "M=`x`", "A=2", "N=~/x", "O=a#b", "P=a;b", "Q=\"$A\"",
        "R=\"a\\nb\"", "S=x\r", "unset A", "T=\"${A:-d}\"", "U='${A}'", "IFS=a", "V=a:~", "export A", "A", "W=\"a\"b",
        "X=\"a\" # it's", "\xc3\x89=1", "Y=\xc3\xa9", "{", "}", "f() {", "cat <<E", "E", "Z=a(b", "__proto__=1", "A:1", " A=3",
        "A =4", ";", "set -u", "[x]", "B=\xff", "C=\"a\\\\\"" };
    const DialectEnvironment environment{ { "HOME", "/home/user" } };
    QRandomGenerator random(5);
    for (int n = 0; n < 1500; ++n) {
        QByteArrayList chosen;
        for (int k = random.bounded(1, 10); k > 0; --k)
            chosen << lines.at(random.bounded(random.bounded(10) < 7 ? int(lines.size()) : 12));
        const QByteArray text = chosen.join('\n') + (random.bounded(3) ? "\n" : "");
        for (const EnvConsumers &consumers :
            { EnvWriter::coreConsumers(), EnvWriter::allButDocker(), EnvWriter::allConsumers() }) {
            QByteArrayList found;
            for (const DialectDifference &difference : dialectDifferences(text, consumers, environment))
                found << QByteArray::number(difference.line) + (!difference.refusal.isEmpty() ? ":" : ":differs");
            std::sort(found.begin(), found.end());
            QCOMPARE(found.join(' '), plain(text, consumers, environment).join(' '));
        }
    }
}

QTEST_APPLESS_MAIN(DialectDifferencesTest)
#include "tst_dialectdifferences.moc"
