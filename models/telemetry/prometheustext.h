// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace pilothouse {

/// One sample line of the Prometheus text format 0.0.4.
struct PrometheusSample
{
    QString name;
    QMap<QString, QString> labels;
    double value = 0; ///< NaN and infinities as sent
};

struct PrometheusText
{
    QList<PrometheusSample> samples;
    int ignoredLines = 0; ///< lines that are neither comment nor sample; the rest still counts

    /// One value per label set (joined as text), finite ones only; empty when the metric is absent.
    QMap<QString, double> series(const QString &name) const;
    /// Sum over all label sets; absent when there is no finite one.
    std::optional<double> sum(const QString &name) const;
};

/// Pure. Numbers never follow the locale. At most 16 MiB and 50,000 samples are read.
PrometheusText parsePrometheusText(const QByteArray &text);

} // namespace pilothouse
