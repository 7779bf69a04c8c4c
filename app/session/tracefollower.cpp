// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/tracefollower.h"

#include "models/deployment/trace/tracerules.h"
#include "models/deployment/trace/tracewords.h"
#include "models/env/rules.h"

#include <QDir>

namespace pilothouse {

namespace {

constexpr int delayMs = 250;

} // namespace

TraceFollower::TraceFollower(std::function<TraceInputs()> inputs, QObject *parent) : QObject(parent), m_inputs(std::move(inputs))
{
    m_pool.setMaxThreadCount(1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &TraceFollower::run);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &TraceFollower::follow);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &TraceFollower::follow);
}

TraceFollower::~TraceFollower()
{
    m_pool.waitForDone(); // it calls back into this object
}

void TraceFollower::follow()
{
    if (!m_delay.isActive())
        m_delay.start();
}

TraceFollower::Result TraceFollower::work(const TraceInputs &inputs, const QString &language)
{
    const VariableSchema schema = VariableSchema::load(language);
    const ConfigTrace trace = traceConfiguration(inputs, schema);
    const EnvDocument document(inputs.envBytes);
    const EnvConsumers consumers = consumersOf(trace);
    return { trace,
        checkTrace(document, trace, schema)
            + checkDialects(document, consumers.isEmpty() ? EnvWriter::coreConsumers() : consumers) };
}

void TraceFollower::traceNow()
{
    ++m_job;
    const TraceInputs inputs = m_inputs();
    take(work(inputs, m_language), inputs.deployment.folder);
}

void TraceFollower::run()
{
    m_pool.start([this, job = ++m_job, inputs = m_inputs(), language = m_language] {
        const auto answer = [this, job, result = work(inputs, language), folder = inputs.deployment.folder] {
            if (job == m_job)
                take(result, folder);
        };
        QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
    });
}

void TraceFollower::take(const Result &result, const QString &folder)
{
    m_trace = result.trace;
    m_problems = result.problems;
    watchFiles(folder);
    Q_EMIT traced();
}

/// Again each time: a file that was replaced is no longer watched. New files show up in the folder.
void TraceFollower::watchFiles(const QString &folder)
{
    QStringList paths{ folder };
    for (const QString &file : std::as_const(m_trace.composeFiles))
        paths << QDir(folder).absoluteFilePath(file);
    m_watcher.addPaths(paths);
}

} // namespace pilothouse
