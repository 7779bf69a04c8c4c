// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/dialect.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <map>

using namespace pilothouse;

namespace {

using Values = std::map<QByteArray, DialectEntry>;

bool same(const QJsonValue &want, const DialectEntry &got, bool dynamic)
{
    const QJsonObject shape = want.toObject();
    if (got.kind == DialectEntry::Kind::Dynamic)
        return dynamic || shape.contains(QLatin1String("template"));
    if (want.isNull() || got.kind == DialectEntry::Kind::NoValue)
        return want.isNull() && got.kind == DialectEntry::Kind::NoValue;
    if (want.isString())
        return want.toString().toUtf8() == got.value;
    if (shape.contains(QLatin1String("sha256")))
        return shape[QLatin1String("len")].toInteger() == got.value.size()
            && shape[QLatin1String("sha256")].toString().toLatin1()
            == QCryptographicHash::hash(got.value, QCryptographicHash::Sha256).toHex();
    const QJsonArray any = shape[QLatin1String("any_of")].toArray();
    if (!any.isEmpty())
        return std::any_of(any.begin(), any.end(), [&](const QJsonValue &each) { return same(each, got, dynamic); });
    return QByteArray::fromBase64(shape[QLatin1String("base64")].toString().toLatin1()) == got.value;
}

QByteArray digest(const Values &values)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &[key, entry] : values) {
        hash.addData(key);
        if (entry.kind != DialectEntry::Kind::NoValue)
            hash.addData("=" + entry.value);
        hash.addData(QByteArray(1, '\0'));
    }
    return hash.result().toHex();
}

DialectReading sh(const QByteArray &text)
{
    return readDialect(EnvConsumer::Sh, text, { { "HOME", "/home/dev" }, { "PATH", "/usr/bin:/bin" } });
}

/// "KEY=value" of all keys, "KEY?" for a dynamic one; "refused:LINE".
QByteArray flat(const DialectReading &reading)
{
    if (reading.refusal())
        return "refused:" + QByteArray::number(reading.refusal()->line);
    QByteArrayList parts;
    for (const DialectEntry &entry : reading.entries())
        parts << entry.key + (entry.kind == DialectEntry::Kind::Dynamic ? QByteArray("?") : "=" + entry.value);
    return parts.join('|');
}

} // namespace

class DialectsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void measuredCasesAreReadExactly_data();
    void measuredCasesAreReadExactly();
    void shellScriptsAreFollowed_data();
    void shellScriptsAreFollowed();
    void refusalsNameTheirLine();
    void deepNestingEndsInARefusal();
    void entriesKnowTheirLine();
};

void DialectsTest::measuredCasesAreReadExactly_data()
{
    QTest::addColumn<QString>("consumer");
    for (const EnvConsumer consumer : allEnvConsumers())
        QTest::newRow(qPrintable(envConsumerName(consumer))) << envConsumerName(consumer);
}

void DialectsTest::measuredCasesAreReadExactly()
{
    QFETCH(QString, consumer);
    QFile file(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/fixtures/env-dialects/cases.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject data = QJsonDocument::fromJson(file.readAll()).object();
    DialectEnvironment environment;
    const QJsonObject base = data[QLatin1String("base_environment")].toObject();
    for (auto each = base.begin(); each != base.end(); ++each)
        environment.insert(each.key().toUtf8(), each.value().toString().toUtf8());
    const QJsonArray cases = data[QLatin1String("cases")].toArray();
    QVERIFY(cases.size() >= 300);
    QStringList wrong;
    for (const QJsonValue &value : cases) {
        const QJsonObject one = value.toObject();
        const QByteArray bytes = QByteArray::fromBase64(one[QLatin1String("input_base64")].toString().toLatin1());
        const DialectReading reading = readDialect(*envConsumerFromName(consumer), bytes, environment);
        Values got;
        for (const DialectEntry &entry : reading.entries())
            got.emplace(entry.key, entry);
        const QJsonObject sum = one[QLatin1String("expected_digest")].toObject()[consumer].toObject();
        const QJsonValue want = one[QLatin1String("expected")].toObject()[consumer];
        bool right = want.isString() == reading.refusal().has_value();
        if (!sum.isEmpty()) {
            right = sum[QLatin1String("sha256")].toString().toLatin1() == digest(got);
        } else if (want.isObject() && right) {
            const bool dynamic = consumer == QLatin1String("sh") && one[QLatin1String("sh_dynamic")].toBool();
            const QJsonObject keys = want.toObject();
            right = size_t(keys.size()) == got.size();
            for (auto key = keys.begin(); right && key != keys.end(); ++key) {
                const auto found = got.find(key.key().toUtf8());
                right = found != got.end() && same(key.value(), found->second, dynamic);
            }
        }
        if (!right)
            wrong << one[QLatin1String("id")].toString();
    }
    QCOMPARE(wrong.join(u' '), QString());
}

void DialectsTest::shellScriptsAreFollowed_data() // each measured with dash 0.5.12
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("values");
    const auto row
        = [](const char *script, const char *values) { QTest::newRow(script) << QByteArray(script) << QByteArray(values); };
    row("A=1\nB=\"$A\"'$A'$A", "A=1|B=1$A1");
    row("A=a/b/c\nB=${A##*/}\nC=${A%%/*}\nD=${A#*/}\nE=${A%/*}", "A=a/b/c|B=c|C=a|D=b/c|E=a/b");
    row("A=\"${X:-\"a b\"}\"", "A=a b");
    row("A=${X:-'}'}", "A=}");
    row("A=\"${X:-it's}\"", "A=it's");
    row("A=~/x:~/y:'~'/z", "A=/home/dev/x:/home/dev/y:~/z");
    row("A=x\\\ny", "A=xy");
    row("export A=1 B=2", "A=1|B=2");
    row("A=1; unset A; B=2", "B=2");
    row("set +a\nA=1\nexport B=2", "B=2");
    row(": ${A:=1}", "A=1");
    row("A=1 | B=2\n(C=3)\nD=4 &\nE=5", "E=5");
    row("false || A=1\ntrue && B=2\nfalse && C=3", "A=1|B=2");
    row("if [ -n \"$HOME\" ]; then A=1; else A=2; fi", "A=1");
    row("if some-program; then A=1; fi\nB=2", "A?|B=2");
    row("for i in a b; do A=$i; done", "i?|A?");
    row("A=$(date)\nB=x$A", "A?|B?");
    row("A=$$", "A?");
    row("f() { A=$1; }\nf word", "A=word");
    row("cat <<E >/dev/null\nA=1\nE\nB=2", "B=2");
    row("A=1\nreturn\nB='", "A=1");
    row("A=1\nexit", "refused:2");
    row("readonly A=1\nA=2", "refused:2");
    row("A=1\nB=2)", "refused:2");
    row("A=${X:?needed}", "refused:1");
    row("set -u\nA=$NOPE", "refused:2");
    row("eval 'A=1'", "A=1");
    row("A=1 some-program", "");
    row("A=<nothing-there", "");
}

void DialectsTest::shellScriptsAreFollowed()
{
    QFETCH(QByteArray, script);
    QTEST(flat(sh(script)), "values");
}

void DialectsTest::refusalsNameTheirLine()
{
    const auto line = [](EnvConsumer consumer, const QByteArray &text) {
        const DialectReading reading = readDialect(consumer, text);
        return reading.refusal() ? reading.refusal()->line : 0;
    };
    QCOMPARE(line(EnvConsumer::Compose, "A=1\n\n# c\n;B=2\n"), 4);
    QCOMPARE(line(EnvConsumer::Compose, "A=1\nB=\"open\nC=2\n"), 2);
    QCOMPARE(line(EnvConsumer::Sh, "A=1\nB=\"open\nC=2\n"), 2);
    QCOMPARE(line(EnvConsumer::PythonDotenv, "A=1\nB=\xff\n"), 2);
    QCOMPARE(line(EnvConsumer::Systemd, "A=1\nB=\xff\n"), 2);
    QCOMPARE(line(EnvConsumer::DockerEnvFile, "A=1\nexport B=2\n"), 2);
}

void DialectsTest::deepNestingEndsInARefusal()
{
    for (const QByteArray &piece : { QByteArray("${A:-"), QByteArray("$("), QByteArray("\"${A:-"), QByteArray("$((") }) {
        QVERIFY(readDialect(EnvConsumer::Sh, "A=" + piece.repeated(100'000)).refusal());
        const DialectReading compose = readDialect(EnvConsumer::Compose, "A=" + piece.repeated(2000) + QByteArray(2000, '}'));
        QVERIFY(compose.refusal() || !compose.entries().empty());
    }
}

void DialectsTest::entriesKnowTheirLine()
{
    for (const EnvConsumer consumer : allEnvConsumers()) {
        const DialectReading reading = readDialect(consumer, "A=1\n\n# c\nB=2\nA=3\n");
        QVERIFY(reading.find("A") && reading.find("B"));
        QCOMPARE(reading.find("A")->line, 5);
        QCOMPARE(reading.find("B")->line, 4);
    }
}

QTEST_APPLESS_MAIN(DialectsTest)
#include "tst_dialects.moc"
