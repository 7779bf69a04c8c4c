// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/envconsumer.h"

namespace pilothouse {

EnvConsumers allEnvConsumers()
{
    return { EnvConsumer::Compose, EnvConsumer::PythonDotenv, EnvConsumer::Sh, EnvConsumer::NodeDotenv, EnvConsumer::Systemd,
        EnvConsumer::DockerEnvFile };
}

QString envConsumerName(EnvConsumer consumer)
{
    switch (consumer) {
    case EnvConsumer::Compose:
        return QStringLiteral("compose");
    case EnvConsumer::PythonDotenv:
        return QStringLiteral("python-dotenv");
    case EnvConsumer::Sh:
        return QStringLiteral("sh");
    case EnvConsumer::NodeDotenv:
        return QStringLiteral("node-dotenv");
    case EnvConsumer::Systemd:
        return QStringLiteral("systemd");
    case EnvConsumer::DockerEnvFile:
        return QStringLiteral("docker-env-file");
    }
    return {};
}

std::optional<EnvConsumer> envConsumerFromName(QStringView name)
{
    for (const EnvConsumer consumer : allEnvConsumers()) {
        if (envConsumerName(consumer) == name)
            return consumer;
    }
    return std::nullopt;
}

} // namespace pilothouse
