// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// What becomes of a key of .env.
enum class TraceVerdict {
    Applies, ///< something that runs consumes the value of .env
    Shadowed, ///< the consumer gets another value, KeyTrace::by says from where
    Unused, ///< nothing in the deployment reads the key
    Dead, ///< it arrives in a container and nothing there consumes it
};

/// A line of a file. The file is relative to the deployment's folder, absolute outside of it; empty: no place.
struct TracePlace
{
    QString file;
    int line = 0; ///< 1-based, 0: the file as a whole
    bool isEmpty() const { return file.isEmpty(); }
    bool operator==(const TracePlace &) const = default;
};

/// TracePlace::file when a variable of the shell beats .env.
inline constexpr char shellEnvironmentPlace[] = "shell environment";

enum class TraceReaderKind {
    Interpolation, ///< ${KEY} in a compose file, outside of environment
    Environment, ///< the entry of the container's variable under environment:
    EnvFile, ///< env_file:
    BuildArgument,
    Compose, ///< Compose's own variables (COMPOSE_FILE, …)
    Reference, ///< ${KEY} in another line of .env
    Dockerfile,
    Makefile,
    Systemd,
    Script,
    Launch, ///< Pilothouse starts the provider with it
    Request, ///< Pilothouse's own requests carry it
};

/// One step of a value on its way: who reads it, where, and what it becomes there.
struct TraceReader
{
    TraceReaderKind kind = TraceReaderKind::Interpolation;
    TracePlace place;
    QString service; ///< compose service, unit, "Pilothouse"; empty: none
    QString variable; ///< of the container or process; empty: it arrives as none
    QString flag; ///< "--max-model-len" when it becomes an argument; empty otherwise
    std::optional<QString> effective; ///< what this reader gets; none: unknown or not set
    bool consumed = false; ///< a program is known, or must be assumed, to use it
    bool takesValue = false; ///< the value of .env decides what is read here; false: by says what does
    bool active = true; ///< belongs to the compose files that count for the mode in force
    TracePlace by; ///< what decides instead
    bool operator==(const TraceReader &) const = default;
};

/// One key of .env or one known variable with everything that reads it.
struct KeyTrace
{
    QString key;
    int line = 0; ///< in .env, 0 when absent
    std::optional<QString> value; ///< as Compose reads .env; none when absent
    bool secret = false; ///< by name or shape: show masked
    bool known = false; ///< a variable of the schema
    TraceVerdict verdict = TraceVerdict::Unused;
    std::optional<QString> effective; ///< what the deciding reader gets
    TracePlace by; ///< of a shadowed key
    QList<TraceReader> readers;
    bool operator==(const KeyTrace &) const = default;
};

/// The six ways of reading .env; which of them this deployment has.
struct EnvReaders
{
    bool compose = false;
    bool pythonDotenv = false;
    bool sh = false;
    bool nodeDotenv = false;
    bool systemd = false;
    bool dockerEnvFile = false;
    bool make = false; ///< "include .env", a seventh one
    bool operator==(const EnvReaders &) const = default;
};

/// A provider's or backend's service as far as the rules need it.
struct TracedService
{
    QString name;
    TracePlace place;
    QString program; ///< "vllm", "ollama", … of resources/schema/programs.json; empty: not known
    bool active = true;
    std::optional<int> gpus; ///< devices it reserves; none: all, or none reserved
    TracePlace gpusPlace;
    QStringList modelKeys; ///< keys of .env that may decide the model its command line loads, in order
    bool modelIsKnown = false; ///< modelKeys was read from a command line
    QList<QPair<QString, QString>> ports; ///< container port, published port with host: ("8001", "127.0.0.1:8001")
    TracePlace portsPlace;
    bool portsAreOpen = false; ///< one of them is published on every network interface
    QString servedName; ///< the model name its command line makes it serve; empty: not known
    QStringList files; ///< absolute, in merge order: the compose files that define it
    QStringList filesRead; ///< absolute: these, and what they include or build from
    bool operator==(const TracedService &) const = default;
};

/// Something in the deployment's files that its reader would refuse.
struct TraceFault
{
    TracePlace place;
    QString message;
    bool operator==(const TraceFault &) const = default;
};

/// Where every value of .env goes. A plain value: built off the UI thread, shown by the form and by panels.
struct ConfigTrace
{
    QList<KeyTrace> keys; ///< in file order, then known variables that .env does not set
    QList<TracedService> services;
    QList<TraceFault> faults;
    QStringList composeFiles; ///< that were read, relative
    QStringList overwritingTargets; ///< make targets that copy a profile over .env, "Makefile:12 switch-vllm"
    QStringList readNames; ///< every variable that some active reader looks up, whether .env sets it or not
    EnvReaders consumers;
    bool hasReaders = false; ///< compose files or units tell who reads .env, so "unused" means something
    /// vLLM's model falls back to LLM_MODEL; none when no vLLM is described by a compose file.
    std::optional<bool> modelFallsBack;

    const KeyTrace *find(QStringView key) const
    {
        for (const KeyTrace &each : keys) {
            if (each.key == key)
                return &each;
        }
        return nullptr;
    }
    bool operator==(const ConfigTrace &) const = default;
};

QString traceVerdictName(TraceVerdict verdict); ///< "applies", "shadowed", "unused", "dead"

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::ConfigTrace)
