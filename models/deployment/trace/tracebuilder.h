// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/compose/composeproject.h"
#include "models/deployment/trace/configtracer.h"
#include "models/deployment/trace/dockerfile.h"
#include "models/deployment/trace/envreading.h"
#include "models/deployment/trace/makefile.h"
#include "models/deployment/trace/programs.h"

#include <QHash>

namespace pilothouse {

/// What runs in a container or unit, as far as it is known.
struct TraceConsumer
{
    const KnownProgram *program = nullptr;
    bool opaque = false; ///< a known image whose command is a script of its own: anything may be read
    QHash<QString, QString> shellReads; ///< variables that a shell puts into the command line → flag
};

/// Private to this room: collects the readers of one trace. Each source of readers has its own file.
class TraceBuilder
{
public:
    TraceBuilder(const TraceInputs &inputs, const VariableSchema &schema);

    ConfigTrace build();

private:
    struct Service ///< a compose service with what its image adds
    {
        const ComposeService *compose = nullptr;
        DockerImage image;
        QString imageFile; ///< shown path of the Dockerfile
        bool imageKnown = false; ///< the Dockerfile was read
        bool active = true;
        QStringList files; ///< of its set
        QStringList filesRead;
        TraceConsumer consumer;
        QList<ComposeArgument> arguments; ///< entrypoint and command
    };

    // composereaders.cpp, composecommands.cpp
    void readCompose();
    ComposeRequest composeRequest(const QStringList &files) const;
    void readService(const ComposeService &compose, bool active, const QStringList &files, const QStringList &filesRead);
    void readDocker(Service &service);
    void findConsumer(Service &service);
    void addContainerVariables(const Service &service);
    void addVariable(const Service &service, const ComposeVariable &variable);
    void addOverridden(const Service &service);
    void addImageVariables(const Service &service);
    void addBuildArguments(const Service &service);
    void addCommandReaders(const Service &service);
    void addOtherUses(const QList<ComposeUse> &uses, const QString &name, bool active);
    void addTracedService(const Service &service);
    QString servedName(const Service &service) const;
    QStringList modelKeys(const Service &service, bool &known) const;
    bool consumes(const TraceConsumer &consumer, const QString &variable, bool explicitly) const;

    // filereaders.cpp
    void readMake();
    void readUnits();
    void readScripts();
    void addUnit(const QString &path);

    // launchreaders.cpp
    void readLaunch();
    void addDescribed(const QString &text, const QString &flag, const QString &variable);

    // traceverdict.cpp
    void addReferences();
    void judge(KeyTrace &key) const;

    void add(const QString &key, TraceReader reader);
    /// Fills in takesValue and by for a reader that looks the key up where compose does.
    void lookUp(TraceReader &reader, const QString &key, bool decides, const TracePlace &decider) const;
    QString shown(const QString &path) const { return shownPath(path, m_inputs.deployment.folder); }
    bool isEnvFile(const QString &path) const { return path == m_inputs.deployment.envPath; }
    TracePlace envPlace(int line) const { return { shown(m_inputs.deployment.envPath), line }; }
    TracePlace deciderAmong(const QList<VariableUse> &uses, const TracePlace &otherwise) const;

    const TraceInputs &m_inputs;
    const VariableSchema &m_schema;
    FileReading m_read; ///< with the env file's bytes being those of the inputs
    QList<EnvFileValue> m_lines;
    QMap<QString, QString> m_values; ///< as compose reads .env
    QMap<QString, int> m_lineOf;
    QMap<QString, QString> m_environment; ///< what compose puts in
    QMap<QString, TracePlace> m_beats; ///< keys that something beats, and what
    Makefile m_make;
    QList<QStringList> m_composeCommands;
    QHash<QString, QList<TraceReader>> m_readers;
    ConfigTrace m_trace;
    QSet<QString> m_filesSeen;
};

} // namespace pilothouse
