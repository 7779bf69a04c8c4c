// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/commandquery.h"

#include <QProcessEnvironment>

namespace pilothouse {

namespace {

constexpr qsizetype mostErrorBytes = 64 * 1024;

} // namespace

CommandQuery::CommandQuery(QObject *parent) : QObject(parent)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { end(CommandAnswer::End::TimedOut); });
}

CommandQuery::~CommandQuery()
{
    cancel();
}

void CommandQuery::run(const CommandRequest &request)
{
    cancel();
    m_answer = {};
    m_mostBytes = request.mostBytes;
    m_process = new QProcess;
    QProcessEnvironment environment;
    for (auto it = request.environment.begin(); it != request.environment.end(); ++it)
        environment.insert(it.key(), *it);
    m_process->setProcessEnvironment(environment);
    m_process->setWorkingDirectory(request.workingFolder);
    m_process->setStandardInputFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &CommandQuery::read);
    connect(m_process, &QProcess::readyReadStandardError, this, &CommandQuery::read);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(CommandAnswer::End::NotStarted);
    });
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        read();
        end(status == QProcess::NormalExit ? CommandAnswer::End::Exited : CommandAnswer::End::Crashed, code);
    });
    m_limit.start(request.limitMs);
    m_process->start(request.program, request.arguments, QIODevice::ReadOnly);
}

void CommandQuery::cancel()
{
    m_limit.stop();
    if (!m_process)
        return;
    QProcess *process = std::exchange(m_process, nullptr);
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    // Its destructor would wait for its end, so it lives until then.
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill();
}

void CommandQuery::read()
{
    const QByteArray output = m_process->readAllStandardOutput();
    const qsizetype room = m_mostBytes - m_answer.output.size();
    m_answer.cut = m_answer.cut || output.size() > room;
    m_answer.output += output.left(room);
    m_answer.errors += m_process->readAllStandardError().left(mostErrorBytes - m_answer.errors.size());
}

void CommandQuery::end(CommandAnswer::End how, int exitCode)
{
    if (how == CommandAnswer::End::TimedOut && m_process)
        read();
    m_answer.end = how;
    m_answer.exitCode = exitCode;
    cancel();
    const CommandAnswer answer = std::exchange(m_answer, {});
    Q_EMIT finished(answer);
}

} // namespace pilothouse
