// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/secretkeys.h"
#include "models/services/envservice.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

#include <sys/stat.h>

using namespace pilothouse;

namespace {

QString text(const char *word)
{
    return QString::fromUtf8(word);
}

const FormRow *rowOf(const FormState &state, const char *name)
{
    const auto row = std::find_if(
        state.rows.begin(), state.rows.end(), [&](const FormRow &each) { return each.spec.key == QLatin1String(name); });
    return row == state.rows.end() ? nullptr : &*row;
}

} // namespace

/// The file edited as text: one document, one undo for form and text, and secrets that no edit can cut or bring to light.
class EnvServiceTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_service.reset(); }

    void typingInTheTextChangesTheForm();
    void formAndTextShareOneUndo();
    void typingIsOneStepAPauseOrAJumpBeginsAnother();
    void undoTellsWhereItWas();
    void aHiddenValueCannotBeCutOrExtended();
    void deletingTheLineDeletesTheKeyAndUndoBringsItBack();
    void dotsAreNeverWritten();
    void renamedAndCommentedSecretsStayHidden();
    void aSecretBeingTypedStaysReadableUntilHidden();
    void aShownSecretCanBeEditedAndHides();
    void quotesThatSwallowASecretDoNotShowIt();
    void bytesThatAreNoTextSurvive();
    void randomEditsKeepEverySecretWhole();
    void incrementalFormEqualsAFreshOne();
    void linesOfAKeyAreEditedAndUndone();
    void commentedKeysHaveRows();
    void dangersAreToldUntilSaved();
    void readOnlyFilesRefuseText();
    void tracesStayWithTheirRows();
    void tenThousandLinesTakeAKeystrokeQuickly();

private:
    void open(const QByteArray &bytes);
    const FormState &state() const { return m_service->state(); }
    int at(const char *word) const { return int(state().text.indexOf(text(word))); }
    QByteArray saved();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EnvService> m_service;
};

void EnvServiceTextTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder->filePath(QStringLiteral("state"))));
    m_service = std::make_unique<EnvService>();
    m_service->setLanguage(QStringLiteral("en"));
}

void EnvServiceTextTest::open(const QByteArray &bytes)
{
    QFile file(m_folder->filePath(QStringLiteral(".env")));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QSignalSpy opened(m_service.get(), &EnvService::opened);
    m_service->open(file.fileName());
    QVERIFY(opened.wait());
}

/// What a save writes.
QByteArray EnvServiceTextTest::saved()
{
    QSignalSpy done(m_service.get(), &EnvService::saved);
    m_service->save();
    if (!done.wait())
        return QByteArray("<not saved: ") + state().saveBlockedBy.toUtf8() + '>';
    return m_service->savedBytes();
}

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

void EnvServiceTextTest::aHiddenValueCannotBeCutOrExtended()
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

void EnvServiceTextTest::deletingTheLineDeletesTheKeyAndUndoBringsItBack()
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

void EnvServiceTextTest::dotsAreNeverWritten()
{
    open("A=1\nHF_TOKEN=hf_abcdefghijkl\n");
    QSignalSpy refused(m_service.get(), &EnvService::textRefused);
    m_service->editText(2, 1, maskedValue());
    m_service->editText(0, 0, text("X_KEY=") + maskedValue() + u'\n');
    QCOMPARE(refused.size(), 2);
    QVERIFY(!state().canUndo);
}

void EnvServiceTextTest::renamedAndCommentedSecretsStayHidden()
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

void EnvServiceTextTest::aSecretBeingTypedStaysReadableUntilHidden()
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

void EnvServiceTextTest::aShownSecretCanBeEditedAndHides()
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

void EnvServiceTextTest::quotesThatSwallowASecretDoNotShowIt()
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

void EnvServiceTextTest::randomEditsKeepEverySecretWhole()
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
