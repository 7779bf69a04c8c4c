// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/failure.h"

namespace pilothouse {

/// An expected failure: `code` is stable and machine-readable ("env.unreadable"), the rest is for people.
/// Texts must already be free of secrets: pass foreign text through Redactor first.
using Error = Failure;

} // namespace pilothouse
