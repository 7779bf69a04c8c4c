// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formstate.h"

namespace pilothouse {

/// A form as the rules would fill it, for the page's tests: an Ollama deployment with some other keys and a secret.
FormState sampleForm();
/// Puts a value into the row and judges LLM_TEMPERATURE and bool.not-true as the rules do; counts changes.
void editForm(FormState &state, const QString &key, const QString &value);
FormRow *findRow(FormState &state, const char *key);
inline const char secretValue[] = "hf_verysecretvalue";

} // namespace pilothouse
