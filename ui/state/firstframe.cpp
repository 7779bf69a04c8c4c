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
    std::printf("first-frame %lld %ld\n", static_cast<long long>(now.tv_sec) * 1'000'000'000 + now.tv_nsec, peakKib());
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
        QTimer::singleShot(0, this, [this, watched] {
            watched->removeEventFilter(this);
            m_painted = true;
            if (qEnvironmentVariableIntValue("PILOTHOUSE_BENCH_FIRST_FRAME") == 1)
                reportAndQuit();
            else
                Q_EMIT painted();
        });
    }
    return false;
}

} // namespace pilothouse
