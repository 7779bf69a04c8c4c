// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/tracewords.h"

#include <QTest>

using namespace pilothouse;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

TraceReader reader(const char *file, int line, const char *service, const char *variable)
{
    TraceReader reader;
    reader.kind = TraceReaderKind::Environment;
    reader.place = { text(file), line };
    reader.service = text(service);
    reader.variable = text(variable);
    reader.effective = text("hf_secret");
    return reader;
}

} // namespace

/// The few words beside a field, and which programs read the file.
class TestTraceWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliedKeyNamesWhatItBecomes()
    {
        KeyTrace key;
        key.verdict = TraceVerdict::Applies;
        TraceReader other = reader("compose.old.yml", 3, "vllm", "LEN");
        other.active = false;
        TraceReader flag = reader("docker-compose.yml", 14, "vllm", "");
        flag.flag = text("--max-model-len");
        flag.consumed = flag.takesValue = true;
        key.readers = { other, flag };
        const TraceMark mark = traceMark(key);
        QCOMPARE(mark.verdict, TraceMark::Verdict::Applies);
        QCOMPARE(mark.sentence, text("applies: --max-model-len of vllm"));
        QCOMPARE(mark.place, text("docker-compose.yml:14"));
        QCOMPARE(mark.path,
            QStringList({ text("compose.old.yml:3 → LEN of vllm (not in use)"),
                text("docker-compose.yml:14 → --max-model-len of vllm") }));
    }

    void shadowedKeyNamesWhatBeatsIt()
    {
        KeyTrace key;
        key.verdict = TraceVerdict::Shadowed;
        key.by = { text("docker-compose.yml"), 7 };
        QCOMPARE(traceMark(key).sentence, text("shadowed by docker-compose.yml"));
        QCOMPARE(traceMark(key).place, text("docker-compose.yml:7"));
        key.by = { QString::fromLatin1(shellEnvironmentPlace), 0 };
        QVERIFY(traceMark(key).sentence.contains(text("shell")));
        QVERIFY(traceMark(key).place.isEmpty());
    }

    void deadKeySaysWhereItArrives()
    {
        KeyTrace key;
        key.verdict = TraceVerdict::Dead;
        key.readers = { reader("docker-compose.yml", 9, "vllm", "VLLM_ENABLE_FP8") };
        QCOMPARE(traceMark(key).sentence, text("arrives as VLLM_ENABLE_FP8 of vllm, nothing uses it"));
    }

    void valuesAreNeverInTheWords()
    {
        KeyTrace key;
        key.secret = true;
        key.value = key.effective = text("hf_secret");
        for (const TraceVerdict verdict :
            { TraceVerdict::Applies, TraceVerdict::Shadowed, TraceVerdict::Unused, TraceVerdict::Dead }) {
            key.verdict = verdict;
            key.readers = { reader("docker-compose.yml", 9, "backend", "HF_TOKEN") };
            const TraceMark mark = traceMark(key);
            QVERIFY(!(mark.sentence + mark.place + mark.path.join(QChar())).contains(text("hf_secret")));
        }
    }

    void manyReadersAreCut()
    {
        KeyTrace key;
        for (int i = 1; i <= 20; ++i)
            key.readers << reader("docker-compose.yml", i, "backend", "A");
        QCOMPARE(traceMark(key).path.size(), 9);
        QVERIFY(traceMark(key).path.last().contains(text("12")));
    }

    void consumersAreThoseOfTheDeployment()
    {
        ConfigTrace trace;
        QVERIFY(consumersOf(trace).isEmpty());
        trace.consumers.compose = true;
        trace.consumers.systemd = true;
        QCOMPARE(consumersOf(trace).size(), 2);
        QVERIFY(consumersOf(trace).contains(EnvConsumer::Compose) && consumersOf(trace).contains(EnvConsumer::Systemd));
    }
};

QTEST_GUILESS_MAIN(TestTraceWords)
#include "tst_tracewords.moc"
