// SPDX-License-Identifier: GPL-3.0-or-later
// "set -a; . ./.env" in dash, and what a child would get then. Nothing is run: see sh/shrunner.h.
#include "models/env/dialects/dialect.h"
#include "models/env/dialects/sh/shparser.h"
#include "models/env/dialects/sh/shrunner.h"

namespace pilothouse {

DialectReading readAsSh(QByteArrayView bytes, const DialectEnvironment &environment)
{
    QByteArray text = QByteArray::fromRawData(bytes.data(), bytes.size());
    if (bytes.contains('\0'))
        text.replace('\0', QByteArrayView()); // the shell skips them
    sh::Runner runner(environment);
    DialectReading refused;
    try {
        runner.script(text, 1);
    } catch (const sh::SyntaxError &error) {
        refused.refuse(error.line, error.reason);
        return refused;
    } catch (const sh::Stop &stop) {
        if (stop.kind == sh::Stop::Kind::Return)
            return runner.result();
        refused.refuse(stop.line, stop.reason);
        return refused;
    }
    return runner.result();
}

} // namespace pilothouse
