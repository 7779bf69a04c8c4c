// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/problem.h"

namespace pilothouse {

QString problemLevelName(ProblemLevel level)
{
    switch (level) {
    case ProblemLevel::Info:
        return QStringLiteral("info");
    case ProblemLevel::Warning:
        return QStringLiteral("warning");
    case ProblemLevel::Error:
        return QStringLiteral("error");
    }
    return {};
}

} // namespace pilothouse
