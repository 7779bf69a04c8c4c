// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/tracerules.h"

#include "models/env/rules.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace pilothouse {

namespace {

const QString requestKey = QStringLiteral("LLM_MODEL");
const QString engineKey = QStringLiteral("VLLM_MODEL");
const QString parallelKey = QStringLiteral("VLLM_TENSOR_PARALLEL_SIZE");
const QString urlKey = QStringLiteral("LLM_VLLM_URL");

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Rules)
};

QString placeText(const TracePlace &place)
{
    return place.line > 0 ? Texts::tr("%1 line %2").arg(place.file).arg(place.line) : place.file;
}

class Checker
{
public:
    Checker(const EnvDocument &document, const ConfigTrace &trace, const VariableSchema &schema)
        : m_document(document), m_trace(trace), m_schema(schema), m_mode(modeOf(document, schema))
    {
    }

    QList<Problem> check()
    {
        checkUnused();
        checkTokens();
        checkFallback();
        checkGpus();
        checkUrl();
        for (const TraceFault &fault : m_trace.faults) {
            add("compose.invalid", ProblemLevel::Warning, {}, Texts::tr("%1: %2").arg(placeText(fault.place), fault.message));
        }
        return m_problems;
    }

private:
    Problem &add(const char *id, ProblemLevel level, const QString &key, const QString &message)
    {
        Problem problem;
        problem.id = QString::fromLatin1(id);
        problem.level = level;
        problem.key = key;
        problem.line = key.isEmpty() ? 0 : m_document.line(key);
        problem.message = message;
        m_problems << problem;
        return m_problems.last();
    }

    void checkUnused()
    {
        if (!m_trace.hasReaders)
            return; // nothing here tells who reads the file
        for (const KeyTrace &key : m_trace.keys) {
            if (key.line == 0 || key.verdict != TraceVerdict::Unused)
                continue;
            const bool elsewhere
                = std::any_of(key.readers.begin(), key.readers.end(), [](const TraceReader &reader) { return !reader.active; });
            Problem &problem = add("key.unused", ProblemLevel::Warning, key.key,
                elsewhere ? Texts::tr("%1 is read only by compose files that are not in use.").arg(key.key)
                          : Texts::tr("Nothing in this deployment reads %1.").arg(key.key));
            ProblemFix fix;
            fix.label = Texts::tr("Remove the line");
            fix.unsetKeys << key.key;
            problem.fixes << fix;
        }
    }

    bool isRead(const QString &key) const
    {
        const KeyTrace *trace = m_trace.find(key);
        if (trace)
            return !trace->readers.isEmpty();
        return false;
    }

    void checkTokens()
    {
        const QString names[] = { QStringLiteral("HF_TOKEN"), QStringLiteral("HUGGING_FACE_HUB_TOKEN") };
        for (int i = 0; i < 2; ++i) {
            const QString &set = names[i];
            const QString &other = names[1 - i];
            const std::optional<QString> value = m_document.value(set);
            if (!value || value->isEmpty() || m_document.has(other) || isRead(set) || !m_trace.readNames.contains(other))
                continue;
            Problem &problem = add("token.name", ProblemLevel::Warning, set,
                Texts::tr("%1 is set, but the deployment reads only %2: the token arrives nowhere.").arg(set, other));
            ProblemFix fix;
            fix.label = Texts::tr("Rename it to %1").arg(other);
            fix.setValues << qMakePair(other, *value);
            fix.unsetKeys << set;
            problem.fixes << fix;
        }
    }

    void checkFallback()
    {
        const std::optional<QString> request = m_document.value(requestKey);
        if (m_mode != LlmMode::Vllm || m_document.has(engineKey) || !m_trace.modelFallsBack)
            return;
        if (*m_trace.modelFallsBack) {
            Problem &note = add("vllm-model.fallback", ProblemLevel::Info, engineKey,
                Texts::tr("VLLM_MODEL is not set; the compose file gives vLLM LLM_MODEL instead."));
            if (request && !request->isEmpty()) {
                ProblemFix fix;
                fix.label = Texts::tr("Use two variables");
                fix.setValues << qMakePair(engineKey, *request);
                note.fixes << fix;
            }
            return;
        }
        const KeyTrace *engine = m_trace.find(engineKey);
        const QString place = engine && !engine->readers.isEmpty() ? placeText(engine->readers.constFirst().place) : QString();
        Problem &problem = add("vllm-model.fallback", ProblemLevel::Error, engineKey,
            place.isEmpty()
                ? Texts::tr("VLLM_MODEL is not set, and vLLM’s command line does not take LLM_MODEL instead.")
                : Texts::tr("VLLM_MODEL is not set, and vLLM’s command line does not take LLM_MODEL instead (%1).").arg(place));
        if (request && !request->isEmpty()) {
            ProblemFix fix;
            fix.label = Texts::tr("Set VLLM_MODEL too");
            fix.setValues << qMakePair(engineKey, *request);
            problem.fixes << fix;
        }
    }

    void checkGpus()
    {
        const KeyTrace *parallel = m_trace.find(parallelKey);
        bool isNumber = false;
        const int wanted = parallel ? parallel->value.value_or(QString()).trimmed().toInt(&isNumber) : 0;
        if (!isNumber || m_mode == LlmMode::Ollama || m_mode == LlmMode::None)
            return;
        for (const TracedService &service : m_trace.services) {
            const bool reads = std::any_of(parallel->readers.begin(), parallel->readers.end(),
                [&](const TraceReader &reader) { return reader.service == service.name; });
            if (!service.active || !service.gpus || *service.gpus >= wanted
                || (!reads && service.program != QLatin1String("vllm")))
                continue;
            Problem &problem = add("gpu.parallel-exceeds", ProblemLevel::Error, parallelKey,
                Texts::tr("VLLM_TENSOR_PARALLEL_SIZE asks for %1 GPUs, but the service %2 may see only %3 (%4).")
                    .arg(wanted)
                    .arg(service.name)
                    .arg(*service.gpus)
                    .arg(placeText(service.gpusPlace)));
            ProblemFix fix;
            fix.label = Texts::tr("Use %1").arg(*service.gpus);
            fix.setValues << qMakePair(parallelKey, QString::number(*service.gpus));
            problem.fixes << fix;
            return;
        }
    }

    void checkUrl()
    {
        const QUrl url(m_document.value(urlKey).value_or(m_schema.defaultValue(urlKey)), QUrl::StrictMode);
        if (m_mode != LlmMode::Vllm || !m_document.has(urlKey) || url.host().isEmpty())
            return;
        for (const TracedService &service : m_trace.services) {
            if (service.name != url.host() || !service.active)
                continue;
            const QString port = QString::number(url.port(url.scheme() == QLatin1String("https") ? 443 : 80));
            const auto published = std::find_if(service.ports.begin(), service.ports.end(),
                [&](const auto &each) { return each.first == port && !each.second.endsWith(u':'); });
            if (published != service.ports.end()) {
                QUrl outside = url;
                outside.setHost(published->second.section(u':', 0, -2));
                outside.setPort(published->second.section(u':', -1).toInt());
                add("url.container-only", ProblemLevel::Info, urlKey,
                    Texts::tr("“%1” is known only inside the compose network; from here it is %2 (%3).")
                        .arg(url.host(), outside.toString(), placeText(service.portsPlace)));
            } else {
                add("url.container-only", ProblemLevel::Info, urlKey,
                    Texts::tr("“%1” is known only inside the compose network, and its port %2 is not published: from here it "
                              "cannot be reached.")
                        .arg(url.host(), port));
            }
            return;
        }
    }

    const EnvDocument &m_document;
    const ConfigTrace &m_trace;
    const VariableSchema &m_schema;
    LlmMode m_mode;
    QList<Problem> m_problems;
};

} // namespace

QList<Problem> checkTrace(const EnvDocument &document, const ConfigTrace &trace, const VariableSchema &schema)
{
    return Checker(document, trace, schema).check();
}

QList<Problem> withTraceProblems(const QList<Problem> &base, const QList<Problem> &traced)
{
    QList<Problem> problems;
    for (const Problem &problem : base) {
        const bool better = std::any_of(
            traced.begin(), traced.end(), [&](const Problem &each) { return each.id == problem.id && each.key == problem.key; });
        if (!better)
            problems << problem;
    }
    return problems + traced;
}

} // namespace pilothouse
