// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleform.h"

#include <algorithm>

namespace pilothouse {

namespace {

FormRow known(const char *key, const char *group, VariableType type, const char *label, const char *help)
{
    FormRow row;
    row.spec.key = QString::fromLatin1(key);
    row.spec.group = QString::fromLatin1(group);
    row.spec.type = type;
    row.spec.label = QString::fromUtf8(label);
    row.spec.help = QString::fromUtf8(help);
    return row;
}

void put(FormRow &row, const char *value)
{
    row.present = row.savedPresent = true;
    row.value = row.savedValue = QString::fromUtf8(value);
}

FormRow other(const QString &key, const QString &value)
{
    FormRow row;
    row.known = false;
    row.spec.key = key;
    row.spec.group = QStringLiteral("other");
    row.present = row.savedPresent = true;
    row.value = row.savedValue = value;
    return row;
}

void addKnown(FormState &state)
{
    FormRow mode = known("LLM_MODE", "provider", VariableType::Choice, "Mode", "Which provider answers");
    mode.spec.choices = QStringList{ QStringLiteral("ollama"), QStringLiteral("vllm"), QStringLiteral("none") };
    put(mode, "ollama");
    FormRow url = known("LLM_VLLM_URL", "provider", VariableType::Url, "vLLM address", "Where the backend finds vLLM");
    url.usedInMode = false;
    url.spec.defaultValue = QStringLiteral("http://vllm:8001/v1");
    FormRow model = known("LLM_MODEL", "model", VariableType::Model, "Request model", "Name sent in every request");
    put(model, "smollm2:135m");
    FormRow timeout = known("LLM_TIMEOUT", "request", VariableType::Integer, "Timeout", "Longest time for one answer");
    timeout.spec.unit = QStringLiteral("s");
    timeout.spec.minimum = 0;
    timeout.spec.minimumExclusive = true;
    put(timeout, "60");
    FormRow tokens = known("LLM_MAX_TOKENS", "request", VariableType::Integer, "Answer limit", "Most tokens of an answer");
    tokens.spec.unit = QStringLiteral("tokens");
    tokens.spec.minimum = 1;
    tokens.spec.step = 64;
    put(tokens, "512");
    FormRow temperature = known("LLM_TEMPERATURE", "request", VariableType::Number, "Temperature",
        "How much the answer varies: 0 always picks the likeliest token, 1 varies");
    temperature.spec.minimum = 0;
    temperature.spec.maximum = 1;
    temperature.spec.step = 0.1;
    temperature.spec.defaultValue = QStringLiteral("0.7");
    temperature.spec.readBy = QStringLiteral("backend");
    put(temperature, "0.7");
    FormRow stream = known("LLM_STREAM_ENABLED", "request", VariableType::Boolean, "Streaming", "Send tokens as they come");
    put(stream, "true");
    FormRow engine = known("VLLM_MODEL", "vllm", VariableType::Model, "Engine model", "Weights that vLLM loads");
    engine.usedInMode = false;
    put(engine, "Qwen/Qwen3-8B");
    FormRow length = known("VLLM_MAX_MODEL_LEN", "vllm", VariableType::Integer, "Context length", "Longest prompt plus answer");
    length.usedInMode = false;
    put(length, "8192");
    state.rows << mode << url << model << timeout << tokens << temperature << stream << engine << length;
}

void writeText(FormState &state)
{
    QStringList lines{ QStringLiteral("# Notes bot") };
    for (FormRow &row : state.rows.list()) {
        row.line = row.present ? int(lines.size()) + 1 : 0;
        if (row.present)
            lines << row.spec.key + QLatin1Char('=') + (row.secret ? QString(12, QChar(0x2022)) : row.value);
    }
    state.text = lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void judge(FormRow &row)
{
    row.problems.clear();
    const QString key = row.spec.key;
    bool number = false;
    const double value = row.value.toDouble(&number);
    if (key == QLatin1String("LLM_TEMPERATURE") && (!number || value < 0 || value > 1)) {
        Problem problem{ QStringLiteral("range.LLM_TEMPERATURE"), ProblemLevel::Error, key, row.line,
            QStringLiteral("LLM_TEMPERATURE must be between 0 and 1"), {} };
        if (!number)
            problem.id = QStringLiteral("type.LLM_TEMPERATURE");
        row.problems << problem;
    }
    if (key == QLatin1String("LLM_STREAM_ENABLED") && row.value == QLatin1String("yes")) {
        ProblemFix fix{ QStringLiteral("Write true"), { { key, QStringLiteral("true") } }, {} };
        row.problems << Problem{ QStringLiteral("bool.not-true"), ProblemLevel::Warning, key, row.line,
            QStringLiteral("The backend reads “yes” as false"), { fix } };
    }
}

} // namespace

FormState sampleForm()
{
    FormState state;
    state.path = QStringLiteral("/srv/notes-bot/.env");
    state.fileExists = true;
    addKnown(state);
    state.rows << other(QStringLiteral("OLLAMA_NUM_CTX"), QStringLiteral("4096"))
               << other(QStringLiteral("QDRANT_URL"), QStringLiteral("http://127.0.0.1:6333"));
    FormRow token = other(QStringLiteral("HF_TOKEN"), QString::fromLatin1(secretValue));
    token.secret = true;
    state.rows << token;
    writeText(state);
    return state;
}

void editForm(FormState &state, const QString &key, const QString &value)
{
    state.changedCount = 0;
    state.problems.clear();
    for (FormRow &row : state.rows.list()) {
        if (row.spec.key == key) {
            row.value = value;
            row.present = true;
        }
        row.changed = row.value != row.savedValue || row.present != row.savedPresent;
        state.changedCount += row.changed ? 1 : 0;
        judge(row);
        state.problems << row.problems;
    }
    writeText(state);
    const auto error = std::find_if(state.problems.cbegin(), state.problems.cend(),
        [](const Problem &problem) { return problem.level == ProblemLevel::Error; });
    state.canSave = state.changedCount > 0 && error == state.problems.cend();
    state.saveBlockedBy = error == state.problems.cend() ? QString() : error->message;
}

FormRow *findRow(FormState &state, const char *key)
{
    for (FormRow &row : state.rows.list()) {
        if (row.spec.key == QLatin1String(key))
            return &row;
    }
    return nullptr;
}

} // namespace pilothouse
