// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

#include <csignal>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace windowtest {

/// An X server of its own for one test program. Made before QApplication; it ends with the test even when that crashes.
class Display
{
public:
    Display()
    {
        int ends[2];
        if (::pipe(ends) != 0)
            return;
        m_pid = ::fork();
        if (m_pid == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::close(ends[0]);
            ::dup2(ends[1], 3);
            ::execlp("Xvfb", "Xvfb", "-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset", nullptr);
            ::_exit(127);
        }
        ::close(ends[1]);
        char character = 0;
        while (::read(ends[0], &character, 1) == 1 && character != '\n')
            m_number += character;
        ::close(ends[0]);
        qputenv("DISPLAY", ":" + m_number);
        qputenv("QT_QPA_PLATFORM", "xcb");
    }

    ~Display()
    {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }

    bool works() const { return !m_number.isEmpty(); }

private:
    pid_t m_pid = -1;
    QByteArray m_number;
};

} // namespace windowtest
