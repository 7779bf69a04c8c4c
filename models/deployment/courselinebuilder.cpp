// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/courselinebuilder.h"

#include "models/deployment/drift/runningvalues.h"
#include "models/deployment/launchplan.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace pilothouse {

namespace {

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CourseLine)
};

bool isRunning(const ProviderStatus &status)
{
    return status.state == ProviderState::Starting || status.state == ProviderState::Ready
        || status.state == ProviderState::Degraded || status.state == ProviderState::Stopping;
}

CourseLink linkOf(const QString &left, const QString &right, bool model = false)
{
    if (left.isEmpty() || right.isEmpty())
        return CourseLink::NotReported;
    const bool same = model ? ModelName(left).matches(ModelName(right)) : sameSetting(left, right);
    return same ? CourseLink::Equal : CourseLink::Different;
}

/// Builds rows of one deployment; keeps what all of them need.
class RowBuilder
{
public:
    explicit RowBuilder(const CourseInputs &inputs)
        : m_inputs(inputs), m_saved(inputs.saved), m_spec(inputs.spec), m_status(inputs.status),
          m_mode(llmModeFromText(valueInForce(inputs.saved, QStringLiteral("LLM_MODE"))))
    {
    }

    CourseRow mode() const;
    CourseRow model() const;
    CourseRow backend() const;
    CourseRow contextLength() const;
    CourseRow setting(const char *key, const QString &label) const;
    CourseRow unusedEngine(int count) const;
    LlmMode llmMode() const { return m_mode; }

private:
    CourseRow row(const QString &key, const QString &label) const;
    void link(CourseRow &row, bool model = false) const;
    const ServedModel *servedModel() const;
    const RunningValue *running(const QString &key) const;

    const CourseInputs &m_inputs;
    const QMap<QString, QString> &m_saved;
    const LaunchSpec &m_spec;
    const ProviderStatus &m_status;
    LlmMode m_mode;
};

CourseRow RowBuilder::row(const QString &key, const QString &label) const
{
    CourseRow row;
    row.key = key;
    row.label = label;
    row.says = valueInForce(m_saved, key);
    const RunningValue *value = running(key);
    if (!isRunning(m_status) && !value)
        row.usesNote = Texts::tr("not running");
    else if (value && value->notSet)
        row.usesNote = Texts::tr("not set");
    else if (value)
        row.uses = *value->running;
    else if (m_status.applied.contains(key))
        row.uses = m_status.applied.value(key);
    else if (m_status.applied.isEmpty() || m_saved.contains(key)) // started by others, or before the key was added
        row.usesNote = m_status.applied.isEmpty() ? Texts::tr("not reported") : Texts::tr("not set");
    row.servesNote = isRunning(m_status) ? Texts::tr("not reported") : Texts::tr("not running");
    return row;
}

/// Of the process, where it could be read; what the API serves has a column of its own.
const RunningValue *RowBuilder::running(const QString &key) const
{
    for (const RunningValue &value : m_inputs.running) {
        if (value.key == key)
            return value.isKnown() && !value.served ? &value : nullptr;
    }
    return nullptr;
}

void RowBuilder::link(CourseRow &row, bool model) const
{
    if (const RunningValue *value = running(row.key); value && !row.says.isEmpty()) {
        row.saysToUses = value->differs ? CourseLink::Different : CourseLink::Equal;
        row.usesToServes = linkOf(row.uses.isEmpty() ? row.says : row.uses, row.serves, model);
        return;
    }
    row.saysToUses = linkOf(row.says, row.uses, model);
    row.usesToServes = linkOf(row.uses.isEmpty() ? row.says : row.uses, row.serves, model);
    if (isRunning(m_status) && row.uses.isEmpty() && !m_status.applied.isEmpty() && !row.says.isEmpty())
        row.saysToUses = CourseLink::Different; // the process was started without this key
}

/// The one that .env names, else the one that is served instead.
const ServedModel *RowBuilder::servedModel() const
{
    for (const ServedModel &entry : m_status.served) {
        if (entry.name.matches(m_spec.model))
            return &entry;
    }
    return m_status.served.isEmpty() ? nullptr : &m_status.served.first();
}

CourseRow RowBuilder::mode() const
{
    CourseRow row = this->row(QStringLiteral("LLM_MODE"), Texts::tr("Mode"));
    if (isRunning(m_status)) {
        if (m_status.providerName == QLatin1String("Ollama"))
            row.serves = QStringLiteral("ollama");
        else if (m_status.providerName == QLatin1String("vLLM"))
            row.serves = QStringLiteral("vllm");
        row.servesNote = row.serves.isEmpty() ? m_status.providerName : m_status.providerVersion;
        if (row.serves.isEmpty() && row.servesNote.isEmpty())
            row.servesNote = Texts::tr("not reported");
    }
    link(row);
    return row;
}

CourseRow RowBuilder::model() const
{
    CourseRow row = this->row(modelKeyInForce(m_saved, m_mode), Texts::tr("Model"));
    row.subject = true;
    if (isRunning(m_status)) {
        const ServedModel *served = servedModel();
        if (served)
            row.serves = served->name.text();
        row.servesNote = served                         ? QString()
            : m_status.state == ProviderState::Starting ? Texts::tr("not loaded yet")
                                                        : Texts::tr("not loaded");
    }
    link(row, true);
    return row;
}

/// .env, the backend's own word, and what the provider serves to it.
CourseRow RowBuilder::backend() const
{
    const BackendFacts &facts = m_inputs.backend;
    CourseRow row;
    row.key = QStringLiteral("LLM_MODEL");
    row.label = Texts::tr("Backend");
    row.says = valueInForce(m_saved, row.key);
    row.uses = facts.model;
    if (row.uses.isEmpty())
        row.usesNote = facts.answered ? Texts::tr("not reported") : Texts::tr("does not answer");
    const ServedModel *served = isRunning(m_status) ? servedModel() : nullptr;
    if (served && m_status.serves(ModelName(facts.model)))
        row.serves = facts.model;
    else if (served)
        row.serves = served->name.text();
    else
        row.servesNote = isRunning(m_status) ? Texts::tr("not loaded") : Texts::tr("not running");
    row.saysToUses = linkOf(row.says, row.uses, true);
    row.usesToServes = linkOf(row.uses, row.serves, true);
    return row;
}

CourseRow RowBuilder::contextLength() const
{
    const bool ollama = m_mode == LlmMode::Ollama;
    QString key = ollama ? QStringLiteral("OLLAMA_NUM_CTX") : QStringLiteral("VLLM_MAX_MODEL_LEN");
    if (ollama && !m_saved.contains(key) && m_saved.contains(QStringLiteral("OLLAMA_CONTEXT_LENGTH")))
        key = QStringLiteral("OLLAMA_CONTEXT_LENGTH");
    CourseRow row = this->row(key, Texts::tr("Context length"));
    row.unit = Texts::tr("tokens");
    const ServedModel *served = isRunning(m_status) ? servedModel() : nullptr;
    if (served && served->contextLength) {
        row.serves = QString::number(*served->contextLength);
        row.servesNote.clear();
    }
    link(row);
    if (row.says.isEmpty()) { // nothing asked for: the provider decides, which is no difference
        row.unit.clear();
        row.says = ollama ? Texts::tr("automatic") : Texts::tr("from the model");
        const bool givenNothing = row.uses.isEmpty() && isRunning(m_status) && !m_status.applied.isEmpty();
        row.saysToUses = givenNothing ? CourseLink::Equal : row.uses.isEmpty() ? CourseLink::NotReported : CourseLink::Different;
        row.usesToServes = row.uses.isEmpty() ? CourseLink::NotReported : row.usesToServes;
        if (isRunning(m_status) && row.uses.isEmpty())
            row.usesNote = row.says;
    }
    return row;
}

CourseRow RowBuilder::setting(const char *key, const QString &label) const
{
    CourseRow row = this->row(QLatin1String(key), label);
    link(row);
    return row;
}

CourseRow RowBuilder::unusedEngine(int count) const
{
    CourseRow row;
    row.key = QStringLiteral("VLLM_*");
    row.label = Texts::tr("vLLM engine");
    row.says = Texts::tr("%n keys, values kept", nullptr, count);
    row.usesNote = Texts::tr("not used in this mode");
    row.servesNote = row.usesNote;
    row.used = false;
    return row;
}

QString footnoteOf(const CourseLine &line, const CourseInputs &inputs)
{
    const ProviderStatus &status = inputs.status;
    if (inputs.verdict)
        return Texts::tr("%1 %2").arg(inputs.verdict->message, inputs.verdict->fix);
    if (!isRunning(status))
        return Texts::tr("Nothing runs. Start puts into force what .env says.");
    if (line.differing > 0)
        return Texts::tr("A change takes effect when what reads it is started anew.");
    for (const ServedModel &entry : status.served) {
        if (entry.expiresAt) {
            return Texts::tr("Ollama unloads the model at %1 unless asked again.")
                .arg(QLocale().toString(entry.expiresAt->toLocalTime().time(), QStringLiteral("HH:mm:ss")));
        }
    }
    return {};
}

} // namespace

CourseLine courseLine(const CourseInputs &inputs)
{
    const QMap<QString, QString> &saved = inputs.saved;
    const LaunchSpec &spec = inputs.spec;
    const ProviderStatus &status = inputs.status;
    CourseLine line;
    const RowBuilder build(inputs);
    const bool used = build.llmMode() == LlmMode::Ollama || build.llmMode() == LlmMode::Vllm;
    line.rows.append(build.mode());
    if (used) {
        line.rows.append(build.model());
        if (inputs.backend.answered || inputs.backend.described)
            line.rows.append(build.backend());
        line.rows.append(build.contextLength());
    }
    if (build.llmMode() == LlmMode::Vllm && spec.kind != LauncherKind::Command) {
        if (saved.contains(QStringLiteral("VLLM_GPU_MEMORY_UTILIZATION")))
            line.rows.append(build.setting("VLLM_GPU_MEMORY_UTILIZATION", Texts::tr("GPU memory share")));
        if (saved.contains(QStringLiteral("VLLM_TENSOR_PARALLEL_SIZE")))
            line.rows.append(build.setting("VLLM_TENSOR_PARALLEL_SIZE", Texts::tr("Tensor parallel")));
    }
    const auto isEngineKey = [](const QString &key) { return key.startsWith(QLatin1String("VLLM_")); };
    const QStringList keys = saved.keys();
    const int engineKeys = int(std::count_if(keys.begin(), keys.end(), isEngineKey));
    if (build.llmMode() != LlmMode::Vllm && engineKeys > 0)
        line.rows.append(build.unusedEngine(engineKeys));

    for (const CourseRow &row : line.rows) {
        if (row.differs())
            ++line.differing;
        else if (row.saysToUses == CourseLink::Equal || row.usesToServes == CourseLink::Equal)
            ++line.agreeing;
    }
    if (status.pid)
        line.usesCaption = isRunning(status) ? Texts::tr("PID %1").arg(*status.pid) : Texts::tr("last PID %1").arg(*status.pid);
    if (isRunning(status))
        line.servesCaption
            = status.providerName == QLatin1String("Ollama") ? QStringLiteral("/api/ps") : QStringLiteral("/v1/models");
    line.verdict = used && inputs.verdict.has_value();
    line.footnote = used ? footnoteOf(line, inputs) : Texts::tr("LLM_MODE is none: no provider is used.");
    return line;
}

} // namespace pilothouse
