// SPDX-License-Identifier: GPL-3.0-or-later
#include "envservicetextfixture.h"

using namespace pilothouse;

/// The file edited as text: one document, one undo for form and text.
class EnvServiceTextTest : public EnvServiceTextFixture
{
    Q_OBJECT
private Q_SLOTS:
    void typingInTheTextChangesTheForm();
    void formAndTextShareOneUndo();
    void typingIsOneStepAPauseOrAJumpBeginsAnother();
    void undoTellsWhereItWas();
    void bytesThatAreNoTextSurvive();
    void incrementalFormEqualsAFreshOne();
    void linesOfAKeyAreEditedAndUndone();
    void commentedKeysHaveRows();
    void dangersAreToldUntilSaved();
    void readOnlyFilesRefuseText();
    void tracesStayWithTheirRows();
    void tenThousandLinesTakeAKeystrokeQuickly();
};

void EnvServiceTextTest::typingInTheTextChangesTheForm()
{
    open("# top\nA=1\nLLM_TEMPERATURE=0.7\n");
    m_service->editText(at("0.7"), 3, text("3"));
    QCOMPARE(rowOf(state(), "LLM_TEMPERATURE")->value, text("3"));
    QCOMPARE(rowOf(state(), "LLM_TEMPERATURE")->problems.first().id, text("range.LLM_TEMPERATURE"));
    QVERIFY(!state().canSave);
    m_service->editText(at("A=1"), 0, text("NEW=x y\n"));
    QCOMPARE(rowOf(state(), "NEW")->value, text("x y"));
    QCOMPARE(rowOf(state(), "LLM_TEMPERATURE")->line, 4);
    m_service->editText(at("=3"), 2, text("=0.3"));
    QCOMPARE(saved(), QByteArray("# top\nNEW=x y\nA=1\nLLM_TEMPERATURE=0.3\n"));
}

void EnvServiceTextTest::formAndTextShareOneUndo()
{
    open("A=1\nB=2\n");
    m_service->editText(3, 0, text("0"));
    m_service->setValue(text("B"), text("9"));
    m_service->editText(0, 0, text("C=3\n"));
    QCOMPARE(state().text, text("C=3\nA=10\nB=9\n"));
    m_service->undo();
    QCOMPARE(state().text, text("A=10\nB=9\n"));
    m_service->undo();
    QCOMPARE(state().text, text("A=10\nB=2\n"));
    m_service->undo();
    QCOMPARE(state().text, text("A=1\nB=2\n"));
    QVERIFY(!state().canUndo && state().canRedo);
    for (int i = 0; i < 3; ++i)
        m_service->redo();
    QCOMPARE(state().text, text("C=3\nA=10\nB=9\n"));
    QVERIFY(!state().canRedo);
}

void EnvServiceTextTest::typingIsOneStepAPauseOrAJumpBeginsAnother()
{
    open("A=\nB=2\n");
    for (int i = 0; i < 5; ++i)
        m_service->editText(2 + i, 0, text("x"));
    m_service->editText(6, 1, QString()); // backspace
    m_service->editText(5, 1, QString());
    QCOMPARE(state().text, text("A=xxx\nB=2\n"));
    m_service->undo();
    QCOMPARE(state().text, text("A=xxxxx\nB=2\n"));
    m_service->undo();
    QCOMPARE(state().text, text("A=\nB=2\n"));
    m_service->editText(2, 0, text("x"));
    QTest::qWait(1600);
    m_service->editText(3, 0, text("y"));
    m_service->editText(7, 0, text("z"));
    m_service->undo();
    QCOMPARE(state().text, text("A=xy\nB=2\n"));
    m_service->undo();
    QCOMPARE(state().text, text("A=x\nB=2\n"));
    m_service->setValue(text("B"), text("21"));
    m_service->setValue(text("B"), text("212"));
    m_service->undo();
    QCOMPARE(state().text, text("A=x\nB=2\n"));
}

void EnvServiceTextTest::undoTellsWhereItWas()
{
    open("A=1\nB=2\n");
    m_service->editText(7, 0, text("3"));
    QCOMPARE(state().textCursor, -1);
    m_service->undo();
    QCOMPARE(state().textCursor, 7);
    m_service->redo();
    QCOMPARE(state().textCursor, 8);
    m_service->setValue(text("A"), text("2"));
    QCOMPARE(state().textCursor, -1);
}

void EnvServiceTextTest::bytesThatAreNoTextSurvive()
{
    const QByteArray bytes("\xef\xbb\xbf"
                           "A=\xff\xfe\r\nB=a\rb\r\nC=\xe2\x80\xa8x\r\nLLM_MODEL=m\r\nZ=\x01\x7f\xc2\xa0\r\n");
    open(bytes);
    m_service->editText(at("LLM_MODEL=m") + 11, 0, text("é\n#"));
    QByteArray expected = bytes;
    expected.replace("LLM_MODEL=m", "LLM_MODEL=m\xc3\xa9\r\n#");
    QVERIFY(state().crlf && !state().validUtf8);
    QCOMPARE(saved(), expected);
    m_service->undo();
    QCOMPARE(saved(), bytes);
}

void EnvServiceTextTest::incrementalFormEqualsAFreshOne()
{
    QRandomGenerator random(11);
    const QStringList inserts{ QString(), text("x"), text("\n"), text("# K=1\n"), text("\""), text("LLM_MODE=vllm\n"), text("="),
        text(" "), text("A=dup\n"), text("0.5"), text("\n\n") };
    for (int round = 0; round < 25; ++round) {
        open("# c\nLLM_MODE=ollama\nA=1\nB='two'\n#OLD=3\nLLM_TEMPERATURE=0.7\nX_KEY=abc\nD=\"m\nn\"\nE=5\n");
        for (int step = 0; step < 30; ++step) {
            const int size = int(state().text.size());
            const int from = int(random.bounded(size + 1));
            m_service->editText(
                from, std::min(int(random.bounded(3)), size - from), inserts.at(random.bounded(int(inserts.size()))));
            const FormState followed = state();
            m_service->setLanguage(text("en")); // builds everything anew
            FormState fresh = state();
            fresh.textCursor = followed.textCursor;
            for (qsizetype i = 0; i < std::min(fresh.rows.size(), followed.rows.size()); ++i)
                QVERIFY2(fresh.rows.at(i) == followed.rows.at(i), qPrintable(fresh.rows.at(i).spec.key + u'\n' + fresh.text));
            QVERIFY(fresh == followed);
        }
    }
}

void EnvServiceTextTest::linesOfAKeyAreEditedAndUndone()
{
    const QByteArray bytes = "# top\nA=1\n\nB=2 # why\nC=3\n";
    open(bytes);
    QSignalSpy refused(m_service.get(), &EnvService::lineRefused);
    m_service->renameKey(text("B"), text("BETA"));
    m_service->commentOut(text("C"));
    QCOMPARE(state().text, text("# top\nA=1\n\nBETA=2 # why\n# C=3\n"));
    m_service->renameKey(text("A"), text("BETA"));
    QCOMPARE(refused.size(), 1);
    m_service->uncomment(text("C"));
    m_service->unset(text("A"));
    QCOMPARE(state().text, text("# top\n\nBETA=2 # why\nC=3\n"));
    for (int i = 0; i < 4; ++i)
        m_service->undo();
    QVERIFY(!state().canUndo && !state().canSave);
    QCOMPARE(state().text, text(bytes.constData()));
}

void EnvServiceTextTest::commentedKeysHaveRows()
{
    open("A=1\n# CHUNK_SIZE=800\nB=2\n#LLM_TIMEOUT=90\n# B=3\n");
    const FormRow *row = rowOf(state(), "CHUNK_SIZE");
    QVERIFY(row && !row->present && !row->changed && row->commentedLine == 2);
    QCOMPARE(row->commentedValue, text("800"));
    QCOMPARE(rowOf(state(), "LLM_TIMEOUT")->commentedLine, 4);
    QCOMPARE(rowOf(state(), "B")->commentedLine, 0);
    const qsizetype place = state().rows.indexOf(text("CHUNK_SIZE"));
    QCOMPARE(state().rows.at(place - 1).spec.key, text("A"));
    QCOMPARE(state().rows.at(place + 1).spec.key, text("B"));
    QCOMPARE(state().changedCount, 0);
    m_service->uncomment(text("CHUNK_SIZE"));
    QVERIFY(rowOf(state(), "CHUNK_SIZE")->present);
}

void EnvServiceTextTest::dangersAreToldUntilSaved()
{
    open("A=1\nHTTP_PROXY=http://old\n");
    QVERIFY(state().dangers.isEmpty() && state().problems.isEmpty());
    m_service->setValue(text("LD_PRELOAD"), text("/tmp/x.so"));
    m_service->editText(at("old"), 3, text("new"));
    QCOMPARE(state().dangers.size(), 2);
    QVERIFY(state().dangers.last().startsWith(text("LD_PRELOAD: Every program")));
    QCOMPARE(rowOf(state(), "LD_PRELOAD")->problems.first().id, text("key.dangerous"));
    QVERIFY(state().canSave);
    saved();
    QVERIFY(state().dangers.isEmpty());
    QVERIFY(rowOf(state(), "LD_PRELOAD")->problems.isEmpty());
}

void EnvServiceTextTest::readOnlyFilesRefuseText()
{
    open(QByteArray("A=1\n") + QByteArray(11 * 1024 * 1024, 'x'));
    QVERIFY(state().readOnly);
    QSignalSpy refused(m_service.get(), &EnvService::textRefused);
    m_service->editText(0, 1, QString());
    QCOMPARE(refused.size(), 1);
}

void EnvServiceTextTest::tracesStayWithTheirRows()
{
    open("A=1\nB=2\n");
    const TraceMark mark{ TraceMark::Verdict::Dead, text("nothing reads it"), text("compose.yml:3") };
    EnvTrace trace;
    trace.marks.insert(text("B"), mark);
    m_service->setTrace(trace);
    QCOMPARE(rowOf(state(), "B")->trace, std::optional(mark));
    m_service->editText(0, 0, text("C=3\n"));
    QCOMPARE(rowOf(state(), "B")->trace, std::optional(mark));
    m_service->setTrace({});
    QVERIFY(!rowOf(state(), "B")->trace);
}

void EnvServiceTextTest::tenThousandLinesTakeAKeystrokeQuickly()
{
    QByteArray bytes = "LLM_MODEL=m\n";
    for (int n = 0; n < 10'000; ++n)
        bytes += "KEY_" + QByteArray::number(n) + "=value number " + QByteArray::number(n) + "\n";
    open(bytes);
    const auto measure = [this](const char *what, int position, const QStringList &keys) {
        QElapsedTimer timer;
        qint64 worst = 0;
        for (const QString &key : keys) {
            timer.restart();
            m_service->editText(position, 0, key);
            worst = std::max(worst, timer.nsecsElapsed());
            position += int(key.size());
        }
        qInfo("%s: worst %.1f ms", what, double(worst) / 1e6);
    };
    const int middle = at("value number 5000");
    measure("a value", middle, QString(20, u'x').split(QString(), Qt::SkipEmptyParts));
    measure("a key's name", at("KEY_5001="), QString(20, u'X').split(QString(), Qt::SkipEmptyParts));
    measure("a new line", 0, QString(20, u'\n').split(QString(), Qt::SkipEmptyParts));
    measure("a comment", 0, text("# a comment").split(QString(), Qt::SkipEmptyParts));
    QCOMPARE(rowOf(state(), "KEY_9999")->line, 10'021);
    QVERIFY(rowOf(state(), "KEY_5000")->value.startsWith(text("xxxx")));
}

QTEST_GUILESS_MAIN(EnvServiceTextTest)
#include "tst_envservicetext.moc"
