// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/launchbuilder.h"
#include "models/deployment/trace/tracebuilder.h"
#include "models/env/envdocument.h"

namespace pilothouse {

namespace {

const QString ownName = QStringLiteral("Pilothouse");

/// Keys that Pilothouse's own requests carry, and the field they become.
constexpr std::pair<const char *, const char *> requestFields[]
    = { { "LLM_TEMPERATURE", "temperature" }, { "LLM_MAX_TOKENS", "max_tokens" }, { "LLM_TIMEOUT", "timeout" },
          { "LLM_STREAM_ENABLED", "stream" }, { "LLM_MODEL", "model" } };

bool startsNatively(std::optional<LauncherKind> kind)
{
    return kind == LauncherKind::Ollama || kind == LauncherKind::Vllm || kind == LauncherKind::Command;
}

} // namespace

/// Where no compose file describes the deployment, or it says so itself, Pilothouse starts the provider and asks it.
void TraceBuilder::readLaunch()
{
    const bool alone = m_trace.composeFiles.isEmpty();
    const bool chosen = startsNatively(m_inputs.choice.launcher)
        || (!m_inputs.choice.launcher && startsNatively(m_inputs.description.launcher));
    if (!alone && !chosen)
        return;
    const EnvDocument document(m_inputs.envBytes);
    LaunchInputs launch;
    launch.deployment = m_inputs.deployment;
    launch.description = m_inputs.description;
    launch.choice = m_inputs.choice;
    for (const QString &key : document.keys())
        launch.values.insert(key, document.value(key).value_or(QString()));
    const LaunchSpec spec = launchPlan(launch);
    const auto reader = [&](TraceReaderKind kind, const QString &key) {
        TraceReader each;
        each.kind = kind;
        each.service = ownName;
        each.consumed = true;
        each.takesValue = true;
        if (m_values.contains(key) || !m_schema.defaultValue(key).isEmpty())
            each.effective = m_values.value(key, m_schema.defaultValue(key));
        return each;
    };
    for (qsizetype i = 0; i < spec.arguments.size(); ++i) {
        const LaunchArgument &argument = spec.arguments[i];
        if (argument.key.isEmpty() || (argument.text.startsWith(u'-') && spec.arguments.value(i + 1).key == argument.key))
            continue; // a flag whose value follows
        TraceReader each = reader(TraceReaderKind::Launch, argument.key);
        const bool behindFlag = i > 0 && spec.arguments[i - 1].text.startsWith(u'-') && spec.arguments[i - 1].key == argument.key;
        each.flag = argument.text.startsWith(u'-') ? argument.text : (behindFlag ? spec.arguments[i - 1].text : QString());
        if (!argument.text.startsWith(u'-'))
            each.effective = argument.text;
        add(argument.key, each);
    }
    for (const LaunchArgument &variable : spec.environment) {
        if (variable.key.isEmpty())
            continue;
        TraceReader each = reader(TraceReaderKind::Launch, variable.key);
        each.variable = variable.text.section(u'=', 0, 0);
        each.effective = variable.text.section(u'=', 1);
        add(variable.key, each);
    }
    QString flag;
    for (const QString &text : m_inputs.description.args) {
        addDescribed(text, text.startsWith(u'-') ? text.section(u'=', 0, 0) : flag, {});
        flag = text.startsWith(u'-') && !text.contains(u'=') ? text : QString();
    }
    for (auto it = m_inputs.description.environment.begin(); it != m_inputs.description.environment.end(); ++it)
        addDescribed(*it, {}, it.key());
    for (auto it = spec.appliedValues.begin(); it != spec.appliedValues.end(); ++it) {
        if (m_readers.value(it.key()).isEmpty())
            add(it.key(), reader(TraceReaderKind::Launch, it.key()));
    }

    const LlmMode mode = llmModeFromText(m_values.value(QStringLiteral("LLM_MODE"), m_schema.defaultValue(u"LLM_MODE")));
    if (!alone || mode == LlmMode::None)
        return;
    for (const auto &[key, field] : requestFields) {
        TraceReader each = reader(TraceReaderKind::Request, QString::fromLatin1(key));
        each.variable = QString::fromLatin1(field);
        add(QString::fromLatin1(key), each);
    }
    if (mode == LlmMode::Vllm) {
        TraceReader each = reader(TraceReaderKind::Request, QStringLiteral("LLM_VLLM_URL"));
        each.variable = QStringLiteral("url");
        add(QStringLiteral("LLM_VLLM_URL"), each);
        if (m_values.contains(QStringLiteral("VLLM_API_KEY"))) {
            TraceReader key = reader(TraceReaderKind::Request, QStringLiteral("VLLM_API_KEY"));
            key.variable = QStringLiteral("Authorization");
            add(QStringLiteral("VLLM_API_KEY"), key);
        }
    }
}

/// ${KEY} in args and environment of .pilothouse.json.
void TraceBuilder::addDescribed(const QString &text, const QString &flag, const QString &variable)
{
    for (auto it = keyReference().globalMatch(text); it.hasNext();) {
        const QString key = it.next().captured(1);
        TraceReader reader;
        reader.kind = TraceReaderKind::Launch;
        reader.place = { QString::fromLatin1(descriptionFileName), 0 };
        reader.service = ownName;
        reader.variable = variable;
        reader.flag = flag;
        reader.consumed = true;
        reader.takesValue = true;
        if (m_values.contains(key))
            reader.effective = m_values.value(key);
        add(key, reader);
    }
}

} // namespace pilothouse
