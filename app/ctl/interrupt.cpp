// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/interrupt.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace pilothouse {

namespace {

std::array<int, 2> wakePipe{ -1, -1 };
InterruptWatcher *watcher = nullptr;

void onSignal(int number)
{
    std::signal(number, SIG_DFL); // the second one ends the program
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wakePipe[1], &byte, 1);
}

} // namespace

InterruptWatcher::InterruptWatcher(QObject *parent) : QObject(parent)
{
    watcher = this;
    if (::pipe2(wakePipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        wakePipe = { -1, -1 };
    m_notifier = new QSocketNotifier(wakePipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const ssize_t got = ::read(wakePipe[0], &byte, 1);
        Q_EMIT interrupted();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

InterruptWatcher::~InterruptWatcher()
{
    watcher = nullptr;
    ::close(wakePipe[0]);
    ::close(wakePipe[1]);
}

InterruptWatcher *InterruptWatcher::instance()
{
    return watcher;
}

} // namespace pilothouse
