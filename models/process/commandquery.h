// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QStringList>
#include <QTimer>

namespace pilothouse {

struct CommandRequest
{
    QString program; ///< absolute; no search, no shell
    QStringList arguments;
    QMap<QString, QString> environment; ///< the whole environment of the child
    QString workingFolder;
    int limitMs = 10'000; ///< then it is killed
    qsizetype mostBytes = 4 * 1024 * 1024; ///< of stdout; what comes behind is dropped
};

struct CommandAnswer
{
    enum class End { Exited, NotStarted, TimedOut, Crashed };
    End end = End::Exited;
    int exitCode = 0;
    QByteArray output;
    QByteArray errors; ///< up to 64 KB
    bool cut = false; ///< output is longer than mostBytes
    bool isGood() const { return end == End::Exited && exitCode == 0 && !cut; }
};

/// One short command that answers a question ("docker inspect"). Its end is told once by finished(), unless it was
/// cancelled or replaced. It does not outlive us on purpose: what changes something goes through ProcessLauncher.
/// Main thread, never waits.
class CommandQuery : public QObject
{
    Q_OBJECT
public:
    explicit CommandQuery(QObject *parent = nullptr);
    ~CommandQuery() override;

    void run(const CommandRequest &request); ///< replaces one under way
    void cancel(); ///< kills it, no signal
    bool isRunning() const { return m_process != nullptr; }

Q_SIGNALS:
    void finished(const CommandAnswer &answer);

private:
    void read();
    void end(CommandAnswer::End end, int exitCode = 0);

    QPointer<QProcess> m_process;
    QTimer m_limit;
    CommandAnswer m_answer;
    qsizetype m_mostBytes = 0;
};

} // namespace pilothouse
