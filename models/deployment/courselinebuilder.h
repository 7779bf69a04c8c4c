// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/applystep.h"
#include "models/domain/backendfacts.h"
#include "models/domain/courseline.h"
#include "models/domain/launchspec.h"
#include "models/domain/providerstatus.h"

#include <QList>
#include <QMap>

namespace pilothouse {

struct CourseInputs
{
    QMap<QString, QString> saved;
    LaunchSpec spec;
    ProviderStatus status;
    QList<RunningValue> running = {}; ///< read from the process; where it is unknown, what was recorded at the start counts
    BackendFacts backend = {};
    std::optional<BackendVerdict> verdict = {};
};

/// The three truths side by side: the saved .env, what the process has, what the API says; with a backend also what that
/// one believes. Pure; numbers in the rows are plain digits, the view groups them.
CourseLine courseLine(const CourseInputs &inputs);

} // namespace pilothouse
