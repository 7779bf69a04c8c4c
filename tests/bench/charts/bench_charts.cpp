// SPDX-License-Identifier: GPL-3.0-or-later
// Update and repaint of 8 series of 86,400 samples against 8 of 600, in one run, with the program's own ring, decimation
// and chart: milliseconds (median) and their ratio. Target: at most 2.5 times and 16 ms.
#include "models/domain/monitorstrip.h"
#include "models/telemetry/timeseries.h"
#include "ui/pages/monitor/stripchart.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

using namespace pilothouse;

namespace {

constexpr int seriesCount = 8;
constexpr int updates = 60;

double medianMs(int samples)
{
    StripChart chart;
    chart.resize(900, 450);
    chart.show();
    QApplication::processEvents();
    std::vector<TimeSeries> rings(seriesCount, TimeSeries(samples));
    qint64 now = 0;
    const auto append = [&] {
        now += 1000;
        for (int i = 0; i < seriesCount; ++i)
            rings[size_t(i)].append(
                now, 50 + 5 * i + 5 * std::sin(double(now) / (7000.0 + 900.0 * i)) + double((now / 1000 * 37) % 11) / 4);
    };
    for (int i = 0; i < samples; ++i)
        append();
    std::vector<double> times;
    for (int i = 0; i < updates; ++i) {
        append();
        QElapsedTimer timer;
        timer.start();
        MonitorStrip strip;
        strip.id = QStringLiteral("bench");
        strip.maximum = 120;
        const qint64 range = qint64(samples) * 1000;
        for (int s = 0; s < seriesCount; ++s) {
            MonitorSeries series;
            series.color = 1 + s % 6;
            series.runs = rings[size_t(s)].decimated(now - range, now, int(chart.plotArea().width()) / 2);
            strip.series << series;
        }
        chart.setStrip(strip, now, range);
        chart.viewport()->repaint();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        QApplication::processEvents();
    }
    std::nth_element(times.begin(), times.begin() + updates / 2, times.end());
    return times[updates / 2];
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeChoice::Light);
    medianMs(600); // fonts, glyphs and code are warm
    const double small = medianMs(600);
    const double large = medianMs(86'400);
    std::printf(
        "charts: 8 x 600 %.2f ms, 8 x 86400 %.2f ms, ratio %.2f (target <= 2.5 and <= 16 ms)\n", small, large, large / small);
    return large / small <= 2.5 && large <= 16 ? 0 : 1;
}
