// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/env/dialectfuzz.h"

#include "models/env/dialects/dialectdifferences.h"
#include "models/env/dialects/utf8.h"
#include "models/env/envdocument.h"
#include "models/env/envwritechoices.h"

#include <QSet>

using namespace pilothouse;

const char *dialectFuzzFinding(EnvConsumer consumer, const QByteArray &bytes)
{
    const DialectEnvironment environment{ { "HOME", "/home/user" }, { "PATH", "/bin" }, { "A", "outer" } };
    const DialectReading reading = readDialect(consumer, bytes, environment);
    const int lines = static_cast<int>(bytes.count('\n') + bytes.count('\r')) + 1;
    if (const auto &refusal = reading.refusal()) {
        if (!reading.entries().empty() || refusal->reason.isEmpty())
            return "a refusal comes with values or without a reason";
        return refusal->line >= 1 && refusal->line <= lines ? nullptr : "the line of a refusal is not in the file";
    }
    const bool text
        = consumer == EnvConsumer::PythonDotenv || consumer == EnvConsumer::Systemd || consumer == EnvConsumer::NodeDotenv;
    QSet<QByteArray> keys;
    for (const DialectEntry &entry : reading.entries()) {
        if (keys.contains(entry.key) || reading.find(entry.key) != &entry)
            return "a key is there twice";
        keys.insert(entry.key);
        if (entry.line < 1 || entry.line > lines)
            return "the line of a key is not in the file";
        if (entry.value.isNull() || (entry.kind != DialectEntry::Kind::Text && !entry.value.isEmpty()))
            return "a value is null, or there is one where none is known";
        if (text && utf8::firstInvalid(entry.value) >= 0)
            return "a value is not UTF-8";
        if (consumer == EnvConsumer::Sh && entry.value.contains('\0'))
            return "a value of the shell holds a NUL";
    }
    for (const DialectDifference &difference : dialectDifferences(bytes, { consumer, EnvConsumer::DockerEnvFile }, environment)) {
        if (difference.line < 1 || difference.line > lines)
            return "the line of a difference is not in the file";
    }
    return nullptr;
}

const char *writerFuzzFinding(const QByteArray &bytes)
{
    static const QList<EnvConsumers> targets{ EnvWriter::coreConsumers(), EnvWriter::allButDocker(), EnvWriter::allConsumers(),
        { EnvConsumer::Compose }, { EnvConsumer::Sh, EnvConsumer::Systemd }, { EnvConsumer::NodeDotenv },
        { EnvConsumer::PythonDotenv } };
    static const QByteArrayList files{ "K=old\nL='last'\n", "F=1\nK=\"old\"\nL=${F}\n", "K='a\nb'\nL=2\n", "F=1", "" };
    if (bytes.isEmpty())
        return nullptr;
    const auto choice = static_cast<unsigned char>(bytes.front());
    const EnvConsumers &consumers = targets.at(choice % targets.size());
    const EnvDocument before(files.at(choice / targets.size() % files.size()));
    const QString value = utf8::text(QByteArrayView(bytes).sliced(1));
    EnvDocument after = before;
    if (!after.setValue(QStringLiteral("K"), value, consumers))
        return after == before ? nullptr : "a refused edit changed bytes";
    for (const EnvConsumer consumer : consumers) {
        const EnvReaderOutcome outcome = readerOutcome(before, after, "K", value.toUtf8(), consumer);
        if (!outcome.refusal.isEmpty() && !outcome.refusedBefore)
            return "a reader refuses the file after the edit";
        if (!outcome.asTyped && after != before)
            return "a reader does not get the value that was called safe";
        if (!outcome.changedKeys.isEmpty())
            return "a reader gets another value for another key";
    }
    return nullptr;
}
