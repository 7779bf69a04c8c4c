// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/composeproject.h"
#include "models/deployment/compose/shellwords.h"
#include "models/deployment/compose/yamlreader.h"
#include "models/deployment/trace/envreading.h"
#include "tests/support/composecase.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace pilothouse;
using namespace Qt::StringLiterals;

// Compose files without the real compose: forms, places, and input that wants to hang or crash us.
class ComposeReadingTest : public QObject
{
    Q_OBJECT

    static std::optional<QString> lookup(const QString &name)
    {
        if (name == QLatin1String("SET"))
            return QStringLiteral("value");
        return name == QLatin1String("EMPTY") ? std::optional(QString()) : std::nullopt;
    }

    static ComposeProject load(const QString &folder, const QStringList &files, const QMap<QString, QString> &environment = {})
    {
        QStringList paths;
        for (const QString &file : files)
            paths << folder + u'/' + file;
        return loadCompose({ folder, paths, environment, {}, readDeploymentFile });
    }

    static ComposeProject loadText(const QByteArray &text, const QMap<QString, QString> &environment = {})
    {
        return loadCompose({ QStringLiteral("/d"), { QStringLiteral("/d/compose.yaml") }, environment, {},
            [&](const QString &path) -> Result<QByteArray> {
                if (path == QLatin1String("/d/compose.yaml"))
                    return text;
                return Error{ QStringLiteral("file.missing"), QStringLiteral("There is no file ") + path, {}, {}, {} };
            } });
    }

private Q_SLOTS:
    void templatesFollowCompose_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"a $SET b"_s << u"a value b"_s;
        QTest::newRow("soft default") << u"${EMPTY:-d}${UNSET:-d}${SET:-d}"_s << u"ddvalue"_s;
        QTest::newRow("hard default") << u"[${EMPTY-d}]${UNSET-d}"_s << u"[]d"_s;
        QTest::newRow("replacement") << u"${SET:+r}[${EMPTY:+r}]${EMPTY+r}"_s << u"r[]r"_s;
        QTest::newRow("nested") << u"${UNSET:-${EMPTY:-${SET}}}"_s << u"value"_s;
        QTest::newRow("escaped") << u"$$SET $${SET}"_s << u"$SET ${SET}"_s;
        QTest::newRow("no variable") << u"5$ $1 $"_s << u"5$ $1 $"_s;
    }

    void templatesFollowCompose()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Result<TemplateText> filled = substituteTemplate(text, lookup);
        QVERIFY(filled);
        QCOMPARE(filled->text, expected);
    }

    void badTemplatesAreErrors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty name") << u"${}"_s << u"compose.template"_s;
        QTest::newRow("open") << u"${SET"_s << u"compose.template"_s;
        QTest::newRow("digit") << u"${1A}"_s << u"compose.template"_s;
        QTest::newRow("assignment") << u"${A:=x}"_s << u"compose.template"_s;
        QTest::newRow("line end inside") << u"${A:-x\ny}"_s << u"compose.template"_s;
        QTest::newRow("required") << u"${UNSET:?say it}"_s << u"compose.required"_s;
        QTest::newRow("required, empty") << u"${EMPTY:?}"_s << u"compose.required"_s;
        QTest::newRow("required in an unused default") << u"${SET:-${UNSET?}}"_s << u"compose.required"_s;
        QTest::newRow("bottomless") << QStringLiteral("${A:-").repeated(1000) + QStringLiteral("}").repeated(1000)
                                    << u"compose.depth"_s;
    }

    void badTemplatesAreErrors()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const Result<TemplateText> filled = substituteTemplate(text, lookup);
        QVERIFY(!filled);
        QCOMPARE(filled.error().code, code);
    }

    void usesSayWhoDecides()
    {
        const Result<TemplateText> filled = substituteTemplate(QStringLiteral("x${SET:-${OTHER}}"), lookup);
        QVERIFY(filled);
        QCOMPARE(filled->uses.size(), 2);
        QVERIFY(filled->uses[0].decides);
        QCOMPARE(filled->text.mid(filled->uses[0].start, filled->uses[0].length), u"value"_s);
        QVERIFY(!filled->uses[1].decides);
    }

    void longTextOfVariablesEndsSoon()
    {
        QElapsedTimer timer;
        timer.start();
        (void)substituteTemplate(QStringLiteral("${UNSET:-x}").repeated(90'000), lookup);
        (void)substituteTemplate(QStringLiteral("${A:-").repeated(200'000), lookup);
        (void)substituteTemplate(QStringLiteral("${").repeated(500'000) + QStringLiteral("}"), lookup);
        const QString grown = QString(60'000, u'x');
        QVERIFY(!substituteTemplate(QStringLiteral("$A").repeated(1000), [&](const QString &) { return std::optional(grown); }));
        QVERIFY2(timer.elapsed() < 20'000, "quadratic");
    }

    void scalarsArePrintedAsGoDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        for (const auto &[text, expected] : std::initializer_list<std::pair<const char *, const char *>>{ { "0.90", "0.9" },
                 { "1000000.0", "1e+06" }, { "0x1F", "31" }, { "017", "15" }, { "0o17", "15" }, { "089", "89" },
                 { "1_000", "1000" }, { "TRUE", "true" }, { "yes", "yes" }, { "1.2.3", "1.2.3" }, { "-0", "0" }, { ".5", "0.5" },
                 { "18446744073709551616", "1.8446744073709552e+19" } })
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    }

    void scalarsArePrintedAsGoDoes()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(plainScalar(text).text, expected);
    }

    void wordsFollowCompose()
    {
        const auto words = shellWords(QStringLiteral("run --name 'a b' \"c d\"e f\\ g \"\" ; rest"));
        QVERIFY(words);
        QStringList texts;
        for (const ShellWord &word : *words)
            texts << word.text;
        QCOMPARE(texts, (QStringList{ u"run"_s, u"--name"_s, u"a b"_s, u"c de"_s, u"f g"_s, u""_s }));
        QVERIFY(!shellWords(QStringLiteral("run 'open")));
    }

    void placesAreLinesOfTheFile()
    {
        const ComposeProject project
            = loadText("services:\n  a:\n    image: i\n    command: |\n      x\n      --m $M\n      --n ${N}\n"
                       "    environment:\n      - A=$M\n      - B\n",
                { { QStringLiteral("M"), QStringLiteral("m") } });
        QVERIFY(project.faults.isEmpty());
        const ComposeService &service = project.services.constFirst();
        QCOMPARE(service.command->at(2).uses.constFirst().line, 6);
        QCOMPARE(service.command->at(4).uses.constFirst().line, 7);
        QVERIFY(service.command->at(4).dropped);
        QCOMPARE(service.environment[0].place, (TracePlace{ QStringLiteral("compose.yaml"), 9 }));
        QVERIFY(service.environment[1].passThrough);
    }

    void faultsNameTheLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("template") << QByteArray("services:\n  a:\n    image: i\n    command: ${}\n") << 4;
        QTest::newRow("yaml") << QByteArray("services:\n  a: {b: \"c\n") << 3;
        QTest::newRow("duplicate") << QByteArray("services:\n  a: {image: i}\n  a: {image: j}\n") << 3;
        QTest::newRow("extends") << QByteArray("services:\n  a:\n    extends: gone\n") << 3;
        QTest::newRow("extends in a circle") << QByteArray("services:\n  a:\n    extends: a\n") << 3;
        QTest::newRow("include") << QByteArray("include:\n  - gone.yaml\n") << 0;
        QTest::newRow("env_file") << QByteArray("services:\n  a:\n    image: i\n    env_file: gone.env\n") << 4;
        QTest::newRow("port") << QByteArray("services:\n  a:\n    image: i\n    ports:\n      - 1:2:x\n") << 5;
        QTest::newRow("merge") << QByteArray("services:\n  a:\n    <<: text\n") << 2;
        QTest::newRow("recursive alias") << QByteArray("a: &x\n  b: *x\n") << 2;
    }

    void faultsNameTheLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const ComposeProject project = loadText(text);
        QVERIFY(!project.faults.isEmpty());
        QVERIFY(!project.faults.constFirst().message.isEmpty());
        QVERIFY2(
            qAbs(project.faults.constFirst().place.line - line) <= 1, QByteArray::number(project.faults.constFirst().place.line));
    }

    void hostileFilesEndInAnError_data()
    {
        QTest::addColumn<QByteArray>("text");
        QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1);
            bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + (before + ", ").repeated(8) + before
                + "]\n";
        }
        QTest::newRow("alias bomb") << bomb;
        QTest::newRow("deep lists") << QByteArray("[").repeated(200'000);
        QTest::newRow("deep maps") << QByteArray("{a: ").repeated(100'000);
        QByteArray stairs;
        for (int i = 0; i < 500; ++i)
            stairs += QByteArray(" ").repeated(i) + "a:\n";
        QTest::newRow("deep blocks") << stairs;
        QTest::newRow("large") << "a: " + QByteArray("x").repeated(2'000'000);
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe\x01services", 12);
        QTest::newRow("tags") << QByteArray("!<tag:").repeated(1000);
        QTest::newRow("itself") << QByteArray("include: [compose.yaml]\nservices: {}\n");
    }

    void hostileFilesEndInAnError()
    {
        QFETCH(QByteArray, text);
        QElapsedTimer timer;
        timer.start();
        const ComposeProject project = loadText(text);
        QVERIFY(!project.faults.isEmpty());
        QVERIFY2(timer.elapsed() < 20'000, "it takes too long");
    }

    void oddShapesDoNotCrash_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : { "", "---\n---\n", "services:\n", "services: []\n", "services: {a: }\n", "services: {a: []}\n",
                 "services: {a: {environment: 5, command: {}, ports: x, env_file: {}, build: [], volumes: {}, deploy: [], gpus: "
                 "all}}\n",
                 "services: {a: {extends: {}, image: [x]}}\n", "include: x\n", "include: [{}]\n", "include: [[]]\n",
                 "services: {a: {extends: {service: [a], file: {}}}}\n", "? [a]\n: b\n", "*x\n", "services: {a: !reset {}}\n",
                 "services: {a: {ports: [null, {}, []], profiles: {a: b}, healthcheck: {test: {}}}}\n",
                 "secrets: {a: {environment: []}}\n" })
            QTest::addRow("%s", text) << QByteArray(text);
    }

    void oddShapesDoNotCrash()
    {
        QFETCH(QByteArray, text);
        (void)loadText(text);
    }

    void everyPrefixOfTheCasesIsHarmless()
    {
        for (const QString &name : ComposeCase::names()) {
            for (const auto &[path, content] : ComposeCase::read(name).contents) {
                if (!path.endsWith(QLatin1String("ml")))
                    continue;
                const QByteArray bytes = content.toUtf8();
                for (qsizetype end = 0; end < bytes.size(); end += 7)
                    (void)loadText(bytes.first(end));
            }
        }
    }

    void fifoIsNotWaitedFor()
    {
        QTemporaryDir folder;
        QCOMPARE(mkfifo(qPrintable(folder.filePath(QStringLiteral("compose.yaml"))), 0600), 0);
        const ComposeProject project = load(folder.path(), { QStringLiteral("compose.yaml") });
        QCOMPARE(project.faults.size(), 1);
    }

    void rawEnvFilesKeepQuotes()
    {
        const auto lines = readEnvFile("A=\"x\" # c\n B=$C\nD\n", EnvFileFormat::Raw, lookup);
        QCOMPARE(lines[0].value, QStringLiteral("\"x\" # c"));
        QCOMPARE(lines[1].key, QStringLiteral("B"));
        QVERIFY(!lines[2].value);
    }
};

QTEST_GUILESS_MAIN(ComposeReadingTest)
#include "tst_composereading.moc"
