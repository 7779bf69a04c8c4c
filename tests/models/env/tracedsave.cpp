// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracedsave.h"

#include <QFile>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstddef>
#include <optional>

#include <elf.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// As on a file system without O_TMPFILE (FUSE): openat with that flag answers EOPNOTSUPP.
void forbidTmpfile()
{
    constexpr unsigned tmpfileBit = 020000000;
    sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[2])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, tmpfileBit, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EOPNOTSUPP),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    sock_fprog program = { std::size(code), code };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        _exit(int(SaveEnd::Broken));
}

#if defined(__x86_64__)
void setCall(pid_t child, long number)
{
    user_regs_struct registers = {};
    ptrace(PTRACE_GETREGS, child, nullptr, &registers);
    registers.orig_rax = static_cast<unsigned long long>(number);
    ptrace(PTRACE_SETREGS, child, nullptr, &registers);
}

void setThirdArgument(pid_t child, long value)
{
    user_regs_struct registers = {};
    ptrace(PTRACE_GETREGS, child, nullptr, &registers);
    registers.rdx = static_cast<unsigned long long>(value);
    ptrace(PTRACE_SETREGS, child, nullptr, &registers);
}

void setAnswer(pid_t child, long value)
{
    user_regs_struct registers = {};
    ptrace(PTRACE_GETREGS, child, nullptr, &registers);
    registers.rax = static_cast<unsigned long long>(value);
    ptrace(PTRACE_SETREGS, child, nullptr, &registers);
}
#elif defined(__aarch64__)
void setRegister(pid_t child, int which, long value)
{
    user_regs_struct registers = {};
    iovec span = { &registers, sizeof registers };
    ptrace(PTRACE_GETREGSET, child, NT_PRSTATUS, &span);
    registers.regs[which] = static_cast<unsigned long long>(value);
    ptrace(PTRACE_SETREGSET, child, NT_PRSTATUS, &span);
}

void setCall(pid_t child, long number)
{
    int call = int(number);
    iovec span = { &call, sizeof call };
    ptrace(PTRACE_SETREGSET, child, NT_ARM_SYSTEM_CALL, &span);
}

void setThirdArgument(pid_t child, long value)
{
    setRegister(child, 2, value);
}

void setAnswer(pid_t child, long value)
{
    setRegister(child, 0, value);
}
#endif

QByteArray fileOf(pid_t child, quint64 descriptor)
{
    const QByteArray link = "/proc/" + QByteArray::number(child) + "/fd/" + QByteArray::number(qint64(int(descriptor)));
    char target[PATH_MAX];
    const ssize_t length = ::readlink(link.constData(), target, sizeof target);
    return length > 0 ? QByteArray(target, length) : QByteArray();
}

} // namespace

void TracedSave::saveAndExit() const
{
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    if (m_withoutTmpfile)
        forbidTmpfile();
    raise(SIGSTOP);
    const pilothouse::Result<pilothouse::EnvSaveReport> report = saveEnvFile(m_request);
    const SaveEnd end = !report ? SaveEnd::Refused : report->durable ? SaveEnd::Saved : SaveEnd::Unsure;
    _exit(int(end));
}

SaveEnd TracedSave::run(const AtStop &atStop)
{
    const pid_t child = fork();
    if (child == 0)
        saveAndExit();
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFSTOPPED(status))
        return SaveEnd::Broken;
    ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    Next next = Next::Step;
    while (ptrace(next == Next::Step ? PTRACE_SYSCALL : PTRACE_CONT, child, nullptr, nullptr) == 0
        && waitpid(child, &status, 0) == child) {
        if (WIFEXITED(status))
            return SaveEnd(WEXITSTATUS(status));
        if (!WIFSTOPPED(status))
            return SaveEnd::Broken;
        if (WSTOPSIG(status) != (SIGTRAP | 0x80))
            continue;
        __ptrace_syscall_info info = {};
        ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof info, &info);
        next = atStop(child, info);
        if (next == Next::Kill) {
            kill(child, SIGKILL);
            waitpid(child, &status, 0);
            return SaveEnd::Killed;
        }
    }
    return SaveEnd::Broken;
}

SaveEnd TracedSave::record(QList<TracedCall> &calls)
{
    bool renamed = false;
    return run([&](pid_t child, const __ptrace_syscall_info &info) {
        if (info.op != PTRACE_SYSCALL_INFO_ENTRY)
            return Next::Step;
        const long number = long(info.entry.nr);
        calls << TracedCall{ number, int(calls.size()), fileOf(child, info.entry.args[0]), renamed };
        const bool ofState = calls.last().file.startsWith(QFile::encodeName(m_request.stateFolder));
        // A new file is linked, from a folder's descriptor; the link that gives the temporary name comes from /proc.
        const bool places = number == SYS_renameat || (number == SYS_linkat && !calls.last().file.isEmpty());
        renamed = renamed || (places && !ofState);
        return Next::Step;
    });
}

SaveEnd TracedSave::killAt(int stop)
{
    int at = 0;
    return run([&](pid_t, const __ptrace_syscall_info &) { return ++at < stop ? Next::Step : Next::Kill; });
}

SaveEnd TracedSave::inject(int index, const Fault &fault)
{
    int at = -1;
    std::optional<long> answer; // for the exit of the call that was not made
    bool reached = false;
    const SaveEnd end = run([&](pid_t child, const __ptrace_syscall_info &info) {
        if (info.op == PTRACE_SYSCALL_INFO_ENTRY && ++at == index) {
            reached = true;
            const long count = long(info.entry.args[2]);
            if (fault.kind == Fault::Kind::Short) {
                setThirdArgument(child, count / 2);
                return Next::Run;
            }
            setCall(child, -1);
            answer = fault.kind == Fault::Kind::Lie ? count : -fault.error;
        } else if (info.op == PTRACE_SYSCALL_INFO_EXIT && answer) {
            setAnswer(child, *answer);
            return Next::Run;
        }
        return Next::Step;
    });
    return reached ? end : SaveEnd::Broken;
}
