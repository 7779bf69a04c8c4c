// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/applystep.h"
#include "models/domain/courseline.h"
#include "models/domain/providerstatus.h"
#include "models/domain/steps.h"
#include "models/domain/telemetrysample.h"
#include "ui/pages/overview/overviewpage.h"

/// The values of the pictures 01, 15 and 16.
namespace pilothouse::samples {

Deployment deployment();
ProviderStatus ready();
ProviderStatus stopped();
CourseLine agreeing();
CourseLine differing();
CourseLine notRunning();
ApplyPlan restartPlan();
TelemetrySample withoutGpu();
TelemetrySample withGpu();
OverviewHistory history();
QList<Event> events();
SmokeReport smoke(bool passed);

} // namespace pilothouse::samples
