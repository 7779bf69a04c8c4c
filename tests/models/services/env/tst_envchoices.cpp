// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/dialect.h"
#include "tests/models/services/env/envfixture.h"

using namespace pilothouse;

namespace {

const QByteArray content = "# desk\nLLM_MODE=ollama\nNOTE=old\nLLM_TIMEOUT=60\nAPI_TOKEN=hush\n";
const QString forNobody = QStringLiteral("it's $HOME"); // no way serves compose, python-dotenv and sh
const QString notForNode = QStringLiteral("it's \"x\" # y"); // one way serves those three, none serves node-dotenv as well

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QString readBy(EnvConsumer consumer, const QByteArray &bytes, const char *name)
{
    const DialectReading reading = readDialect(consumer, bytes, { { "HOME", "/home/user" } });
    const DialectEntry *entry = reading.find(name);
    return entry ? QString::fromUtf8(entry->value) : QStringLiteral("<none>");
}

} // namespace

/// A value that no way of writing gives to all readers: Save waits for the operator's choice. And saving some keys only.
class EnvChoicesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<EnvFixture> m_files;
    std::unique_ptr<EnvService> m_service;

    void readers(const EnvConsumers &consumers)
    {
        EnvTrace trace;
        trace.consumers = consumers;
        m_service->setTrace(trace);
    }
    QList<EnvWriteQuestion> questions() const { return m_service->writeQuestions(); }
    const FormRow *row(const char *name) const
    {
        for (const FormRow &each : m_service->state().rows) {
            if (each.spec.key == QLatin1String(name))
                return &each;
        }
        return nullptr;
    }
    void save()
    {
        QSignalSpy saved(m_service.get(), &EnvService::saved);
        m_service->save();
        QVERIFY(saved.size() > 0 || saved.wait(10'000));
    }

private Q_SLOTS:
    void init()
    {
        m_files = std::make_unique<EnvFixture>();
        m_files->write(content);
        m_service = m_files->open();
        QVERIFY(m_service);
    }
    void cleanup() { m_service.reset(); }

    void valuesForEveryReaderAskNothing()
    {
        readers(allEnvConsumers());
        m_service->setValue(key("NOTE"), key("plain-7"));
        m_service->setValue(key("OTHER"), key("a=b"));
        QVERIFY(questions().isEmpty());
        save();
        QCOMPARE(m_files->disk(), QByteArray(content).replace("NOTE=old", "NOTE=plain-7") + "OTHER=a=b\n");
    }

    void valueForNobodyWaitsForAChoice()
    {
        m_service->setValue(key("NOTE"), forNobody);
        QCOMPARE(row("NOTE")->value, forNobody);
        QCOMPARE(row("NOTE")->problems.first().id, key("value.unwritable"));
        QCOMPARE(row("NOTE")->problems.first().level, ProblemLevel::Warning);
        QVERIFY(m_service->state().canSave);
        QCOMPARE(questions().size(), 1);
        QSignalSpy failed(m_service.get(), &EnvService::failed);
        m_service->save();
        QCOMPARE(failed.size(), 1);
        const Error error = failed.first().first().value<Error>();
        QCOMPARE(error.code, key("env.choice"));
        QVERIFY2(error.detail.contains(key("NOTE='it\\'s $HOME'")), qPrintable(error.detail));
        QCOMPARE(m_files->disk(), content);
        QCOMPARE(row("NOTE")->value, forNobody); // nothing is lost
    }

    void theQuestionSaysWhoGetsWhat()
    {
        m_service->setValue(key("NOTE"), forNobody);
        const EnvWriteQuestion question = questions().first();
        QCOMPARE(question.key, key("NOTE"));
        QVERIFY(question.options.size() >= 4);
        int before = 99;
        for (const EnvWriteOption &option : question.options) {
            QVERIFY2(option.line.startsWith(key("NOTE=")), qPrintable(option.line));
            QVERIFY(option.served <= before);
            QVERIFY(option.served < 3);
            before = option.served;
            // Each statement is what the reader really gets.
            m_service->writeAs(key("NOTE"), option.style);
            for (const EnvReaderGroup &group : option.groups) {
                for (const QString &reader : group.readers) {
                    const EnvConsumer consumer = *envConsumerFromName(reader);
                    const DialectReading reading = readDialect(consumer, m_service->currentBytes(), { { "HOME", "/home/user" } });
                    QCOMPARE(group.gets.startsWith(key("refuses")), reading.refusal().has_value());
                    const bool same = readBy(consumer, m_service->currentBytes(), "NOTE") == forNobody;
                    QVERIFY2(same == group.asTyped || group.gets.contains(key("changes")),
                        qPrintable(option.style + u' ' + reader + u' ' + group.gets));
                }
            }
            m_service->undo();
            m_service->setValue(key("NOTE"), forNobody);
        }
    }

    void aChoiceIsWrittenAndSaved()
    {
        m_service->setValue(key("NOTE"), forNobody);
        m_service->writeAs(key("NOTE"), key("escaped"));
        QVERIFY(questions().isEmpty());
        save();
        QCOMPARE(m_files->disk(), QByteArray(content).replace("NOTE=old", "NOTE=\"it's \\$HOME\""));
        QVERIFY(questions().isEmpty());
        m_service->undo();
        QVERIFY(questions().isEmpty());
    }

    void aReaderBesideTheThreeCounts()
    {
        readers(EnvWriter::coreConsumers());
        m_service->setValue(key("NOTE"), notForNode);
        QVERIFY(questions().isEmpty());
        readers(EnvWriter::coreConsumers() + EnvConsumers{ EnvConsumer::NodeDotenv }); // a package.json has come
        QCOMPARE(questions().size(), 1);
        m_service->setValue(key("NOTE"), key("x"));
        QVERIFY(questions().isEmpty());
        m_service->setValue(key("NOTE"), notForNode);
        const QList<EnvWriteQuestion> asked = questions();
        QCOMPARE(asked.size(), 1);
        const auto backtick = std::find_if(asked.first().options.begin(), asked.first().options.end(),
            [](const EnvWriteOption &option) { return option.style == QLatin1String("backtick"); });
        QVERIFY(backtick != asked.first().options.end());
        const auto served = std::find_if(backtick->groups.begin(), backtick->groups.end(),
            [](const EnvReaderGroup &group) { return group.readers.contains(QStringLiteral("node-dotenv")); });
        QVERIFY(served != backtick->groups.end() && served->asTyped);
        m_service->writeAs(key("NOTE"), key("backtick"));
        QVERIFY(questions().isEmpty());
        QCOMPARE(readBy(EnvConsumer::NodeDotenv, m_service->currentBytes(), "NOTE"), notForNode);
    }

    void textTypedByHandAsksNothing()
    {
        readers(allEnvConsumers());
        const int at = int(m_service->state().text.indexOf(key("NOTE=old"))) + 5;
        m_service->editText(at, 3, QStringLiteral("\"a b\""));
        QVERIFY(questions().isEmpty());
    }

    void secretsStayMasked()
    {
        m_service->setValue(key("API_TOKEN"), QStringLiteral("tok'en $HOME"));
        const EnvWriteQuestion question = questions().first();
        QVERIFY(question.secret);
        for (const EnvWriteOption &option : question.options) {
            QVERIFY2(!option.line.contains(key("tok")), qPrintable(option.line));
            for (const EnvReaderGroup &group : option.groups)
                QVERIFY2(!group.gets.contains(key("tok")), qPrintable(group.gets));
        }
        QSignalSpy failed(m_service.get(), &EnvService::failed);
        m_service->save();
        const Error error = failed.first().first().value<Error>();
        QVERIFY(!(error.message + error.cause + error.detail).contains(key("tok'")));
        QVERIFY(!error.detail.contains(key("tok\\'")));
    }

    void undoTakesAChoiceBack()
    {
        m_service->setValue(key("NOTE"), forNobody);
        m_service->writeAs(key("NOTE"), key("escaped"));
        m_service->undo();
        QCOMPARE(m_service->currentBytes(), content);
        QVERIFY(questions().isEmpty());
        m_service->redo();
        QVERIFY(m_service->currentBytes().contains("NOTE=\"it's \\$HOME\""));
    }

    void someKeysAreSavedAndTheOthersWait()
    {
        m_service->setValue(key("NOTE"), key("new"));
        m_service->setValue(key("LLM_TIMEOUT"), key("90"));
        m_service->setValue(key("ADDED"), key("1"));
        QSignalSpy saved(m_service.get(), &EnvService::saved);
        m_service->saveKeys({ key("NOTE") });
        QVERIFY(saved.wait(10'000));
        QCOMPARE(saved.first().first().toStringList(), QStringList{ key("NOTE") });
        QCOMPARE(m_files->disk(), QByteArray(content).replace("NOTE=old", "NOTE=new"));
        QCOMPARE(m_service->value(key("LLM_TIMEOUT")), key("90"));
        QCOMPARE(m_service->state().changedCount, 2);
        QVERIFY(m_service->state().canSave);
        m_service->undo(); // ADDED
        QCOMPARE(m_service->state().changedCount, 1);
        m_service->redo();
        save();
        QCOMPARE(m_files->disk(), QByteArray(content).replace("NOTE=old", "NOTE=new").replace("=60", "=90") + "ADDED=1\n");
        QCOMPARE(m_service->state().changedCount, 0);
    }

    void aRemovalThatWaitsKeepsItsLineInPlace()
    {
        m_service->unset(key("NOTE"));
        m_service->setValue(key("LLM_TIMEOUT"), key("90"));
        QSignalSpy saved(m_service.get(), &EnvService::saved);
        m_service->saveKeys({ key("LLM_TIMEOUT") });
        QVERIFY(saved.wait(10'000));
        QCOMPARE(m_files->disk(), QByteArray(content).replace("=60", "=90"));
        QCOMPARE(m_service->state().changedCount, 1);
        save();
        QCOMPARE(m_files->disk(), QByteArray(content).replace("=60", "=90").replace("NOTE=old\n", ""));
    }

    void someKeysAreSavedOverAForeignEdit()
    {
        m_service->setValue(key("NOTE"), key("new"));
        m_service->setValue(key("LLM_TIMEOUT"), key("90"));
        m_files->replace(QByteArray(content).replace("LLM_MODE=ollama", "LLM_MODE=none"));
        QSignalSpy saved(m_service.get(), &EnvService::saved);
        m_service->saveKeys({ key("NOTE") });
        QVERIFY(saved.wait(10'000));
        QCOMPARE(
            m_files->disk(), QByteArray(content).replace("LLM_MODE=ollama", "LLM_MODE=none").replace("NOTE=old", "NOTE=new"));
        QCOMPARE(m_service->value(key("LLM_TIMEOUT")), key("90"));
    }

    void aForeignEditOfAWaitingKeyIsAConflict()
    {
        QSignalSpy changed(m_service.get(), &EnvService::changedOnDisk);
        QSignalSpy found(m_service.get(), &EnvService::conflictsFound);
        m_service->setValue(key("NOTE"), forNobody);
        m_service->setValue(key("LLM_TIMEOUT"), key("90"));
        m_files->replace(QByteArray(content).replace("NOTE=old", "NOTE=theirs"));
        QVERIFY(changed.wait(10'000));
        QCOMPARE(row("NOTE")->value, forNobody);
        m_service->writeAs(key("NOTE"), key("escaped"));
        m_service->save();
        QVERIFY(!found.isEmpty() || found.wait(10'000));
        const QList<EnvConflict> conflicts = m_service->conflicts();
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(conflicts.first().key, key("NOTE"));
        QVERIFY(m_files->disk().contains("NOTE=theirs\n"));
    }

    void aForeignEditKeepsAWaitingValue()
    {
        QSignalSpy changed(m_service.get(), &EnvService::changedOnDisk);
        m_service->setValue(key("NOTE"), forNobody);
        m_files->replace(QByteArray(content).replace("=60", "=61"));
        QVERIFY(changed.wait(10'000));
        QCOMPARE(row("NOTE")->value, forNobody);
        QCOMPARE(m_service->value(key("LLM_TIMEOUT")), key("61"));
        QCOMPARE(questions().size(), 1);
    }

    void typingInTheTextKeepsAWaitingValue()
    {
        m_service->setValue(key("NOTE"), forNobody);
        m_service->editText(0, 0, key("#"));
        QCOMPARE(row("NOTE")->value, forNobody);
        QCOMPARE(questions().size(), 1);
    }

    void newQuotesOfALeftOutKeyStayUnsaved()
    {
        m_service->editText(int(m_service->state().text.indexOf(key("old"))), 3, key("'old'"));
        m_service->setValue(key("LLM_TIMEOUT"), key("90"));
        QSignalSpy saved(m_service.get(), &EnvService::saved);
        m_service->saveKeys({ key("LLM_TIMEOUT") });
        QVERIFY(saved.wait(10'000));
        QCOMPARE(m_files->disk(), QByteArray(content).replace("=60", "=90"));
        QVERIFY(m_service->currentBytes().contains("NOTE='old'\n"));
    }

    void resettingOneKeyKeepsTheChoiceOfAnother()
    {
        m_service->setValue(key("NOTE"), forNobody);
        m_service->writeAs(key("NOTE"), key("escaped"));
        m_service->setValue(key("LLM_TIMEOUT"), key("90"));
        m_service->resetKey(key("LLM_TIMEOUT"));
        QCOMPARE(m_service->currentBytes(), QByteArray(content).replace("NOTE=old", "NOTE=\"it's \\$HOME\""));
        QVERIFY(questions().isEmpty());
    }

    void filesBesideATemplateAreNeverReplaced()
    {
        m_service.reset();
        QFile::remove(m_files->path());
        m_files->write("theirs\n", m_files->path("docker-compose.vllm.yml"));
        m_service = m_files->open();
        QSignalSpy failed(m_service.get(), &EnvService::failed);
        const QMap<QString, QByteArray> beside{ { key("a.yml"), "a\n" }, { key("docker-compose.vllm.yml"), "mine\n" } };
        m_service->createFromTemplate("A=1\n", beside);
        QVERIFY(failed.wait(10'000));
        QCOMPARE(failed.first().first().value<Error>().code, key("env.exists"));
        QVERIFY(!QFile::exists(m_files->path()));
        QVERIFY(!QFile::exists(m_files->path("a.yml"))); // nothing half-made
        QFile theirs(m_files->path("docker-compose.vllm.yml"));
        QVERIFY(theirs.open(QIODevice::ReadOnly));
        QCOMPARE(theirs.readAll(), QByteArray("theirs\n"));
        QVERIFY(QFile::remove(m_files->path("docker-compose.vllm.yml")));
        QSignalSpy saved(m_service.get(), &EnvService::saved);
        m_service->createFromTemplate("A=1\n", beside);
        QVERIFY(saved.wait(10'000));
        QCOMPARE(m_files->disk(), QByteArray("A=1\n"));
        QVERIFY(QFile::exists(m_files->path("a.yml")) && QFile::exists(m_files->path("docker-compose.vllm.yml")));
    }
};

QTEST_MAIN(EnvChoicesTest)
#include "tst_envchoices.moc"
