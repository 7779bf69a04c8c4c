// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplevalues.h"

#include <QDir>

#include <cmath>

namespace pilothouse::samples {

namespace {

constexpr double gib = 1024.0 * 1024 * 1024;

qint64 bytes(double value)
{
    return qint64(value * gib);
}

CourseRow row(const QString &label, const QString &key, const QString &says, const QString &uses, const QString &serves,
    const QString &unit = {})
{
    CourseRow row;
    row.label = label;
    row.key = key;
    row.says = says;
    row.uses = uses;
    row.serves = serves;
    row.unit = unit;
    const auto link = [](const QString &a, const QString &b) {
        return a.isEmpty() || b.isEmpty() ? CourseLink::NotReported : a == b ? CourseLink::Equal : CourseLink::Different;
    };
    row.saysToUses = link(says, uses);
    row.usesToServes = link(uses, serves);
    row.subject = label == QLatin1String("Model");
    return row;
}

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

} // namespace

Deployment deployment()
{
    const QString folder = QDir::homePath() + QStringLiteral("/deploy/notes-bot");
    return { folder, text("notes-bot"), folder + QStringLiteral("/.env") };
}

ProviderStatus ready()
{
    ProviderStatus status;
    status.launcher = LauncherKind::Ollama;
    status.state = ProviderState::Ready;
    status.startedAt = QDateTime::currentDateTime().addSecs(-4320);
    status.since = status.startedAt;
    status.pid = 2217;
    status.ownProcess = true;
    status.endpoint = Endpoint::loopback(11434);
    status.providerName = text("Ollama");
    status.providerVersion = text("0.12.3");
    status.evidence = text("GET /api/ps answered 200");
    return status;
}

ProviderStatus stopped()
{
    ProviderStatus status = ready();
    status.state = ProviderState::Stopped;
    status.since = QDateTime::currentDateTime().addSecs(-1560);
    status.pid.reset();
    status.exitCode = 0;
    return status;
}

CourseLine agreeing()
{
    CourseLine line;
    line.rows = { row(text("Mode"), text("LLM_MODE"), text("ollama"), text("ollama"), text("ollama")),
        row(text("Model"), text("LLM_MODEL"), text("smollm2:135m"), text("smollm2:135m"), text("smollm2:135m")),
        row(text("Context length"), text("OLLAMA_NUM_CTX"), text("4 096"), text("4 096"), text("4 096"), text("tokens")) };
    CourseRow unused = row(text("vLLM engine"), text("VLLM_*"), text("2 keys, values kept"), {}, {});
    unused.used = false;
    unused.usesNote = unused.servesNote = text("not used in this mode");
    line.rows << unused;
    line.agreeing = 5;
    line.usesCaption = text("PID 2217");
    line.servesCaption = text("/api/ps, /v1/models");
    line.footnote
        = text("Ollama unloads the model at 14:36:58 unless asked again. The first answer after that takes about 0.8 s longer.");
    return line;
}

CourseLine differing()
{
    CourseLine line = agreeing();
    line.rows[1]
        = row(text("Model"), text("LLM_MODEL"), text("qwen3:14b-instruct-q8_0"), text("smollm2:135m"), text("smollm2:135m"));
    line.rows[2]
        = row(text("Context length"), text("OLLAMA_NUM_CTX"), text("16 384"), text("8 192"), text("8 192"), text("tokens"));
    line.agreeing = 3;
    line.differing = 2;
    line.footnote = text("Apply restarts Ollama: about 2 s without answers. If it fails, smollm2:135m comes back.");
    return line;
}

ApplyPlan restartPlan()
{
    ApplyPlan plan;
    plan.step.restart = true;
    plan.keys = { text("LLM_MODEL"), text("OLLAMA_NUM_CTX") };
    plan.button = text("Apply: restart");
    plan.sentence = text("Stops and starts Ollama; running requests are cut. In force then: LLM_MODEL, OLLAMA_NUM_CTX.");
    return plan;
}

CourseLine notRunning()
{
    CourseLine line = agreeing();
    for (CourseRow &entry : line.rows) {
        entry.uses.clear();
        entry.serves.clear();
        if (entry.used)
            entry.usesNote = text("not running");
        entry.saysToUses = entry.usesToServes = CourseLink::NotReported;
    }
    line.agreeing = 0;
    line.usesCaption = text("last PID 2217");
    line.servesCaption = text("no answer on :11434");
    line.footnote = text("Start runs ollama serve: usually 2 s to the first answer.");
    return line;
}

TelemetrySample withoutGpu()
{
    TelemetrySample sample;
    sample.timeMs = QDateTime::currentMSecsSinceEpoch();
    sample.gpuAbsence = text("no NVIDIA driver");
    sample.providerRamBytes = bytes(0.19);
    sample.systemRamTotalBytes = bytes(15.5);
    sample.systemRamUsedBytes = bytes(6.0);
    sample.providerCpuPercent = 46.0;
    sample.cpuThreads = 12;
    sample.generationTokensPerSecond = 41.0;
    sample.promptTokensPerSecond = 310.0;
    sample.firstTokenMs = 86.0;
    return sample;
}

TelemetrySample withGpu()
{
    TelemetrySample sample = withoutGpu();
    sample.gpuAbsence.clear();
    GpuSample gpu;
    gpu.name = text("NVIDIA RTX 4090");
    gpu.totalBytes = bytes(24.0);
    gpu.usedBytes = bytes(21.8);
    sample.gpus = { gpu };
    sample.providerGpuBytes = bytes(20.9);
    sample.generationTokensPerSecond = 168.0;
    sample.requestsRunning = 3.0;
    return sample;
}

OverviewHistory history()
{
    OverviewHistory history;
    QList<QPointF> memory, cpu;
    QList<QPointF> rates[3];
    for (int i = 0; i <= 120; ++i) {
        const double x = -3'600'000.0 + i * 30'000.0;
        const bool idle = (i > 30 && i < 42) || (i > 70 && i < 84);
        memory << QPointF(x, bytes(idle ? 0.08 : 0.19));
        cpu << QPointF(x, idle ? 1 : 46 + 8 * std::sin(i / 5.0));
        if (!idle)
            rates[i < 31 ? 0 : i < 71 ? 1 : 2] << QPointF(x, 40 + 3 * std::sin(i / 3.0));
    }
    history.memory = { memory };
    history.cpu = { cpu };
    history.generation = { rates[0], rates[1], rates[2] };
    return history;
}

QList<Event> events()
{
    const QDateTime now = QDateTime::currentDateTime();
    return { { now.addSecs(-40), Event::Kind::SmokeTest, text("Smoke test"), text("5 of 5 passed in 6.1 s") },
        { now.addSecs(-500), Event::Kind::Loaded, text("Loaded"), text("smollm2:135m into RAM in 0.8 s") },
        { now.addSecs(-900), Event::Kind::Ready, text("Ready"), text("smollm2:135m answers after 2 s") },
        { now.addSecs(-905), Event::Kind::Started, text("Started"), text("ollama serve") },
        { now.addSecs(-3600), Event::Kind::Failed, text("Failed"), text("port 11434 is in use by PID 811") },
        { now.addSecs(-3700), Event::Kind::Saved, text("Saved .env"), text("LLM_MODE vllm to ollama, LLM_MODEL changed") } };
}

SmokeReport smoke(bool passed)
{
    SmokeReport report;
    for (const char *title : { "Rules", "Process", "Port", "Served model", "One answer" }) {
        Step step;
        step.title = text(title);
        step.state = StepState::Done;
        report.steps << step;
    }
    if (!passed) {
        report.steps[3].state = StepState::Failed;
        report.steps[3].detail = text("qwen3:14b is configured, smollm2:135m is served");
        report.steps[4].state = StepState::Skipped;
    }
    report.startedAt = QDateTime::currentDateTime().addSecs(-45);
    report.totalMs = 6100;
    report.finished = true;
    return report;
}

} // namespace pilothouse::samples
