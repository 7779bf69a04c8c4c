// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/firstframe.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <cstring>
#include <ctime>

namespace pilothouse {

namespace {

/// VmHWM of proc(5): unlike ru_maxrss it starts anew at exec.
long peakKib()
{
    long kib = 0;
    std::FILE *status = std::fopen("/proc/self/status", "r");
    if (!status)
        return kib;
    char line[256];
    while (std::fgets(line, sizeof line, status)) {
        if (std::strncmp(line, "VmHWM:", 6) == 0)
            std::sscanf(line + 6, "%ld", &kib);
    }
    std::fclose(status);
    return kib;
}

void reportAndQuit()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    std::printf("frame %lld %ld\n", static_cast<long long>(now.tv_sec) * 1'000'000'000 + now.tv_nsec, peakKib());
    std::fflush(stdout);
    QCoreApplication::quit();
}

} // namespace

FirstFrame::FirstFrame(QWidget *window) : QObject(window)
{
    window->installEventFilter(this);
}

bool FirstFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_scheduled) {
        m_scheduled = true;
        QTimer::singleShot(0, this, [this, watched] { flushed(watched); });
    }
    return false;
}

void FirstFrame::flushed(QObject *window)
{
    const int measured = qEnvironmentVariableIntValue("PILOTHOUSE_BENCH_FRAME");
    if (measured == (m_painted ? 2 : 1)) {
        reportAndQuit();
        return;
    }
    if (measured != 2)
        window->removeEventFilter(this);
    m_scheduled = false;
    m_painted = true;
    Q_EMIT painted();
}

} // namespace pilothouse
