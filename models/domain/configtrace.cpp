// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/configtrace.h"

namespace pilothouse {

QString traceVerdictName(TraceVerdict verdict)
{
    switch (verdict) {
    case TraceVerdict::Applies:
        return QStringLiteral("applies");
    case TraceVerdict::Shadowed:
        return QStringLiteral("shadowed");
    case TraceVerdict::Unused:
        return QStringLiteral("unused");
    case TraceVerdict::Dead:
        return QStringLiteral("dead");
    }
    return {};
}

} // namespace pilothouse
