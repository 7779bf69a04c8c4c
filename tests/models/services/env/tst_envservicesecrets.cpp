// SPDX-License-Identifier: GPL-3.0-or-later
#include "envservicetextfixture.h"

using namespace pilothouse;

/// Secrets in the file edited as text: no edit can cut one or bring one to light.
class EnvServiceSecretsTest : public EnvServiceTextFixture
{
    Q_OBJECT
private Q_SLOTS:
    void aHiddenValueCannotBeCutOrExtended();
    void deletingTheLineDeletesTheKeyAndUndoBringsItBack();
    void dotsAreNeverWritten();
    void renamedAndCommentedSecretsStayHidden();
    void aSecretBeingTypedStaysReadableUntilHidden();
    void aShownSecretCanBeEditedAndHides();
    void quotesThatSwallowASecretDoNotShowIt();
    void randomEditsKeepEverySecretWhole();
};

void EnvServiceSecretsTest::aHiddenValueCannotBeCutOrExtended()
{
    const QByteArray bytes = "A=1\nHF_TOKEN=hf_abcdefghijkl\nB=2\n";
    open(bytes);
    const FormState before = state();
    QSignalSpy refused(m_service.get(), &EnvService::textRefused);
    const int run = state().secretRuns.first().start;
    const int end = run + state().secretRuns.first().length;
    struct Edit
    {
        int position;
        int removed;
        const char *inserted;
    };
    for (const Edit &edit : { Edit{ run + 1, 0, "x" }, Edit{ run, 1, "" }, Edit{ end - 1, 1, "" }, Edit{ run, 0, "x" },
             Edit{ end, 0, "x" }, Edit{ end, 1, "" }, Edit{ run - 1, 1, "" }, Edit{ 0, run + 3, "" }, Edit{ end - 2, 6, "z" },
             Edit{ run, 0, "\"" }, Edit{ end, 0, "\"" } }) {
        m_service->editText(edit.position, edit.removed, text(edit.inserted));
        QVERIFY2(state() == before, qPrintable(QStringLiteral("%1 %2").arg(edit.position).arg(edit.removed)));
    }
    QCOMPARE(refused.size(), 11);
    QVERIFY(!refused.first().first().toString().contains(text("hf_")));
    m_service->editText(end, 0, text(" # mine")); // beside it is fine
    m_service->editText(end, 0, text("\nC=3"));
    QCOMPARE(saved(), QByteArray("A=1\nHF_TOKEN=hf_abcdefghijkl\nC=3 # mine\nB=2\n"));
}

void EnvServiceSecretsTest::deletingTheLineDeletesTheKeyAndUndoBringsItBack()
{
    const QByteArray bytes = "A=1\nHF_TOKEN=hf_abcdefghijkl\nB=2\n";
    open(bytes);
    const int line = at("HF_TOKEN");
    m_service->editText(line, at("B=2") - line, QString());
    QVERIFY(!rowOf(state(), "HF_TOKEN")->present);
    m_service->undo();
    QVERIFY(!state().text.contains(text("hf_")));
    QCOMPARE(rowOf(state(), "HF_TOKEN")->value, text("hf_abcdefghijkl"));
    QVERIFY(!state().canSave);
    const SecretRun run = state().secretRuns.first(); // only the value, replaced by another
    m_service->editText(run.start, run.length, text("hf_new"));
    QCOMPARE(saved(), QByteArray("A=1\nHF_TOKEN=hf_new\nB=2\n"));
}

void EnvServiceSecretsTest::dotsAreNeverWritten()
{
    open("A=1\nHF_TOKEN=hf_abcdefghijkl\n");
    QSignalSpy refused(m_service.get(), &EnvService::textRefused);
    m_service->editText(2, 1, maskedValue());
    m_service->editText(0, 0, text("X_KEY=") + maskedValue() + u'\n');
    QCOMPARE(refused.size(), 2);
    QVERIFY(!state().canUndo);
}

void EnvServiceSecretsTest::renamedAndCommentedSecretsStayHidden()
{
    open("DB_PASSWORD=hunter2\nB=2\n");
    const auto isHidden = [this] { return !state().text.contains(text("hunter2")) && state().text.contains(maskedValue()); };
    m_service->editText(1, 3, QString()); // "DASSWORD" is no name of a secret
    m_service->editText(0, 8, text("PLAIN"));
    QVERIFY(isHidden());
    QVERIFY(rowOf(state(), "PLAIN")->secret);
    QCOMPARE(rowOf(state(), "PLAIN")->value, text("hunter2"));
    m_service->editText(0, 0, text("# "));
    QVERIFY(isHidden());
    m_service->editText(0, 2, QString());
    m_service->setValue(text("B"), text("3"));
    QVERIFY(isHidden());
    m_service->renameKey(text("PLAIN"), text("PLAINER"));
    QVERIFY(isHidden());
    QVERIFY(rowOf(state(), "PLAINER")->secret);
    m_service->commentOut(text("PLAINER"));
    QVERIFY(isHidden());
    QVERIFY(rowOf(state(), "PLAINER")->secret);
    m_service->editText(0, at("B=3"), QString());
    m_service->undo();
    QVERIFY(isHidden());
    m_service->uncomment(text("PLAINER"));
    QVERIFY(isHidden());
    m_service->setValue(text("PLAINER"), text("hunter22"));
    QVERIFY(isHidden());
    QCOMPARE(saved(), QByteArray("PLAINER=hunter22\nB=3\n"));
}

void EnvServiceSecretsTest::aSecretBeingTypedStaysReadableUntilHidden()
{
    open("A=1\n");
    const QString typed = text("API_KEY=se cret");
    for (int i = 0; i < typed.size(); ++i)
        m_service->editText(4 + i, 0, QString(typed.at(i)));
    QCOMPARE(state().text, text("A=1\nAPI_KEY=se cret"));
    QVERIFY(state().secretRuns.first().shown);
    QVERIFY(rowOf(state(), "API_KEY")->secret);
    m_service->hideSecrets();
    QCOMPARE(state().text, text("A=1\nAPI_KEY=") + maskedValue());
    QCOMPARE(rowOf(state(), "API_KEY")->value, text("se cret"));
    m_service->editText(0, 0, text("X_TOKEN=abc\nY_TOKEN=def\n")); // pasted: the cursor is behind them
    QVERIFY(!state().text.contains(text("abc")) && !state().text.contains(text("def")));
    m_service->undo();
    m_service->redo();
    QVERIFY(!state().text.contains(text("def")));
}

void EnvServiceSecretsTest::aShownSecretCanBeEditedAndHides()
{
    open("HF_TOKEN=hf_abcdefghijkl\nB_KEY=two\n");
    m_service->showSecret(at("•") + 1);
    QCOMPARE(state().text, text("HF_TOKEN=hf_abcdefghijkl\nB_KEY=") + maskedValue() + u'\n');
    QVERIFY(state().secretRuns.first().shown && !state().secretRuns.last().shown);
    m_service->editText(at("abc"), 3, text("xyz"));
    QVERIFY(state().text.contains(text("hf_xyzdef")));
    m_service->showSecret(at("•")); // one at a time
    QVERIFY(!state().text.contains(text("hf_")) && state().text.contains(text("two")));
    m_service->hideSecrets();
    QVERIFY(!state().text.contains(text("two")));
    QCOMPARE(saved(), QByteArray("HF_TOKEN=hf_xyzdefghijkl\nB_KEY=two\n"));
}

void EnvServiceSecretsTest::quotesThatSwallowASecretDoNotShowIt()
{
    open("A=1\nHF_TOKEN=hf_abcdefghijkl\nC='x'\n");
    m_service->editText(2, 0, text("'"));
    QVERIFY(!state().text.contains(text("hf_abc")));
    QVERIFY(rowOf(state(), "A")->secret);
    m_service->editText(2, 0, text("z"));
    m_service->editText(3, 1, QString());
    QVERIFY(!state().text.contains(text("hf_abc")));
    QCOMPARE(rowOf(state(), "HF_TOKEN")->value, text("hf_abcdefghijkl"));
}

void EnvServiceSecretsTest::randomEditsKeepEverySecretWhole()
{
    QRandomGenerator random(7);
    const QByteArray first = "SECRET_ONE_q1w2e3r4";
    const QByteArray second = "hf_SECONDsecond0123";
    const QByteArray third = "'THIRD one\nof two lines'";
    const QStringList inserts{ QString(), text("x"), text("\n"), text("#"), text("\""), text("'"), text("="), text(" "),
        text("K=v\n"), text("\\"), text("é"), text("\u2028") };
    for (int round = 0; round < 40; ++round) {
        open("# c\nA_TOKEN=" + first + "\nB=" + second + " # x\nC=\"q\"\nC_KEY=" + third + "\nD=1\n");
        for (int step = 0; step < 40; ++step) {
            const QString before = state().text;
            const QList<SecretRun> runs = state().secretRuns;
            const int from = int(random.bounded(int(before.size()) + 1));
            const int removed = std::min(int(random.bounded(random.bounded(8) == 0 ? 60 : 4)), int(before.size()) - from);
            m_service->editText(from, removed, inserts.at(random.bounded(int(inserts.size()))));
            if (random.bounded(6) == 0)
                m_service->undo();
            if (random.bounded(9) == 0)
                m_service->setValue(text("D"), QString::number(step));
            for (const QByteArray &secret : { first, second, third.mid(1, 9) })
                QVERIFY2(!state().text.contains(QString::fromLatin1(secret.mid(3, 6))), qPrintable(state().text));
            for (const SecretRun &run : state().secretRuns) // runs are dots, all of them
                QVERIFY(state().text.mid(run.start, run.length).startsWith(maskedValue()));
        }
        m_service->hideSecrets();
        // The bytes behind each run of dots are still one of the secrets, whole.
        QMap<QString, QString> seen;
        for (const FormRow &row : state().rows) {
            for (const QByteArray &secret : { first, second }) {
                const QString part = QString::fromLatin1(secret.mid(3, 6));
                if (row.value.contains(part))
                    QVERIFY2(row.value.contains(QString::fromLatin1(secret)) && row.secret, qPrintable(row.spec.key + row.value));
            }
        }
    }
}

QTEST_GUILESS_MAIN(EnvServiceSecretsTest)
#include "tst_envservicesecrets.moc"
