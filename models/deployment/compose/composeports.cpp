// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/composeproject.h"

#include <algorithm>

namespace pilothouse {

namespace {

struct PortRange
{
    int first = 0;
    int last = -1;
    int count() const { return last - first + 1; }
};

std::optional<PortRange> portRange(const QString &text)
{
    bool firstValid = false;
    bool lastValid = true;
    PortRange range;
    range.first = text.section(u'-', 0, 0).toUShort(&firstValid);
    range.last = text.contains(u'-') ? text.section(u'-', 1).toUShort(&lastValid) : range.first;
    if (!firstValid || !lastValid || range.count() < 1)
        return std::nullopt;
    return range;
}

} // namespace

QList<ComposePort> parsePorts(const QString &text, const TracePlace &place)
{
    QStringList parts = text.split(u':');
    QString container = parts.takeLast();
    const QString host = parts.isEmpty() ? QString() : parts.takeLast();
    QString ip = parts.join(u':');
    if (ip.startsWith(u'[') && ip.endsWith(u']'))
        ip = ip.mid(1, ip.size() - 2);
    const QString protocol = container.contains(u'/') ? container.section(u'/', 1).toLower() : QStringLiteral("tcp");
    container = container.section(u'/', 0, 0);
    const std::optional<PortRange> inside = portRange(container);
    const std::optional<PortRange> outside = portRange(host);
    if (!inside || (!host.isEmpty() && !outside) || inside->count() > 1000)
        return {};
    const bool dynamic = outside && inside->count() == 1 && outside->count() > 1;
    if (outside && !dynamic && outside->count() != inside->count())
        return {};
    QList<ComposePort> ports;
    for (int i = 0; i < inside->count(); ++i) {
        QString published = outside ? QString::number(outside->first + i) : QString();
        if (dynamic)
            published += u'-' + QString::number(outside->last);
        ports.append({ ip, published, QString::number(inside->first + i), protocol, place });
    }
    return ports;
}

} // namespace pilothouse
