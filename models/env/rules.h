// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/problem.h"
#include "models/env/envdocument.h"
#include "models/env/envwriter.h"
#include "models/env/variableschema.h"

namespace pilothouse {

/// What the rules need to know about the file besides its bytes.
struct EnvFileFacts
{
    uint mode = 0600; ///< permission bits
    uint links = 1; ///< hard links
};

/// The rules about the known variables (mode.*, model.*, vllm-model.fallback, url.*, range.*, type.*, bool.not-true,
/// value.empty-number, tokens.exceed-context). Cheap: fit for every keystroke.
///
/// A number is what Python's int() and float() take, since the backend reads it so: blanks around, a sign, decimal digits
/// with single "_" between them, for float() also a fraction and an exponent; "inf", "nan" and other digits are refused.
/// A value that holds ${…} or $NAME outside '…' is only known to its readers and not checked.
QList<Problem> checkVariables(const EnvDocument &document, const VariableSchema &schema);

/// dialect.differs: what the consumers read differently, one problem a line, secrets not shown; a consumer that refuses the
/// file is one problem more. 10 to 20 ms for 10,000 lines and three consumers: not for every keystroke.
QList<Problem> checkDialects(const EnvDocument &document, const EnvConsumers &consumers = EnvWriter::coreConsumers());

/// The rules about the file (key.duplicate, syntax.*, permissions.open, file.hard-link). Linear in the file's size.
QList<Problem> checkFile(const EnvDocument &document, const EnvFileFacts &facts);

/// All three: variables, file, and what the consumers, the programs that read this deployment's file, read differently.
QList<Problem> checkEnv(const EnvDocument &document, const VariableSchema &schema, const EnvFileFacts &facts,
    const EnvConsumers &consumers = EnvWriter::coreConsumers());

/// The mode in force: LLM_MODE of the document, else the schema's default.
LlmMode modeOf(const EnvDocument &document, const VariableSchema &schema);

} // namespace pilothouse
