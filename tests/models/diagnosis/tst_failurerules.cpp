// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/diagnosis/failurerules.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace pilothouse;

namespace {

std::optional<KnownFailure> failureOf(const char *line, const char *provider = "", const char *version = "")
{
    return knownFailure({ QLatin1String(provider), QLatin1String(version), 1, { QLatin1String("before"), QLatin1String(line) } },
        QStringLiteral("en"));
}

QString idOf(const char *line, const char *provider = "", const char *version = "")
{
    const auto known = failureOf(line, provider, version);
    return known ? known->id : QString();
}

} // namespace

class FailureRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuredLinesTellTheirCause_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *provider, const char *line, const char *id) {
            QTest::newRow(line) << QString::fromLatin1(provider) << QString::fromLatin1(line) << QString::fromLatin1(id);
        };
        row("ollama", "Error: listen tcp 127.0.0.1:18474: bind: address already in use", "port.in-use");
        row("vllm", "OSError: [Errno 99] Cannot assign requested address", "address.not-local");
        row("vllm", "ValueError: VLLM_PORT 'tcp://10.0.0.1:8000' appears to be a URI. This may be caused by", "port.variable");
        row("vllm", "SafetensorError: Error while deserializing header: incomplete metadata, file not fully covered",
            "model.file-invalid");
        row("ollama", "tensor \"blk.0\" offset+size (12) exceeds file size (10)", "model.file-invalid");
        row("vllm", "Model architectures ['FooForCausalLM'] are not supported for now.", "model.unsupported");
        row("vllm", "RuntimeError: Cannot find any model weights with `/m`", "model.not-found");
        row("vllm", "LocalEntryNotFoundError: Cannot find an appropriate cached snapshot folder", "model.not-cached");
        row("vllm", "OSError: We couldn't connect to 'https://huggingface.co' to load the files", "model.not-cached");
        row("vllm", "OSError: You are trying to access a gated repo.", "model.gated");
        row("vllm", "Available memory on node 0 (17.77/19.84 GiB) on startup is less than desired CPU memory utilization",
            "memory.ram");
        row("vllm", "Free memory on device (3/24 GiB) on startup is less than desired GPU memory utilization (0.9)",
            "memory.gpu-taken");
        row("vllm", "Available memory on node 0 is less than requested memory for kv (1000.0 GiB).", "memory.ram");
        row("vllm", "No available memory for the cache blocks. Try increasing `gpu_memory_utilization`",
            "memory.no-cache-blocks");
        row("vllm", "Total number of attention heads (2) must be divisible by tensor parallel size (3).", "gpu.parallel-heads");
        row("vllm", "ValueError: World size (4) is larger than the number of available GPUs (1) in this node.", "gpu.count");
        row("vllm", "('Quantization scheme is not supported for ', 'the current GPU. Min capability: 89. ')", "gpu.capability");
        row("vllm", "argument --dtype: invalid choice: 'fp8'", "argument.unknown");
        row("vllm", "RuntimeError: Failed to infer device type", "gpu.none");
        row("ollama", "llama_model_load: error loading model: unknown model architecture: 'xlama'", "model.unsupported");
        row("ollama", "ggml_cuda: cudaMalloc failed: out of memory", "memory.gpu");
        row("ollama", "failed to allocate compute buffers", "memory.ram");
        row("llama-server", "error: invalid argument: --x", "argument.unknown");
        row("llama-server", "couldn't bind HTTP server socket, hostname: 127.0.0.1, port: 8080", "port.in-use");
    }

    void measuredLinesTellTheirCause()
    {
        QFETCH(QString, provider);
        QFETCH(QString, line);
        QFETCH(QString, id);
        const auto known = knownFailure({ provider, {}, 1, { line } }, QStringLiteral("en"));
        QVERIFY(known);
        QCOMPARE(known->id, id);
        QCOMPARE(known->line, line);
    }

    void aRetriedInternalPortIsNoFailure()
    {
        QCOMPARE(idOf("[Errno 98] Address already in use. Retrying with a new port."), QString());
    }

    void aWrapperCountsOnlyWhenNothingElseExplains()
    {
        QCOMPARE(idOf("RuntimeError: Engine core initialization failed. See root cause above.", "vllm"),
            QStringLiteral("engine.died"));
        const auto known = knownFailure({ QStringLiteral("vllm"), {}, 1,
                                            { QStringLiteral("EngineCore failed to start."),
                                                QStringLiteral("torch.OutOfMemoryError: CUDA out of memory.") } },
            QStringLiteral("en"));
        QVERIFY(known);
        QCOMPARE(known->id, QStringLiteral("memory.gpu"));
    }

    void rulesOfAnotherProviderDoNotCount()
    {
        QCOMPARE(idOf("NCCL error in: a.cpp", "vllm"), QStringLiteral("gpu.transport"));
        QCOMPARE(idOf("NCCL error in: a.cpp", "ollama"), QString());
        QCOMPARE(idOf("NCCL error in: a.cpp"), QStringLiteral("gpu.transport")); // nobody knows which provider it is
    }

    void versionRangesCount()
    {
        const char line[] = "llama-server binary not found (checked: /usr/lib/ollama)";
        QCOMPARE(idOf(line, "ollama", "0.32.15"), QStringLiteral("engine.incomplete"));
        QCOMPARE(idOf(line, "ollama", "0.30.0"), QStringLiteral("engine.incomplete"));
        QCOMPARE(idOf(line, "ollama", "0.24.0"), QString());
        QCOMPARE(idOf(line, "ollama"), QStringLiteral("engine.incomplete"));
    }

    void theProvidersOwnEstimateIsProposed()
    {
        using Proposal = QList<QPair<QString, QString>>;
        const Proposal estimate{ { QStringLiteral("VLLM_MAX_MODEL_LEN"), QStringLiteral("262016") } };
        QCOMPARE(failureOf("To serve at least one request with the model's max seq len (1000000), (0.24 GiB KV cache is needed, "
                           "which is larger than the available KV cache memory. Based on the available memory, the estimated "
                           "maximum model length is 262016.",
                     "vllm")
                     ->proposed,
            estimate);
        const Proposal derived{ { QStringLiteral("VLLM_MAX_MODEL_LEN"), QStringLiteral("1024") } };
        QCOMPARE(failureOf("User-specified max_model_len (10000000) is greater than the derived max_model_len "
                           "(max_position_embeddings=1024.0 or model_max_length=None in model's config.json).",
                     "vllm")
                     ->proposed,
            derived);
        QVERIFY(failureOf("To serve at least one request with the model's max seq len (9)", "vllm")->proposed.isEmpty());
    }

    void anExitCodeAloneCanTell()
    {
        const auto known = knownFailure({ {}, {}, 137, { QStringLiteral("loading") } }, QStringLiteral("en"));
        QVERIFY(known);
        QCOMPARE(known->id, QStringLiteral("memory.killed"));
        QVERIFY(known->line.isEmpty());
        QVERIFY(!knownFailure({ {}, {}, 1, { QStringLiteral("loading") } }, QStringLiteral("en")));
    }

    void everyRuleIsWholeInBothLanguages()
    {
        QFile file(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/resources/rules/provider-failures.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray rules = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("rules")).toArray();
        QVERIFY(rules.size() >= 30);
        QSet<QString> ids;
        for (const QJsonValue &rule : rules) {
            const QString id = rule[QLatin1String("id")].toString();
            QVERIFY2(!id.isEmpty() && !ids.contains(id), qPrintable(id));
            ids.insert(id);
            QVERIFY2(!rule[QLatin1String("log")].toArray().isEmpty() || rule.toObject().contains(QLatin1String("exitCode")),
                qPrintable(id));
            for (const char *text : { "message", "fix" }) {
                QVERIFY2(rule[QLatin1String(text)][QLatin1String("en")].toString().endsWith(u'.'), qPrintable(id));
                QVERIFY2(rule[QLatin1String(text)][QLatin1String("ru")].toString().contains(
                             QRegularExpression(QStringLiteral("[а-я].*\\.$"))),
                    qPrintable(id));
            }
            const QString pattern = rule[QLatin1String("propose")][QLatin1String("pattern")].toString();
            QVERIFY2(QRegularExpression(pattern).isValid(), qPrintable(id));
        }
    }
};

QTEST_GUILESS_MAIN(FailureRulesTest)
#include "tst_failurerules.moc"
