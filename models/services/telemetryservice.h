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
    int intervalMs = 1000;
    int gpuDeadlineMs = 900; ///< a GPU driver slower than this "did not answer" in this sample
};

/// Owns the sampler threads (one for NVML, one for /proc, so that a driver that hangs takes nothing else with it) and the
/// time series. Samples once a second while someone watches; watch()/unwatch() count the watchers. Nothing of the GPU
/// driver is loaded before the first watch(). UI thread only; no call blocks.
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
    /// The provider answers but has no process that we can see here (remote, another user's, a container): then no pid
    /// does not mean "stopped".
    void setProviderElsewhere(bool elsewhere);
    /// Server counters to read (vLLM, llama-server /metrics); invalid endpoint: none.
    void setMetricsEndpoint(const Endpoint &endpoint);
    /// Our own requests: live figures while streaming and the final ones. Feeds tokens/s and first token.
    void addAnswerProgress(const ChatFigures &figures, bool finished);

    const TelemetrySample &latest() const;
    /// Series by id: "gpu.used:<gpu id>", "gpu.util:<gpu id>", "provider.ram", "provider.cpu", "tokens.generation",
    /// "tokens.prompt", "first-token", "requests.running", further "gpu.temperature:<gpu id>", "gpu.power:<gpu id>",
    /// "provider.gpu", "system.ram" and "provider.state" (ProviderActivity, telemetryhistory.h). Null when nothing was ever
    /// recorded under the id.
    const TimeSeries *series(const QString &id) const;
    QStringList seriesIds() const;

Q_SIGNALS:
    void sampled(const TelemetrySample &sample);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pilothouse
