// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/launchbuilder.h"
#include "models/secrets/redactor.h"

#include <QCoreApplication>

namespace pilothouse {

void planOllama(LaunchBuilder &builder, const ListenAddress &address)
{
    builder.findProgram(QStringLiteral("ollama"));
    builder.addModel(LlmMode::Ollama);
    builder.argument(QStringLiteral("serve"), QStringLiteral("Pilothouse"));
    builder.addDescribedArguments();

    const QString hostKey = QStringLiteral("OLLAMA_HOST");
    QString bind = address.bindHost.contains(u':') ? u'[' + address.bindHost + u']' : address.bindHost;
    bind += QStringLiteral(":%1").arg(address.port);
    builder.variable(
        hostKey, bind, builder.has(hostKey) ? builder.origin(hostKey) : QStringLiteral("Pilothouse"), false, hostKey);

    const QString contextKey = QStringLiteral("OLLAMA_NUM_CTX");
    const QString context = builder.value(contextKey).trimmed();
    if (!context.isEmpty()) {
        bool isNumber = false;
        if (context.toInt(&isNumber) <= 0 || !isNumber) {
            builder.block({ QStringLiteral("range.OLLAMA_NUM_CTX"),
                QCoreApplication::translate("LaunchPlan", "OLLAMA_NUM_CTX is not a number of tokens."), {},
                QCoreApplication::translate("LaunchPlan", "Set it to a whole number above 0, for instance 4096."), {} });
        }
        builder.variable(QStringLiteral("OLLAMA_CONTEXT_LENGTH"), context, builder.origin(contextKey), false, contextKey);
    }
    // Ollama's own variables go to Ollama; keys of other programs (HF_TOKEN, VLLM_API_KEY) do not.
    for (auto it = builder.inputs().values.begin(); it != builder.inputs().values.end(); ++it) {
        if (!it.key().startsWith(QLatin1String("OLLAMA_")))
            continue;
        builder.applied(it.key());
        if (it.key() != hostKey && it.key() != contextKey && !it->isEmpty())
            builder.variable(it.key(), *it, builder.origin(it.key()), isSecretKey(it.key()), it.key());
    }
    builder.addDescribedEnvironment();
}

} // namespace pilothouse
