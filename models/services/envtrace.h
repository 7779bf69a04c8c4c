// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formstate.h"
#include "models/domain/problem.h"
#include "models/env/envwriter.h"

#include <QHash>

namespace pilothouse {

/// What a look at the deployment's other files says about the keys of .env, for the form.
struct EnvTrace
{
    QHash<QString, TraceMark> marks; ///< beside the fields
    QList<Problem> problems; ///< take the place of those of the same rule and key
    QList<Problem> notes{}; ///< beside their fields only: nothing is wrong, but something can be done
    QHash<QString, QString> emptyTexts{}; ///< what an absent key's field says instead of its default
    EnvConsumers consumers = EnvWriter::coreConsumers(); ///< the programs that read this deployment's file
    bool operator==(const EnvTrace &) const = default;
};

} // namespace pilothouse
