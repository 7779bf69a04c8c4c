// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/launchbuilder.h"

#include <QCoreApplication>

namespace pilothouse {

void planCommand(LaunchBuilder &builder)
{
    const LaunchInputs &inputs = builder.inputs();
    if (inputs.choice.program.isEmpty() && inputs.description.program.isEmpty()) {
        builder.block({ QStringLiteral("command.no-program"),
            QCoreApplication::translate("LaunchPlan", "The launcher is a command, but no program is named."), {},
            QCoreApplication::translate("LaunchPlan", "Name it in “program” of .pilothouse.json or in the settings."), {} });
        return;
    }
    builder.findProgram(QString());
    builder.addDescribedArguments();
    builder.addDescribedEnvironment();
}

} // namespace pilothouse
