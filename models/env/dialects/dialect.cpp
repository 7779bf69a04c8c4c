// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/dialect.h"

namespace pilothouse {

const DialectEntry *DialectReading::find(QByteArrayView key) const
{
    const int place = m_index.value(QByteArray::fromRawData(key.data(), key.size()));
    return place == 0 ? nullptr : &m_entries[static_cast<size_t>(place) - 1];
}

void DialectReading::reserve(qsizetype count)
{
    m_entries.reserve(static_cast<size_t>(count));
    m_index.reserve(count);
}

void DialectReading::set(DialectEntry entry)
{
    int &place = m_index[entry.key];
    if (place > 0) {
        m_entries[static_cast<size_t>(place) - 1] = std::move(entry);
        return;
    }
    m_entries.push_back(std::move(entry));
    place = static_cast<int>(m_entries.size());
}

void DialectReading::refuse(int line, const QString &reason)
{
    m_entries.clear();
    m_index.clear();
    m_refusal = DialectRefusal{ line, reason };
}

DialectReading readDialect(EnvConsumer consumer, QByteArrayView bytes, const DialectEnvironment &environment)
{
    switch (consumer) {
    case EnvConsumer::Compose:
        return readAsCompose(bytes, environment);
    case EnvConsumer::PythonDotenv:
        return readAsPythonDotenv(bytes, environment);
    case EnvConsumer::Sh:
        return readAsSh(bytes, environment);
    case EnvConsumer::NodeDotenv:
        return readAsNodeDotenv(bytes);
    case EnvConsumer::Systemd:
        return readAsSystemd(bytes);
    case EnvConsumer::DockerEnvFile:
        return readAsDockerEnvFile(bytes, environment);
    }
    return {};
}

} // namespace pilothouse
