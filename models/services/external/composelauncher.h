// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/commandquery.h"
#include "models/process/processstopper.h"
#include "models/process/processwatch.h"
#include "models/services/external/containerlog.h"
#include "models/services/externallauncher.h"

#include <QPointer>
#include <QTimer>

namespace pilothouse {

/// A provider that is a service of a compose project. Actions ("up -d SERVICE", "rm --stop SERVICE") are processes of their own
/// with output to a file, so they outlive us; questions ("ps", "inspect") are short commands with a time limit. Compose gets
/// the operator's own environment, as in a terminal; secrets reach containers only by what the compose files name.
class ComposeLauncher : public ExternalLauncher
{
    Q_OBJECT
public:
    ComposeLauncher(const QString &logPath, const ProcFs &procFs, QObject *parent = nullptr);
    ~ComposeLauncher() override;

    void setSpec(const LaunchSpec &spec) override;
    void setRedactor(const Redactor &redactor) override { m_redactor = redactor; }
    bool isBusy() const override { return m_action != Action::None; }
    void start() override;
    void stop() override;
    void cancel() override;
    void apply(const QStringList &services) override;
    void observe() override;
    void followLog() override;
    QString logPath() const override { return m_logPath; }

private:
    enum class Action { None, Up, Apply, Down };
    enum class Question { None, List, Inspect, Log };

    // composelauncher.cpp: actions
    void act(Action action, const QStringList &arguments);
    void actionEnded(const ProcessEnd &end);
    void forgetQuestion();
    void showProgress();
    void replaceBy(Action next);
    void cancelled();
    Error complaint(const ProcessEnd &end) const;

    // composequestions.cpp
    void ask(Question question, const QString &program, const QStringList &arguments);
    void answered(const CommandAnswer &answer);
    void listed(const QByteArray &ids);
    void inspected(const QByteArray &json);
    void tell();
    void notAnswered(const CommandAnswer &answer);
    const ContainerFacts *provider() const; ///< of several the one that runs, else the latest
    ExternalFacts facts() const;

    QMap<QString, QString> environment() const;

    LaunchSpec m_spec;
    Redactor m_redactor;
    QString m_logPath;
    QString m_outputPath; ///< of the action under way
    qint64 m_outputStart = 0;
    qint64 m_progressRead = 0;
    ProcFs m_procFs;
    Action m_action = Action::None;
    Action m_next = Action::None; ///< once the one under way is ended; None with m_stopper: cancelled
    RunOwnership m_command;
    ProcessWatch m_watch;
    QPointer<ProcessStopper> m_stopper;
    QTimer m_progressTimer;
    ContainerLog m_log;

    CommandQuery m_query;
    Question m_question = Question::None;
    QStringList m_ids;
    int m_inspections = 0; ///< since the last list
    bool m_retried = false; ///< a container vanished between list and inspection
    QList<ContainerFacts> m_containers;
    QString m_lastLinesOf; ///< container and run that m_lastLines belongs to
    QStringList m_lastLines;
    bool m_followWanted = false;
};

} // namespace pilothouse
