// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/monitorstrips.h"
#include "models/services/telemetryservice.h"
#include "models/telemetry/timeseries.h"

#include <QDateTime>

#include <map>

namespace pilothouse {

namespace {

QByteArray csvField(const QString &text)
{
    QString escaped = text;
    escaped.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QByteArrayLiteral("\"") + escaped.toUtf8() + '"';
}

} // namespace

QByteArray monitorCsv(const TelemetryService &service, qint64 rangeMs, qint64 nowMs)
{
    const QStringList ids = service.seriesIds();
    std::map<qint64, QMap<qsizetype, double>> rows;
    for (qsizetype column = 0; column < ids.size(); ++column) {
        const TimeSeries *series = service.series(ids[column]);
        for (qsizetype i = 0; i < series->size(); ++i) {
            const TimeSeries::Point &point = series->at(i);
            if (!point.gap && point.timeMs >= nowMs - rangeMs && point.timeMs <= nowMs)
                rows[point.timeMs].insert(column, point.value);
        }
    }
    QByteArray csv = "time";
    for (const QString &id : ids)
        csv += ',' + csvField(id);
    csv += '\n';
    for (const auto &[timeMs, values] : rows) {
        csv += QDateTime::fromMSecsSinceEpoch(timeMs, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
        for (qsizetype column = 0; column < ids.size(); ++column) {
            csv += ',';
            if (values.contains(column))
                csv += QByteArray::number(values.value(column), 'g', 15);
        }
        csv += '\n';
    }
    return csv;
}

} // namespace pilothouse
