// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/deploymentdescription.h"
#include "models/deployment/trace/filereading.h"
#include "models/domain/configtrace.h"
#include "models/env/variableschema.h"
#include "models/settings/operatorchoice.h"

#include <QMap>

namespace pilothouse {

struct TraceInputs
{
    Deployment deployment;
    DeploymentDescription description;
    OperatorChoice choice;
    QByteArray envBytes; ///< of the env file: the saved ones, or those being edited
    QMap<QString, QString> shell; ///< the operator's environment, which beats .env where compose puts in variables
    FileReading read = readDeploymentFile;
};

/// Follows every key of .env and every known variable through compose files, Dockerfiles, the Makefile, systemd units,
/// shell scripts and Pilothouse's own launch. Reads the deployment's files, executes nothing: call it off the UI thread.
/// What cannot be read is in ConfigTrace::faults; the rest is still traced. Facts: compose-go 2.9 for compose's rules,
/// resources/schema/programs.json for what a known image reads by itself. In an image that nobody knows, a variable that
/// is passed by name counts as consumed unless the schema says that another program reads it.
ConfigTrace traceConfiguration(const TraceInputs &inputs, const VariableSchema &schema);

} // namespace pilothouse
