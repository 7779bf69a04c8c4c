// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envdocument.h"
#include "models/env/envwriter.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace pilothouse;

namespace {

QList<QByteArray> fixtures()
{
    QList<QByteArray> contents;
    QDir folder(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/fixtures/env"));
    for (const QFileInfo &info : folder.entryInfoList(QDir::Files | QDir::Hidden, QDir::Name)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            contents << file.readAll();
    }
    return contents;
}

/// One edit that may change only [from, from + length) of the old bytes; returns the bytes that came instead.
bool onlyDiffersAt(const QByteArray &old, const QByteArray &now, qsizetype from, qsizetype to)
{
    const qsizetype tail = old.size() - to;
    return now.size() >= from + tail && now.first(from) == old.first(from) && now.last(tail) == old.last(tail);
}

} // namespace

class EnvDocumentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesAreReadAsComposeAndPythonDotenvDo_data();
    void valuesAreReadAsComposeAndPythonDotenvDo();
    void anyBytesComeOutUnchanged();
    void editingEachKeyTouchesOnlyItsValue();
    void styleIsKeptWhileItIsSafe_data();
    void styleIsKeptWhileItIsSafe();
    void newKeyGoesToTheEndWithTheLineEndingOfTheFile_data();
    void newKeyGoesToTheEndWithTheLineEndingOfTheFile();
    void lastDuplicateWinsAndIsEdited();
    void unsetRemovesEveryLineOfTheKey();
    void keepLastDropsTheEarlierLines();
    void linesThatAreNoStatementAreNamed();
    void unterminatedQuoteEndsWithItsLine();
    void unwritableValueIsRefusedWithTheReaderNamed();
    void editThatWouldSwallowOtherLinesIsRefused();
    void badKeyIsRefused();
    void referencesStayReferences();
    void emptyValueBeforeACommentStaysEmpty();
    void sameValueChangesNothing();
};

void EnvDocumentTest::valuesAreReadAsComposeAndPythonDotenvDo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QByteArray &bytes, const char *value, int line = 1) {
        QTest::newRow(name) << bytes << QString::fromUtf8(value) << line;
    };
    row("plain", "A=x\n", "x");
    row("no final newline", "A=x", "x");
    row("crlf", "#c\r\nA=x\r\n", "x", 2);
    row("bom",
        "\xef\xbb\xbf"
        "A=x\n",
        "x");
    row("export", "export A=x\n", "x");
    row("export with tab", " export\tA=x\n", "x");
    row("blanks around", "  A = x y \t\n", "x y");
    row("comment", "A=x #c\n", "x");
    row("comment after tab", "A=x\t#c\n", "x");
    row("hash inside", "A=x#c\n", "x#c");
    row("hash only", "A=#c\n", "#c");
    row("hash after blank", "A= #c\n", "#c");
    row("empty", "A=\n", "");
    row("empty with blanks", "A=  \t\r\n", "");
    row("single", "A='x #y' # c\n", "x #y");
    row("double", "A=\"x #y\"# c\n", "x #y");
    row("double escapes", R"(A="a\"b\\c\nd\te\$f\qg")", "a\"b\\c\nd\te$f\\qg");
    row("single escape", R"(A='it\'s \n')", "it's \\n");
    row("multi-line", "B=1\nA='x\ny'\nC=2\n", "x\ny", 2);
    row("after multi-line", "B='x\ny'\nA=2\n", "2", 3);
    row("reference is not expanded", "A=${B:-c}/$D\n", "${B:-c}/$D");
    row("unicode space at the end", "A=x\xc2\xa0\xe2\x80\x83\n", "x");
    row("non-ascii", "A=за\xd0\xbf\xd1\x83\xd1\x81\xd0\xba\n", "запуск");
    row("equals inside", "A=b=c==\n", "b=c==");
    row("quote inside", "A=b\"c'd\n", "b\"c'd");
    row("empty quotes", "A=''\n", "");
    row("text after the quote", "A=\"x\"y\n", "x");
}

void EnvDocumentTest::valuesAreReadAsComposeAndPythonDotenvDo()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, value);
    QFETCH(int, line);
    const EnvDocument document(bytes);
    QCOMPARE(document.value(u"A"), std::optional(value));
    QCOMPARE(document.line(u"A"), line);
    QByteArray arena;
    QCOMPARE(document.valueOf(*document.find(u"A"), arena).toByteArray(), value.toUtf8());
}

void EnvDocumentTest::anyBytesComeOutUnchanged()
{
    QList<QByteArray> inputs = fixtures();
    QVERIFY(inputs.size() >= 20);
    inputs << QByteArray("\0A=\xff\xfe\r\r\n='\"", 11) << "="
           << "\n\n"
           << "\xef\xbb\xbf"
           << "A='\nB=\"\n"
           << "export "
           << "A=\\";
    for (const QByteArray &bytes : inputs) {
        const EnvDocument document(bytes);
        QCOMPARE(document.bytes(), bytes);
        qsizetype end = 0;
        for (const EnvEntry &entry : document.entries()) {
            QVERIFY(end <= entry.start && entry.start <= entry.keyStart && entry.keyStart < entry.keyEnd);
            QVERIFY(!entry.assigned || (entry.keyEnd < entry.valueStart && entry.valueStart <= entry.valueEnd));
            QVERIFY(entry.valueEnd <= entry.end && entry.end <= bytes.size());
            end = entry.end;
        }
    }
}

void EnvDocumentTest::editingEachKeyTouchesOnlyItsValue()
{
    int edits = 0;
    for (const QByteArray &bytes : fixtures()) {
        const EnvDocument before(bytes);
        if (std::any_of(before.entries().begin(), before.entries().end(), [](const EnvEntry &e) { return e.unterminated; }))
            continue; // its open quote may refuse an edit: editThatWouldSwallowOtherLinesIsRefused
        for (const QString &key : before.keys()) {
            for (const QString &value :
                { QStringLiteral("42"), QStringLiteral("two words"), QString(), QStringLiteral("it's") }) {
                EnvDocument after = before;
                const EnvEntry entry = *before.find(key);
                const Result<void> done = after.setValue(key, value);
                QVERIFY2(done.hasValue(),
                    qPrintable(key + QStringLiteral(": ") + value + QStringLiteral(" in ")
                        + QString::fromLatin1(bytes.toPercentEncoding(" =\n\"#")) + done.error().message));
                QCOMPARE(after.value(key), std::optional(value));
                QVERIFY(onlyDiffersAt(bytes, after.bytes(), entry.valueStart, entry.valueEnd));
                for (const QString &other : before.keys())
                    QVERIFY(other == key || after.value(other) == before.value(other));
                ++edits;
            }
        }
    }
    QVERIFY2(edits > 300, qPrintable(QString::number(edits)));
}

void EnvDocumentTest::styleIsKeptWhileItIsSafe_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const char *value, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QString::fromUtf8(value) << QByteArray(after);
    };
    row("plain", "A=x  # c\n", "y", "A=y  # c\n");
    row("double stays", "A=\"x y\" # c\n", "z", "A=\"z\" # c\n");
    row("single stays", "export A='x y'\r\n", "a b c", "export A='a b c'\r\n");
    row("plain needs quotes", "A=x # c\n", "a b", "A='a b' # c\n");
    row("single to double", "A='x'\n", "it's", "A=\"it's\"\n");
    row("double with dollar", "A=\"x\"\n", "pa$$word", "A='pa$$word'\n");
    row("hash", "A=x\n", "a#b", "A='a#b'\n");
    row("both quotes", "A=x\n", "it's \"x\"", "A=\"it's \\\"x\\\"\"\n");
    row("line break", "A=x\nB=1\n", "1\n2", "A='1\n2'\nB=1\n");
    row("blanks around equals", " A = x \n", "y", " A = y \n");
    row("no final newline", "A=x", "y", "A=y");
}

void EnvDocumentTest::styleIsKeptWhileItIsSafe()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, value);
    QFETCH(QByteArray, after);
    EnvDocument document(before);
    QVERIFY(document.setValue(QStringLiteral("A"), value));
    QCOMPARE(document.bytes(), after);
}

void EnvDocumentTest::newKeyGoesToTheEndWithTheLineEndingOfTheFile_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("lf") << QByteArray("A=1\n") << QByteArray("A=1\nN=v\n");
    QTest::newRow("crlf") << QByteArray("A=1\r\n") << QByteArray("A=1\r\nN=v\r\n");
    QTest::newRow("no newline") << QByteArray("A=1") << QByteArray("A=1\nN=v\n");
    QTest::newRow("crlf, no newline") << QByteArray("A=1\r\nB=2") << QByteArray("A=1\r\nB=2\r\nN=v\r\n");
    QTest::newRow("empty") << QByteArray() << QByteArray("N=v\n");
    QTest::newRow("bom") << QByteArray("\xef\xbb\xbf") << QByteArray("\xef\xbb\xbfN=v\n");
}

void EnvDocumentTest::newKeyGoesToTheEndWithTheLineEndingOfTheFile()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    EnvDocument document(before);
    QVERIFY(document.setValue(QStringLiteral("N"), QStringLiteral("v")));
    QCOMPARE(document.bytes(), after);
}

void EnvDocumentTest::lastDuplicateWinsAndIsEdited()
{
    EnvDocument document("A=1\nA=2 # two\nB=3\nA\n");
    QCOMPARE(document.value(u"A"), std::optional(QStringLiteral("2")));
    QCOMPARE(document.line(u"A"), 2);
    QVERIFY(document.setValue(QStringLiteral("A"), QStringLiteral("9")));
    QCOMPARE(document.bytes(), QByteArray("A=1\nA=9 # two\nB=3\nA\n"));
    QCOMPARE(document.keys(), QStringList({ QStringLiteral("A"), QStringLiteral("B") }));
}

void EnvDocumentTest::unsetRemovesEveryLineOfTheKey()
{
    EnvDocument document("\xef\xbb\xbf"
                         "A=1\n# A\nexport A='2\n3'\nB=3");
    QVERIFY(document.unset(QStringLiteral("A")));
    QCOMPARE(document.bytes(), QByteArray("\xef\xbb\xbf# A\nB=3"));
    QVERIFY(document.unset(QStringLiteral("missing")));
    QCOMPARE(document.bytes(), QByteArray("\xef\xbb\xbf# A\nB=3"));
    EnvDocument strayBom("A=1\n\xef\xbb\xbf"
                         "A=2\n");
    QVERIFY(strayBom.unset(QStringLiteral("A")));
    QVERIFY(!strayBom.has(QStringLiteral("A")));
    QCOMPARE(strayBom.bytes(),
        QByteArray("\n\xef\xbb\xbf"
                   "A=2\n"));
    EnvDocument shared("A=\"x\" B=2\n");
    QCOMPARE(shared.unset(QStringLiteral("A")).error().code, QStringLiteral("env.line-shared"));
}

void EnvDocumentTest::keepLastDropsTheEarlierLines()
{
    EnvDocument document("A=1\nB=2\nA=3\nA=4");
    document.keepLast(QStringLiteral("A"));
    QCOMPARE(document.bytes(), QByteArray("B=2\nA=4"));
}

void EnvDocumentTest::linesThatAreNoStatementAreNamed()
{
    const EnvDocument document("A=1\njust words\n=x\nexport B\nC\n; note\nA/B=1\n");
    QCOMPARE(document.strangeLines(), std::vector<int>({ 2, 3, 6, 7 }));
    QCOMPARE(document.keys(), QStringList({ QStringLiteral("A") }));
}

void EnvDocumentTest::unterminatedQuoteEndsWithItsLine()
{
    EnvDocument document("A='x\nB=2\n");
    QVERIFY(document.find(u"A")->unterminated);
    QCOMPARE(document.value(u"B"), std::optional(QStringLiteral("2")));
    QVERIFY(document.setValue(QStringLiteral("A"), QStringLiteral("x")));
    QCOMPARE(document.bytes(), QByteArray("A=x\nB=2\n"));
}

void EnvDocumentTest::unwritableValueIsRefusedWithTheReaderNamed()
{
    EnvDocument document("A=x\n");
    const Result<void> done = document.setValue(QStringLiteral("A"), QStringLiteral("C:\\dir\\"));
    QVERIFY(!done.hasValue());
    QCOMPARE(done.error().code, QStringLiteral("env.unwritable"));
    QVERIFY2(done.error().cause.contains(QLatin1String("sh")), qPrintable(done.error().cause));
    QCOMPARE(document.bytes(), QByteArray("A=x\n"));
}

void EnvDocumentTest::editThatWouldSwallowOtherLinesIsRefused()
{
    // The quote left open in line 1 would end at the quote that the new value brings.
    EnvDocument document("A='open\nB=2\nC=3\n");
    const Result<void> done = document.setValue(QStringLiteral("C"), QStringLiteral("two words"));
    QVERIFY(!done.hasValue());
    QCOMPARE(document.bytes(), QByteArray("A='open\nB=2\nC=3\n"));
    QVERIFY(document.setValue(QStringLiteral("C"), QStringLiteral("4")));
}

void EnvDocumentTest::badKeyIsRefused()
{
    EnvDocument document;
    for (const char *key : { "", "1A", "A B", "A=B", "A\nB", "__proto__", "ключ" })
        QCOMPARE(document.setValue(QString::fromUtf8(key), QStringLiteral("x")).error().code, QStringLiteral("env.bad-key"));
    QVERIFY(document.bytes().isEmpty());
}

void EnvDocumentTest::referencesStayReferences()
{
    EnvDocument document("A=http://${HOST}:8000/v1\nB=\"$DIR/x\"\nC=plain\n");
    QVERIFY(document.setValue(QStringLiteral("A"), QStringLiteral("http://${HOST}:8001/v1")));
    QVERIFY(document.setValue(QStringLiteral("B"), QStringLiteral("$DIR/y z")));
    QVERIFY(document.setValue(QStringLiteral("C"), QStringLiteral("$DIR")));
    QCOMPARE(document.bytes(), QByteArray("A=http://${HOST}:8001/v1\nB=\"$DIR/y z\"\nC='$DIR'\n"));
}

void EnvDocumentTest::emptyValueBeforeACommentStaysEmpty()
{
    EnvDocument document("A=x # comment\n");
    QVERIFY(document.setValue(QStringLiteral("A"), QString()));
    QCOMPARE(document.bytes(), QByteArray("A='' # comment\n"));
    EnvDocument blanks("A= \t\n");
    QVERIFY(blanks.setValue(QStringLiteral("A"), QStringLiteral("x")));
    QCOMPARE(blanks.value(u"A"), std::optional(QStringLiteral("x")));
    QCOMPARE(blanks.bytes(), QByteArray("A=x \t\n"));
}

void EnvDocumentTest::sameValueChangesNothing()
{
    EnvDocument document("A=\"a\\\\b\"\n");
    QVERIFY(document.setValue(QStringLiteral("A"), QStringLiteral("a\\b")));
    QCOMPARE(document.bytes(), QByteArray("A=\"a\\\\b\"\n"));
}

QTEST_APPLESS_MAIN(EnvDocumentTest)
#include "tst_envdocument.moc"
