// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envdocument.h"
#include "models/env/envwriter.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

using namespace pilothouse;

namespace {

constexpr EnvStyle styles[] = { EnvStyle::Plain, EnvStyle::Single, EnvStyle::Double, EnvStyle::Escaped, EnvStyle::QuoteEscaped };

QByteArrayList nastyValues(int count)
{
    // NUL is left out (no reader), as is all that is not UTF-8 (tested apart).
    const QStringList pieces{ QStringLiteral("a"), QStringLiteral("B9"), QStringLiteral(" "), QStringLiteral("\t"),
        QStringLiteral("\n"), QStringLiteral("'"), QStringLiteral("\""), QStringLiteral("`"), QStringLiteral("\\"),
        QStringLiteral("\\\\"), QStringLiteral("$"), QStringLiteral("$A"), QStringLiteral("${A}"), QStringLiteral("${A:-x}"),
        QStringLiteral("$("), QStringLiteral("#"), QStringLiteral(" #"), QStringLiteral("~"), QStringLiteral(":~"),
        QStringLiteral("="), QStringLiteral(";"), QStringLiteral("&"), QStringLiteral("|"), QStringLiteral("<"),
        QStringLiteral(")"), QStringLiteral("\\n"), QStringLiteral("\\'"), QStringLiteral("\\\""), QStringLiteral("\r"),
        QStringLiteral("é"), QStringLiteral("\u00a0"), QStringLiteral("\u2028"), QStringLiteral("🚢"), QStringLiteral("!"),
        QStringLiteral("*"), QStringLiteral("?"), QStringLiteral("["), QStringLiteral("{a,b}"), QStringLiteral("\x1c") };
    QRandomGenerator random(2026);
    QByteArrayList values{ "", "x", "llama3.1:8b", "C:\\dir\\", "\\\\server\\share", "pa$$word", "it's \"x\"" };
    while (values.size() < count) {
        QString value;
        for (int n = random.bounded(1, 6); n > 0; --n)
            value += pieces.at(random.bounded(int(pieces.size())));
        values << value.toUtf8();
    }
    return values;
}

/// Runs a program that gets file names as lines and prints the value of K for each, then "." and NUL; WRONG when neighbours
/// broke.
QByteArrayList read(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("A"));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(100'000);
    return process.readAllStandardOutput().split('\0');
}

} // namespace

class EnvWriterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void styleIsChosenAsMeasured_data();
    void styleIsChosenAsMeasured();
    void realReadersGiveBackWhatTheRulesCallSafe_data();
    void realReadersGiveBackWhatTheRulesCallSafe();
    void documentReadsBackWhatItWrites();
    void bytesThatAreNotUtf8AreOnlySafeForComposeAndSh();
    void dockerLineLimit();
};

void EnvWriterTest::styleIsChosenAsMeasured_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("six"); // -1: none
    QTest::addColumn<int>("five");
    const auto row
        = [](const char *name, const QByteArray &value, int six, int five) { QTest::newRow(name) << value << six << five; };
    const int plain = int(EnvStyle::Plain);
    const int single = int(EnvStyle::Single);
    const int twice = int(EnvStyle::Double);
    row("word", "Qwen/Qwen3-8B", plain, plain);
    row("all plain characters", "Az09!%*+,-./:=?@[]^_{}", plain, plain);
    row("empty", "", plain, plain);
    row("emoji", "🚢", plain, plain);
    row("blank", "a b", -1, single);
    row("hash", "a#b", -1, single);
    row("dollar name", "$HOME", -1, single);
    row("dollar at the end", "a$", plain, plain);
    row("tilde after colon", "a:~b", -1, single);
    row("line feed", "a\nb", -1, single);
    row("apostrophe", "it's", -1, twice);
    row("both quotes", "'\"", -1, -1);
    row("apostrophe and backtick", "'`", -1, -1);
    row("two backslashes", "\\\\srv", -1, -1);
    row("backslash at the end", "C:\\", -1, -1);
    row("braces", "${X}", -1, -1);
    row("carriage return", "a\rb", -1, -1);
    row("noncharacter", "\xef\xbf\xbe", -1, -1);
    row("nul", QByteArray("a\0b", 3), -1, -1);
}

void EnvWriterTest::styleIsChosenAsMeasured()
{
    QFETCH(QByteArray, value);
    const auto number = [](std::optional<EnvStyle> style) { return style ? int(*style) : -1; };
    QTEST(number(EnvWriter::choose(value, EnvWriter::allConsumers())), "six");
    QTEST(number(EnvWriter::choose(value, EnvWriter::allButDocker())), "five");
}

void EnvWriterTest::realReadersGiveBackWhatTheRulesCallSafe_data()
{
    QTest::addColumn<int>("consumer");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    const QString shell = QStringLiteral("while read -r f; do unset K N1 N2; . \"$f\" >/dev/null 2>&1; "
                                         "[ \"$N1$N2\" = 'first linelast line' ] || K=WRONG; printf '%s.\\000' \"$K\"; done");
    const QString python
        = QStringLiteral("import sys\nfrom dotenv import dotenv_values\n"
                         "for f in sys.stdin:\n"
                         "  v=dotenv_values(f.strip())\n"
                         "  ok=v.get('N1')=='first line' and v.get('N2')=='last line' and v.get('K') is not None\n"
                         "  sys.stdout.buffer.write((v['K'] if ok else 'WRONG').encode()+b'.\\0')\n");
    QTest::newRow("python-dotenv") << int(EnvConsumer::PythonDotenv) << QStringLiteral("python3")
                                   << QStringList{ QStringLiteral("-c"), python };
    QTest::newRow("dash") << int(EnvConsumer::Sh) << QStringLiteral("dash") << QStringList{ QStringLiteral("-c"), shell };
    QTest::newRow("bash") << int(EnvConsumer::Sh) << QStringLiteral("bash")
                          << QStringList{ QStringLiteral("--posix"), QStringLiteral("-c"), shell };
}

void EnvWriterTest::realReadersGiveBackWhatTheRulesCallSafe()
{
    QFETCH(int, consumer);
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    QTemporaryDir folder;
    const QByteArrayList values = nastyValues(1200);
    QByteArray names;
    QByteArrayList expected;
    for (const QByteArray &value : values) {
        for (const EnvStyle style : styles) {
            if (!EnvWriter::safe(style, EnvConsumer(consumer), value))
                continue;
            const QString name = folder.filePath(QString::number(expected.size()));
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("N1='first line'\nK=" + EnvWriter::encode(style, value) + "\nN2='last line'\n");
            names += name.toUtf8() + '\n';
            expected << value + '.';
        }
    }
    expected << QByteArray(); // what split() gives behind the last NUL
    QVERIFY2(expected.size() > 1500, qPrintable(QString::number(expected.size())));
    const QByteArrayList lines = read(program, arguments, names);
    QCOMPARE(lines.size(), expected.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines.at(i) == expected.at(i), (expected.at(i) + " was read as " + lines.at(i)).constData());
}

void EnvWriterTest::documentReadsBackWhatItWrites()
{
    int written = 0;
    for (const QByteArray &value : nastyValues(3000)) {
        EnvDocument document("A=old # comment\nB='x'\n");
        const QString text = QString::fromUtf8(value);
        const Result<void> done = document.setValue(QStringLiteral("A"), text);
        if (!done) {
            QCOMPARE(document.bytes(), QByteArray("A=old # comment\nB='x'\n"));
            continue;
        }
        ++written;
        QCOMPARE(document.value(u"A"), std::optional(text));
        QCOMPARE(document.value(u"B"), std::optional(QStringLiteral("x")));
        QVERIFY(document.bytes().endsWith(" # comment\nB='x'\n"));
    }
    QVERIFY2(written > 1200, qPrintable(QString::number(written)));
}

void EnvWriterTest::bytesThatAreNotUtf8AreOnlySafeForComposeAndSh()
{
    const QByteArray value("K\xf6ln");
    QVERIFY(EnvWriter::safe(EnvStyle::Plain, EnvConsumer::Compose, value));
    QVERIFY(EnvWriter::safe(EnvStyle::Plain, EnvConsumer::Sh, value));
    for (const EnvConsumer consumer :
        { EnvConsumer::PythonDotenv, EnvConsumer::NodeDotenv, EnvConsumer::Systemd, EnvConsumer::DockerEnvFile })
        QVERIFY(!EnvWriter::safe(EnvStyle::Plain, consumer, value));
}

void EnvWriterTest::dockerLineLimit()
{
    QVERIFY(EnvWriter::safe(EnvStyle::Plain, EnvConsumer::DockerEnvFile, QByteArray(65533, 'x')));
    QVERIFY(!EnvWriter::safe(EnvStyle::Plain, EnvConsumer::DockerEnvFile, QByteArray(65534, 'x')));
}

QTEST_GUILESS_MAIN(EnvWriterTest)
#include "tst_envwriter.moc"
