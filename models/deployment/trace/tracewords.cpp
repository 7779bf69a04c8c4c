// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/tracewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TraceWords)
};

QString placeText(const TracePlace &place)
{
    if (place.isEmpty() || place.line == 0)
        return place.file;
    return QStringLiteral("%1:%2").arg(place.file).arg(place.line);
}

/// What the value becomes: "--max-model-len of vllm", "MODEL of backend", or only who gets it.
QString arrival(const TraceReader &reader)
{
    const QString name = reader.flag.isEmpty() ? reader.variable : reader.flag;
    if (name.isEmpty())
        return reader.service;
    return reader.service.isEmpty() ? name : Texts::tr("%1 of %2").arg(name, reader.service);
}

const TraceReader *decisive(const KeyTrace &key)
{
    const auto counts = [&key](const TraceReader &reader) {
        return reader.active && (key.verdict != TraceVerdict::Applies || (reader.consumed && reader.takesValue));
    };
    const auto found = std::find_if(key.readers.begin(), key.readers.end(), counts);
    return found == key.readers.end() ? nullptr : &*found;
}

constexpr qsizetype mostSteps = 8;

QStringList pathOf(const KeyTrace &key)
{
    QStringList steps;
    for (const TraceReader &reader : key.readers) {
        QStringList parts{ placeText(reader.place), arrival(reader) };
        parts.removeAll(QString());
        QString step = parts.join(QStringLiteral(" → "));
        if (!reader.active)
            step = Texts::tr("%1 (not in use)").arg(step);
        if (!step.isEmpty() && !steps.contains(step))
            steps << step;
    }
    if (steps.size() > mostSteps) {
        const qsizetype more = steps.size() - mostSteps;
        steps = steps.mid(0, mostSteps);
        steps << Texts::tr("and %n more", nullptr, int(more));
    }
    return steps;
}

} // namespace

TraceMark traceMark(const KeyTrace &key)
{
    TraceMark mark;
    mark.path = pathOf(key);
    const TraceReader *reader = decisive(key);
    const QString to = reader ? arrival(*reader) : QString();
    switch (key.verdict) {
    case TraceVerdict::Applies:
        mark.verdict = TraceMark::Verdict::Applies;
        mark.sentence = to.isEmpty() ? Texts::tr("applies") : Texts::tr("applies: %1").arg(to);
        break;
    case TraceVerdict::Shadowed:
        mark.verdict = TraceMark::Verdict::Shadowed;
        if (key.by.file == QLatin1String(shellEnvironmentPlace)) {
            mark.sentence = Texts::tr("shadowed by the shell’s variable");
        } else {
            mark.sentence = key.by.isEmpty() ? Texts::tr("shadowed") : Texts::tr("shadowed by %1").arg(key.by.file);
            mark.place = placeText(key.by);
        }
        return mark;
    case TraceVerdict::Unused:
        mark.verdict = TraceMark::Verdict::Unused;
        mark.sentence = Texts::tr("unused");
        mark.place = Texts::tr("nothing in this deployment reads it");
        return mark;
    case TraceVerdict::Dead:
        mark.verdict = TraceMark::Verdict::Dead;
        mark.sentence
            = to.isEmpty() ? Texts::tr("arrives, nothing uses it") : Texts::tr("arrives as %1, nothing uses it").arg(to);
        break;
    }
    if (reader)
        mark.place = placeText(reader->place);
    return mark;
}

EnvConsumers consumersOf(const ConfigTrace &trace)
{
    const EnvReaders &readers = trace.consumers;
    EnvConsumers consumers;
    const auto add = [&consumers](bool reads, EnvConsumer consumer) {
        if (reads)
            consumers << consumer;
    };
    add(readers.compose, EnvConsumer::Compose);
    add(readers.pythonDotenv, EnvConsumer::PythonDotenv);
    add(readers.sh || readers.make, EnvConsumer::Sh); // make has no reader of its own here; sh is the stricter neighbour
    add(readers.nodeDotenv, EnvConsumer::NodeDotenv);
    add(readers.systemd, EnvConsumer::Systemd);
    add(readers.dockerEnvFile, EnvConsumer::DockerEnvFile);
    return consumers;
}

} // namespace pilothouse
