// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chat.h"
#include "models/domain/endpoint.h"
#include "models/domain/telemetrysample.h"

#include <QObject>

#include <memory>
#include <optional>

namespace pilothouse {

class TimeSeries; // models/telemetry/timeseries.h

/// Injectable edges of the sampler.
struct TelemetryPaths
{
    QString nvmlLibrary; ///< empty: libnvidia-ml.so.1, then libnvidia-ml.so
    QString procRoot = QStringLiteral("/proc");
    QString sysRoot = QStringLiteral("/sys");
};

/// Owns the one sampler thread (NVML, /proc) and the time series. Samples once a second while someone watches;
/// watch()/unwatch() count the watchers. UI thread only.
class TelemetryService : public QObject
{
    Q_OBJECT
public:
    explicit TelemetryService(const TelemetryPaths &paths, QObject *parent = nullptr);
    ~TelemetryService() override;

    void watch();
    void unwatch();
    /// The tree to measure; nullopt when no provider runs (series get a gap).
    void setProviderPid(std::optional<qint64> pid);
    /// Server counters to read (vLLM, llama-server /metrics); invalid endpoint: none.
    void setMetricsEndpoint(const Endpoint &endpoint);
    /// Our own requests: live figures while streaming and the final ones. Feeds tokens/s and first token.
    void addAnswerProgress(const ChatFigures &figures, bool finished);

    const TelemetrySample &latest() const;
    /// Series by id: "gpu.used:<gpu id>", "gpu.util:<gpu id>", "provider.ram", "provider.cpu", "tokens.generation",
    /// "tokens.prompt", "first-token", "requests.running". Null when nothing was ever recorded under the id.
    const TimeSeries *series(const QString &id) const;
    QStringList seriesIds() const;

Q_SIGNALS:
    void sampled(const TelemetrySample &sample);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pilothouse
