// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/envfile.h"

#include <functional>

#include <sys/ptrace.h>
#include <sys/types.h>

enum class SaveEnd { Saved, Unsure, Refused, Killed, Broken };

/// What the kernel answers instead of doing the call.
struct Fault
{
    enum class Kind {
        Error, ///< fails with `error`
        Short, ///< a write takes half of the bytes
        Lie, ///< a write says it took all and took none
    };
    Kind kind = Kind::Error;
    int error = 0;
};

/// One system call of a save.
struct TracedCall
{
    long number = 0;
    int index = 0; ///< among all calls of the save, from 0
    QByteArray file; ///< of the descriptor in the first argument; empty when it is none
    bool renamed = false; ///< the target's rename came before
};

/// A save in a child process under ptrace: looked at, killed at any stop, or with one of its calls made to fail.
class TracedSave
{
public:
    explicit TracedSave(const pilothouse::EnvSaveRequest &request, bool withoutTmpfile = false)
        : m_request(request), m_withoutTmpfile(withoutTmpfile)
    {
    }

    SaveEnd record(QList<TracedCall> &calls);
    SaveEnd killAt(int stop); ///< stops are counted from 1: entry and exit of each call; Killed unless the save ended before
    SaveEnd inject(int index, const Fault &fault); ///< Broken when the call was not reached

private:
    enum class Next { Step, Run, Kill }; ///< to the next stop, to the end, no further
    using AtStop = std::function<Next(pid_t child, const __ptrace_syscall_info &)>;
    SaveEnd run(const AtStop &atStop);
    [[noreturn]] void saveAndExit() const;

    const pilothouse::EnvSaveRequest &m_request;
    bool m_withoutTmpfile;
};
