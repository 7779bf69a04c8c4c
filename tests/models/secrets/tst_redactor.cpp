// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/redactor.h"

#include <QTest>

using namespace pilothouse;

class RedactorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secretKeysAreKnownByName_data();
    void secretKeysAreKnownByName();
    void valuesOfSecretKeysAreMasked();
    void shapesAreMaskedWithoutValues_data();
    void shapesAreMaskedWithoutValues();
    void ordinaryTextStaysAsItIs_data();
    void ordinaryTextStaysAsItIs();
    void longerValueLeavesNoRest();
};

void RedactorTest::secretKeysAreKnownByName_data()
{
    QTest::addColumn<bool>("secret");
    for (const char *key : { "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "VLLM_API_KEY", "QDRANT_API_KEY", "DB_PASSWORD", "OPENAI_KEY",
                             "MY_SECRET", "PROXY_AUTH", "openai_api_key", "POSTGRES_PASSWORD_FILE_PASSWORD" })
        QTest::newRow(key) << true;
    for (const char *key : { "LLM_MAX_TOKENS", "LLM_MODEL", "VLLM_MAX_MODEL_LEN", "OLLAMA_KEEP_ALIVE", "MONKEY", "KEYBOARD",
                             "TOKENIZER", "OLLAMA_HOST" })
        QTest::newRow(key) << false;
}

void RedactorTest::secretKeysAreKnownByName()
{
    QFETCH(bool, secret);
    QCOMPARE(isSecretKey(QString::fromLatin1(QTest::currentDataTag())), secret);
}

void RedactorTest::valuesOfSecretKeysAreMasked()
{
    const Redactor redactor({ { QStringLiteral("VLLM_API_KEY"), QStringLiteral("correct horse") },
                              { QStringLiteral("LLM_MODEL"), QStringLiteral("smollm2:135m") },
                              { QStringLiteral("DB_PASSWORD"), QStringLiteral("short") } });
    QCOMPARE(redactor.redacted(QStringLiteral("key=correct horse, model smollm2:135m, short")),
             QStringLiteral("key=•••, model smollm2:135m, short"));
}

void RedactorTest::shapesAreMaskedWithoutValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("hf") << QStringLiteral("token hf_AbCdEfGhIjKl used") << QStringLiteral("token ••• used");
    QTest::newRow("openai") << QStringLiteral("sk-proj-1234567890abc") << QStringLiteral("•••");
    QTest::newRow("github") << QStringLiteral("x ghp_0123456789abcdef") << QStringLiteral("x •••");
    QTest::newRow("bearer") << QStringLiteral("Authorization: Bearer a.b-c_d==") << QStringLiteral("Authorization: Bearer •••");
    QTest::newRow("user info") << QStringLiteral("GET http://user:pa55@host:1/x") << QStringLiteral("GET http://•••@host:1/x");
}

void RedactorTest::shapesAreMaskedWithoutValues()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    QCOMPARE(Redactor().redacted(text), clean);
}

void RedactorTest::ordinaryTextStaysAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("url") << QStringLiteral("http://127.0.0.1:11434/api/ps");
    QTest::newRow("task-") << QStringLiteral("task-12345678901 done");
    QTest::newRow("mail in text") << QStringLiteral("see https://example.org/a and mail a@b.c");
    QTest::newRow("bearer word") << QStringLiteral("a bearer of news");
    QTest::newRow("empty") << QString();
}

void RedactorTest::ordinaryTextStaysAsItIs()
{
    QFETCH(QString, text);
    QCOMPARE(Redactor().redacted(text), text);
}

void RedactorTest::longerValueLeavesNoRest()
{
    const Redactor redactor({ { QStringLiteral("A_TOKEN"), QStringLiteral("12345678") },
                              { QStringLiteral("B_TOKEN"), QStringLiteral("1234567890") } });
    QCOMPARE(redactor.redacted(QStringLiteral("1234567890/12345678")), QStringLiteral("•••/•••"));
}

QTEST_GUILESS_MAIN(RedactorTest)
#include "tst_redactor.moc"
