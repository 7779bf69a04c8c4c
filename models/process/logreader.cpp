// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logreader.h"

#include "models/process/logworker.h"

namespace pilothouse {

LogReader::LogReader(QObject *parent) : QObject(parent), m_worker(new LogWorker(m_stop))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    const auto hand = Qt::QueuedConnection;
    connect(
        m_worker, &LogWorker::changed, this,
        [this](int job, const LogState &state, const LogSlice &slice) {
            if (job == m_job && !m_path.isEmpty())
                Q_EMIT changed(state, slice);
            post([](LogWorker &worker) { worker.newsTaken(); });
        },
        hand);
    connect(m_worker, &LogWorker::found, this, &LogReader::found, hand);
    connect(m_worker, &LogWorker::textFetched, this, &LogReader::textFetched, hand);
    connect(m_worker, &LogWorker::saved, this, &LogReader::saved, hand);
    m_thread.setObjectName(QStringLiteral("log"));
    m_thread.start();
}

LogReader::~LogReader()
{
    m_stop = true;
    m_thread.quit();
    m_thread.wait();
}

template <typename Work> void LogReader::post(Work work)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work] { work(*worker); }, Qt::QueuedConnection);
}

void LogReader::follow(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    post([path, job = ++m_job](LogWorker &worker) { worker.follow(path, job); });
}

void LogReader::stop()
{
    m_path.clear();
    post([](LogWorker &worker) { worker.stop(); });
}

void LogReader::setRedactor(const LogRedactor &redact)
{
    post([redact](LogWorker &worker) { worker.setRedactor(redact); });
}

void LogReader::setQuery(const LogQuery &query)
{
    post([query](LogWorker &worker) { worker.setQuery(query); });
}

void LogReader::setWindow(const LogWindow &window)
{
    post([window](LogWorker &worker) { worker.setWindow(window); });
}

void LogReader::seek(Seek what, qint64 from)
{
    post([what, from](LogWorker &worker) { worker.seek(what, from); });
}

void LogReader::fetchText(const LogPosition &from, const LogPosition &to)
{
    post([from, to](LogWorker &worker) { worker.fetchText(from, to); });
}

void LogReader::save(const QString &path)
{
    post([path](LogWorker &worker) { worker.save(path); });
}

void LogReader::lookNow()
{
    post([](LogWorker &worker) { worker.look(); });
}

} // namespace pilothouse
