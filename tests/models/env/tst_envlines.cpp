// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dangerouskeys.h"
#include "models/env/envdocument_lines.h"

#include <QtTest>

using namespace pilothouse;

namespace {

QString text(const char *word)
{
    return QString::fromUtf8(word);
}

} // namespace

/// Edits of whole lines, and the keys that ask first.
class EnvLinesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void renameChangesOnlyTheName();
    void renameIsRefusedWithAReason();
    void commentOutAndBackGiveTheSameBytes_data();
    void commentOutAndBackGiveTheSameBytes();
    void commentOutTakesEveryLineOfTheKey();
    void handWrittenCommentsComeBack();
    void commentedKeysAreFoundWithTheirLines();
    void proseIsNoCommentedKey();
    void dangerousKeysAreNamed_data();
    void dangerousKeysAreNamed();
};

void EnvLinesTest::renameChangesOnlyTheName()
{
    const EnvDocument document("# top\r\nexport  OLD = 'a b'  # why\r\nB=1\r\nOLD=2");
    const auto bytes = renameKey(document, text("OLD"), text("NEW_NAME"));
    QVERIFY(bytes);
    QCOMPARE(*bytes, QByteArray("# top\r\nexport  NEW_NAME = 'a b'  # why\r\nB=1\r\nNEW_NAME=2"));
}

void EnvLinesTest::renameIsRefusedWithAReason()
{
    const EnvDocument document("A=1\nB=2\n");
    QCOMPARE(renameKey(document, text("A"), text("B")).error().code, text("env.key-exists"));
    QCOMPARE(renameKey(document, text("A"), text("1A")).error().code, text("env.bad-key"));
    QCOMPARE(renameKey(document, text("A"), text("A B")).error().code, text("env.bad-key"));
    QCOMPARE(renameKey(document, text("C"), text("D")).error().code, text("env.no-key"));
    QCOMPARE(commentOut(document, text("C")).error().code, text("env.no-key"));
    QCOMPARE(uncomment(document, 1).error().code, text("env.no-key"));
    const EnvDocument twice("A=1\n# A=2\n");
    QCOMPARE(uncomment(twice, 2).error().code, text("env.key-exists"));
    const EnvDocument shared("A='1' rest\n");
    QCOMPARE(commentOut(shared, text("A")).error().code, text("env.line-shared"));
}

void EnvLinesTest::commentOutAndBackGiveTheSameBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << QByteArray("A=1\nK=v\nB=2\n");
    QTest::newRow("last line without end") << QByteArray("A=1\nK=v");
    QTest::newRow("crlf") << QByteArray("K=v # c\r\nB=2\r\n");
    QTest::newRow("export and blanks") << QByteArray("  export K = 'v'\n");
    QTest::newRow("several lines") << QByteArray("A=1\nK=\"one\ntwo # x\n\nthree\"\nB=2\n");
    QTest::newRow("bom") << QByteArray("\xef\xbb\xbfK=v\nB=1\n");
    QTest::newRow("not utf-8") << QByteArray("A=\xff\nK=\xfe\xfd\nB=1\n");
}

void EnvLinesTest::commentOutAndBackGiveTheSameBytes()
{
    QFETCH(QByteArray, bytes);
    const EnvDocument document(bytes);
    const int line = document.line(u"K");
    const auto out = commentOut(document, text("K"));
    QVERIFY(out);
    const EnvDocument commented(*out);
    QVERIFY(!commented.has(u"K"));
    QCOMPARE(commented.keys().size(), document.keys().size() - 1);
    const auto back = uncomment(commented, line);
    QVERIFY2(back, back ? "" : qPrintable(back.error().message));
    QCOMPARE(*back, bytes);
}

void EnvLinesTest::commentOutTakesEveryLineOfTheKey()
{
    const auto bytes = commentOut(EnvDocument("K=1\nA=2\nK=3\n"), text("K"));
    QVERIFY(bytes);
    QCOMPARE(*bytes, QByteArray("# K=1\nA=2\n# K=3\n"));
}

void EnvLinesTest::handWrittenCommentsComeBack()
{
    QCOMPARE(*uncomment(EnvDocument("#K=1\n"), 1), QByteArray("K=1\n"));
    QCOMPARE(*uncomment(EnvDocument("A=1\n  #K=1 # why\n"), 2), QByteArray("A=1\n  K=1 # why\n"));
    QCOMPARE(uncomment(EnvDocument("# K=\"open\nB=1\n"), 1).error().code, text("env.not-apart"));
}

void EnvLinesTest::commentedKeysAreFoundWithTheirLines()
{
    const EnvDocument document("# one\nA=\"x\ny\"\n\n# K1=a b \nB=1 # C=2\n# export K2=\nC=1\n#K3='q'\n");
    const auto keys = commentedKeys(document);
    QCOMPARE(keys.size(), size_t(3));
    QCOMPARE(keys[0].line, 5);
    QCOMPARE(document.bytes().sliced(keys[0].valueStart, keys[0].valueEnd - keys[0].valueStart), QByteArray("a b"));
    QCOMPARE(keys[1].line, 7);
    QCOMPARE(document.bytes().sliced(keys[1].keyStart, keys[1].keyEnd - keys[1].keyStart), QByteArray("K2"));
    QCOMPARE(keys[2].line, 9);
    const auto part = commentedKeys(document, 2, 2); // between B and C
    QCOMPARE(part.size(), size_t(1));
    QCOMPARE(part[0].line, 7);
}

void EnvLinesTest::proseIsNoCommentedKey()
{
    QVERIFY(commentedKeys(EnvDocument("# set A=1 here\n# 1A=2\n## K=1\n# a-b=1\n#=1\n# A B=1\n")).empty());
}

void EnvLinesTest::dangerousKeysAreNamed_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("dangerous");
    for (const char *key : { "LD_PRELOAD", "LD_AUDIT", "DYLD_INSERT_LIBRARIES", "PATH", "LIBRARY_PATH", "BASH_ENV",
             "BASH_FUNC_x%%", "PYTHONSTARTUP", "PYTHONPATH", "NODE_OPTIONS", "PERL5OPT", "RUBYOPT", "GIT_SSH_COMMAND",
             "DOCKER_HOST", "COMPOSE_FILE", "HTTPS_PROXY", "http_proxy", "ALL_PROXY" })
        QTest::newRow(key) << text("/x") << true;
    for (const char *key :
        { "LLM_MODEL", "NO_PROXY", "PYTHONUNBUFFERED", "MODEL_PATH", "APP_PORT", "ENVIRONMENT", "OLLAMA_HOST" })
        QTest::newRow(key) << text("127.0.0.1") << false;
    QTest::newRow("ENV/production") << text("production") << false;
    QTest::newRow("ENV/~/.shrc") << text("~/.shrc") << true;
    QTest::newRow("OLLAMA_HOST/0.0.0.0") << text("0.0.0.0") << true;
    QTest::newRow("OLLAMA_HOST/0.0.0.0:11434") << text("0.0.0.0:11434") << true;
    QTest::newRow("VLLM_HOST/[::]:80") << text("[::]:80") << true;
    QTest::newRow("HOST/::") << text("::") << true;
    QTest::newRow("OLLAMA_HOST/http://0.0.0.0:1") << text("http://0.0.0.0:1") << true;
    QTest::newRow("BIND_ADDR/*") << text("*") << true;
    QTest::newRow("OLLAMA_HOST/::1") << text("::1") << false;
    QTest::newRow("OLLAMA_HOST/10.0.0.0") << text("10.0.0.0") << false;
    QTest::newRow("OLLAMA_ORIGINS/*") << text("*") << true;
    QTest::newRow("OLLAMA_ORIGINS/http://a,*") << text("http://a,*") << true;
    QTest::newRow("OLLAMA_ORIGINS/http://a") << text("http://a") << false;
}

void EnvLinesTest::dangerousKeysAreNamed()
{
    QFETCH(QString, value);
    QFETCH(bool, dangerous);
    const QString key = QString::fromLatin1(QTest::currentDataTag()).section(u'/', 0, 0);
    const auto danger = dangerOf(key, value, text("en"));
    QCOMPARE(danger.has_value(), dangerous);
    if (!danger)
        return;
    QVERIFY(danger->endsWith(u'.'));
    QVERIFY(*dangerOf(key, value, text("ru")) != *danger);
    QCOMPARE(*dangerOf(key, value, text("xx")), *danger);
}

QTEST_GUILESS_MAIN(EnvLinesTest)
#include "tst_envlines.moc"
