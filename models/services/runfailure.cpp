// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/runfailure.h"

#include <QCoreApplication>

#include <array>
#include <csignal>
#include <cstring>
#include <string.h>

namespace pilothouse {

namespace {

constexpr int detailLines = 20;

struct KnownCause
{
    const char *code;
    std::array<const char *, 8> texts; ///< any of them, without regard to case
    const char *message;
    const char *fix;
};

// The first entry that a line of the log matches is the answer: precise causes stand before general ones.
const std::array knownCauses{
    KnownCause{ "port.in-use",
        { "bind: address already in use", "couldn't bind HTTP server socket", "[Errno 98] Address already in use" },
        QT_TRANSLATE_NOOP("RunFailure", "The provider could not open its port because another program uses it."),
        QT_TRANSLATE_NOOP("RunFailure", "Stop the other program or choose another port in .env.") },
    KnownCause{ "address.not-local", { "Cannot assign requested address" },
        QT_TRANSLATE_NOOP("RunFailure", "The provider cannot listen on the configured address."),
        QT_TRANSLATE_NOOP("RunFailure", "Use 127.0.0.1 or an address of this machine.") },
    KnownCause{ "model.file-missing", { "failed to open GGUF file", "gguf_init_from_file: failed to open" },
        QT_TRANSLATE_NOOP("RunFailure", "The model file does not exist or cannot be read."),
        QT_TRANSLATE_NOOP("RunFailure", "Check the path of the model in the provider's command.") },
    KnownCause{ "model.file-invalid",
        { "failed to read magic", "invalid magic", "invalid file magic", "exceeds file size", "metadata incomplete",
            "Error while deserializing header" },
        QT_TRANSLATE_NOOP("RunFailure", "The model file is damaged or of another kind."),
        QT_TRANSLATE_NOOP("RunFailure", "Download the model again or choose another file.") },
    KnownCause{ "model.unsupported",
        { "unknown model architecture", "are not supported for now", "failed to be inspected",
            "Couldn't instantiate the backend tokenizer" },
        QT_TRANSLATE_NOOP("RunFailure", "The provider does not know this kind of model."),
        QT_TRANSLATE_NOOP("RunFailure", "Update the provider or choose another model.") },
    KnownCause{ "model.gated", { "gated repo", "401 Client Error", "403 Client Error", "is restricted" },
        QT_TRANSLATE_NOOP("RunFailure", "Hugging Face refused access to the model."),
        QT_TRANSLATE_NOOP("RunFailure", "Accept the model's licence on its page and set HF_TOKEN in .env.") },
    KnownCause{ "model.not-found",
        { "Invalid repository ID or local directory", "Repo id must be in the form", "Repository Not Found for url",
            "Cannot find an appropriate cached snapshot", "Cannot find any model weights with",
            "couldn't find them in the cached files" },
        QT_TRANSLATE_NOOP("RunFailure", "The provider could not find the model."),
        QT_TRANSLATE_NOOP("RunFailure", "Check the model's name in .env, or download the model first.") },
    KnownCause{ "memory.context",
        { "To serve at least one request with the model", "maximum number of tokens that can be stored in KV cache" },
        QT_TRANSLATE_NOOP("RunFailure", "The context length does not fit into the memory that is left."),
        QT_TRANSLATE_NOOP("RunFailure", "Lower VLLM_MAX_MODEL_LEN.") },
    KnownCause{ "context.too-long", { "User-specified max_model_len" },
        QT_TRANSLATE_NOOP("RunFailure", "The context length is larger than the model allows."),
        QT_TRANSLATE_NOOP("RunFailure", "Lower VLLM_MAX_MODEL_LEN.") },
    KnownCause{ "memory.gpu",
        { "CUDA out of memory", "torch.OutOfMemoryError", "cudaMalloc failed", "not enough GPU memory", "out of device memory",
            "on startup is less than desired GPU memory", "No available memory for the cache blocks", "hipMalloc failed" },
        QT_TRANSLATE_NOOP("RunFailure", "The GPU does not have enough free memory for this model."),
        QT_TRANSLATE_NOOP("RunFailure", "End other programs on the GPU, or choose a smaller model or context length.") },
    KnownCause{ "memory.ram",
        { "requires more system memory", "is less than desired CPU memory", "is less than requested memory for kv",
            "failed to allocate", "std::bad_alloc", "not enough memory", "insufficient memory", "out of memory" },
        QT_TRANSLATE_NOOP("RunFailure", "There is not enough free memory for this model."),
        QT_TRANSLATE_NOOP("RunFailure", "End other programs, or choose a smaller model or context length.") },
    KnownCause{ "gpu.count",
        { "is larger than the number of available GPUs", "Cannot provide a placement group requiring",
            "must be divisible by tensor parallel size" },
        QT_TRANSLATE_NOOP("RunFailure", "VLLM_TENSOR_PARALLEL_SIZE does not fit this machine or model."),
        QT_TRANSLATE_NOOP("RunFailure", "Set VLLM_TENSOR_PARALLEL_SIZE to the number of GPUs, or to 1.") },
    KnownCause{ "gpu.driver",
        { "driver on your system is too old", "unsupported toolchain", "Failed to infer device type",
            "Current node has no GPU available" },
        QT_TRANSLATE_NOOP("RunFailure", "The provider found no GPU that it can use."),
        QT_TRANSLATE_NOOP("RunFailure", "Check the GPU driver with nvidia-smi and update it.") },
    KnownCause{ "disk.full", { "No space left on device" },
        QT_TRANSLATE_NOOP("RunFailure", "A file system that the provider writes to is full."),
        QT_TRANSLATE_NOOP("RunFailure", "Free some space (for a container also enlarge /dev/shm).") },
    KnownCause{ "argument.unknown", { "unrecognized arguments", "error: invalid argument", "invalid choice:", "unknown flag" },
        QT_TRANSLATE_NOOP("RunFailure", "The provider does not know one of its arguments."),
        QT_TRANSLATE_NOOP("RunFailure", "Compare the command on the Provider page with the provider's version.") },
};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunFailure)
};

bool matches(const KnownCause &cause, const QString &line)
{
    for (const char *text : cause.texts) {
        if (text && line.contains(QLatin1String(text), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

std::optional<Error> knownCause(const QStringList &lines)
{
    for (const KnownCause &cause : knownCauses) {
        for (const QString &line : lines) {
            // vLLM retries its internal ports by itself
            if (matches(cause, line) && !line.contains(QLatin1String("Retrying with a new port")))
                return Error{ QLatin1String(cause.code), Text::tr(cause.message), line.trimmed(), Text::tr(cause.fix), {} };
        }
    }
    return std::nullopt;
}

} // namespace

QString describeEnd(const ProcessEnd &end)
{
    if (end.exitCode)
        return Text::tr("It ended with exit code %1.").arg(*end.exitCode);
    if (!end.signal)
        return Text::tr("It ended; its exit code is not known.");
    const char *name = ::sigabbrev_np(*end.signal);
    const QString text = name ? QLatin1String("SIG") + QLatin1String(name) : QStringLiteral("?");
    if (*end.signal == SIGKILL)
        return Text::tr("It was ended by signal %1 (%2), by a person or because the system ran out of memory.")
            .arg(*end.signal)
            .arg(text);
    return Text::tr("It was ended by signal %1 (%2).").arg(*end.signal).arg(text);
}

Error explainEnd(const RunEnd &run)
{
    Error error;
    error.code = run.wasReady ? QStringLiteral("provider.died") : QStringLiteral("provider.start-failed");
    error.message
        = run.wasReady ? Text::tr("The provider ended unexpectedly.") : Text::tr("The provider ended before it was ready.");
    error.cause = describeEnd(run.end);
    error.fix = run.logLines.isEmpty() ? Text::tr("It wrote no log. Run the command of the Provider page in a terminal.")
                                       : Text::tr("Read the last lines of its log, then start it again.");
    if (const auto known = knownCause(run.logLines);
        known && (!run.wasReady || known->code.startsWith(QLatin1String("memory")))) {
        if (!run.wasReady) {
            error.code = known->code;
            error.message = known->message;
        }
        error.cause = Text::tr("%1 Its log says: %2").arg(describeEnd(run.end), known->cause);
        error.fix = known->fix;
    }
    error.detail = run.logLines.mid(qMax<qsizetype>(0, run.logLines.size() - detailLines)).join(u'\n');
    return error;
}

} // namespace pilothouse
