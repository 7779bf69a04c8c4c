// SPDX-License-Identifier: GPL-3.0-or-later
// docker run --env-file: one line is one entry, nothing is quoted or expanded, lines are limited in length.
#include "models/env/dialects/dialect.h"
#include "models/env/dialects/utf8.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

constexpr qsizetype lineBuffer = 65536;

/// Takes one line; the reason when the whole file is refused for it.
QString takeLine(QByteArrayView line, int number, const DialectEnvironment &environment, DialectReading &reading)
{
    if (line.size() >= lineBuffer)
        return QCoreApplication::translate("Dialects", "the line is longer than 65,535 bytes");
    if (line.endsWith('\r'))
        line.chop(1);
    if (utf8::firstInvalid(line) >= 0)
        return QCoreApplication::translate("Dialects", "the line is not UTF-8");
    if (number == 1 && line.startsWith("\xef\xbb\xbf"))
        line = line.sliced(3);
    line = line.sliced(utf8::skipSpace(line, 0, utf8::isGoSpace));
    if (line.isEmpty() || line.front() == '#')
        return {};
    const qsizetype equals = line.indexOf('=');
    const QByteArrayView key = equals < 0 ? line : line.first(equals);
    if (key.isEmpty())
        return QCoreApplication::translate("Dialects", "there is no name before “=”");
    if (key.contains(' ') || key.contains('\t'))
        return QCoreApplication::translate("Dialects", "the name holds a blank");
    const QByteArray name = key.toByteArray();
    if (equals >= 0)
        reading.set({ name, line.sliced(equals + 1).toByteArray(), number, DialectEntry::Kind::Text });
    else if (const auto outer = environment.constFind(name); outer != environment.constEnd())
        reading.set({ name, *outer, number, DialectEntry::Kind::Text });
    return {};
}

} // namespace

DialectReading readAsDockerEnvFile(QByteArrayView bytes, const DialectEnvironment &environment)
{
    DialectReading reading;
    reading.reserve(bytes.size() / 32);
    int number = 1;
    for (qsizetype from = 0; from < bytes.size(); ++number) {
        const qsizetype lf = bytes.indexOf('\n', from);
        const qsizetype end = lf < 0 ? bytes.size() : lf;
        const QString reason = takeLine(bytes.sliced(from, end - from), number, environment, reading);
        if (!reason.isEmpty()) {
            reading.refuse(number, reason);
            break;
        }
        from = end + 1;
    }
    return reading;
}

} // namespace pilothouse
