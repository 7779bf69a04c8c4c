// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

#include <optional>

namespace pilothouse {

/// The programs that read .env files; each has its own grammar. Versions measured: Compose 2.40, python-dotenv 1.2,
/// dash 0.5.12, npm dotenv 18, systemd 257, docker CLI 28.
enum class EnvConsumer { Compose, PythonDotenv, Sh, NodeDotenv, Systemd, DockerEnvFile };

using EnvConsumers = QList<EnvConsumer>;

EnvConsumers allEnvConsumers();
QString envConsumerName(EnvConsumer consumer); ///< "compose", "python-dotenv", "sh", "node-dotenv", "systemd", "docker-env-file"
std::optional<EnvConsumer> envConsumerFromName(QStringView name);

} // namespace pilothouse
