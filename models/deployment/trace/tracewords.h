// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/configtrace.h"
#include "models/domain/formstate.h"
#include "models/env/dialects/envconsumer.h"

namespace pilothouse {

/// The trace of one key in a few words, in the interface language; no value is in them.
TraceMark traceMark(const KeyTrace &key);

/// The programs that read this deployment's .env. Empty when nothing in the folder tells.
EnvConsumers consumersOf(const ConfigTrace &trace);

} // namespace pilothouse
