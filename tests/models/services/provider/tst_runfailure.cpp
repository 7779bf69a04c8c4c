// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/runfailure.h"

#include <QTest>

using namespace pilothouse;

class RunFailureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogOfAFailedStartTellsItsCause_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *line, const char *code) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(code);
        };
        row("Error: listen tcp 127.0.0.1:18474: bind: address already in use", "port.in-use");
        row("couldn't bind HTTP server socket, hostname: 127.0.0.1, port: 8080", "port.in-use");
        row("ERROR: [Errno 98] Address already in use", "port.in-use");
        row("gguf_init: failed to open GGUF file '/x.gguf' (No such file or directory)", "model.file-missing");
        row("gguf_init_from_reader: failed to read magic", "model.file-invalid");
        row("error loading model: unknown model architecture: 'xlama'", "model.unsupported");
        row("OSError: You are trying to access a gated repo.", "model.gated");
        row("HFValidationError: Repo id must be in the form 'repo_name' or 'namespace/repo_name'", "model.not-found");
        row("torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB", "memory.gpu");
        row("ValueError: Available memory on node 0 (17.77/19.84 GiB) on startup is less than desired CPU memory utilization",
            "memory.ram");
        row("To serve at least one request with the model's max seq len (1000000)", "memory.context");
        row("User-specified max_model_len (10000000) is greater than the derived max_model_len", "context.too-long");
        row("vllm: error: unrecognized arguments: --swap-space 4", "argument.unknown");
        row("error: invalid argument: --x", "argument.unknown");
        row("something nobody knows", "provider.start-failed");
        row("Address already in use. Retrying with a new port.", "provider.start-failed");
    }

    void theLogOfAFailedStartTellsItsCause()
    {
        QFETCH(QString, line);
        QFETCH(QString, code);
        RunEnd run;
        run.end.exitCode = 1;
        run.logLines = QStringList{ QStringLiteral("before") } + QStringList{ line } + QStringList(40, QStringLiteral("after"));
        const Error error = explainEnd(run);
        QCOMPARE(error.code, code);
        QVERIFY(!error.message.isEmpty());
        QVERIFY(!error.fix.isEmpty());
        QVERIFY(error.cause.contains(QLatin1String("exit code 1")));
        if (code != QLatin1String("provider.start-failed"))
            QVERIFY(error.cause.contains(line));
        QCOMPARE(error.detail.split(u'\n').size(), 20);
    }

    void aDeathAfterReadyKeepsItsCode()
    {
        RunEnd run;
        run.wasReady = true;
        run.end.signal = 9;
        run.logLines = { QStringLiteral("bind: address already in use") };
        QCOMPARE(explainEnd(run).code, QStringLiteral("provider.died"));
        QVERIFY(explainEnd(run).cause.contains(QLatin1String("SIGKILL")));
        QVERIFY(!explainEnd(run).cause.contains(QLatin1String("bind")));
        run.logLines = { QStringLiteral("CUDA out of memory") };
        QCOMPARE(explainEnd(run).code, QStringLiteral("provider.died"));
        QVERIFY(explainEnd(run).cause.contains(QLatin1String("CUDA out of memory")));
    }

    void anUnknownExitCodeIsSaid()
    {
        QVERIFY(describeEnd({}).contains(QLatin1String("not known")));
        QVERIFY(describeEnd({ {}, 11 }).contains(QLatin1String("SIGSEGV")));
    }
};

QTEST_GUILESS_MAIN(RunFailureTest)
#include "tst_runfailure.moc"
