// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/processlauncher.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>
#include <vector>

namespace pilothouse {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessLauncher)
};

std::optional<Error> unusable(const LaunchRequest &request)
{
    const QFileInfo program(request.program);
    if (!program.isAbsolute() || !program.exists())
        return Error{ QStringLiteral("program.missing"), Text::tr("The program %1 does not exist.").arg(request.program), {},
            Text::tr("Install it or choose another program for this deployment."), {} };
    if (!program.isFile() || !program.isExecutable())
        return Error{ QStringLiteral("program.not-executable"),
            Text::tr("The program %1 cannot be executed.").arg(request.program),
            Text::tr("It is not a file with execute permission for you."),
            Text::tr("Choose the right file or run chmod +x on it."), {} };
    if (!request.workingFolder.isEmpty() && !QFileInfo(request.workingFolder).isDir())
        return Error{ QStringLiteral("program.folder-missing"),
            Text::tr("The working folder %1 does not exist.").arg(request.workingFolder), {},
            Text::tr("Open the deployment again."), {} };
    return std::nullopt;
}

// argv or envp for posix_spawn; points into the byte arrays that it owns
class CStrings
{
public:
    void add(const QByteArray &text) { m_texts.push_back(text); }
    char **data()
    {
        m_pointers.clear();
        for (QByteArray &text : m_texts)
            m_pointers.push_back(text.data());
        m_pointers.push_back(nullptr);
        return m_pointers.data();
    }

private:
    std::vector<QByteArray> m_texts;
    std::vector<char *> m_pointers;
};

int spawn(const LaunchRequest &request, int logFd, pid_t *pid)
{
    CStrings argv;
    argv.add(QFile::encodeName(request.program));
    for (const QString &argument : request.arguments)
        argv.add(argument.toLocal8Bit());
    CStrings environment;
    for (auto entry = request.environment.begin(); entry != request.environment.end(); ++entry)
        environment.add((entry.key() + u'=' + entry.value()).toLocal8Bit());
    const QByteArray folder = request.workingFolder.isEmpty() ? QByteArray("/") : QFile::encodeName(request.workingFolder);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, logFd, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, logFd, STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawn_file_actions_addchdir_np(&actions, folder.constData());

    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t all;
    sigset_t none;
    sigfillset(&all);
    sigemptyset(&none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);

    const QByteArray program = QFile::encodeName(request.program);
    const int number = ::posix_spawn(pid, program.constData(), &actions, &attributes, argv.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return number;
}

QString launchCause(int number)
{
    if (number == ENOEXEC)
        return Text::tr("It is not a program for this machine (wrong architecture, or a script without a #! line).");
    if (number == ENOENT)
        return Text::tr("The interpreter or loader that it names does not exist.");
    return QString::fromLocal8Bit(std::strerror(number));
}

} // namespace

Result<ProcessIdentity> ProcessLauncher::launch(const LaunchRequest &request, const ProcFs &procFs)
{
    Q_ASSERT(QThread::currentThread() == QCoreApplication::instance()->thread());
    if (const auto error = unusable(request))
        return *error;

    const QByteArray logPath = QFile::encodeName(request.logPath);
    const int logFd = ::open(logPath.constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (logFd < 0)
        return Error{ QStringLiteral("program.log"), Text::tr("The log file %1 cannot be opened.").arg(request.logPath),
            QString::fromLocal8Bit(std::strerror(errno)), Text::tr("Check the free space and the permissions of the folder."),
            {} };
    if (!request.logHeader.isEmpty() && ::write(logFd, request.logHeader.constData(), size_t(request.logHeader.size())) < 0)
        qWarning("The first line of the provider's log could not be written: %s", std::strerror(errno)); // runs without it

    pid_t pid = 0;
    const int number = spawn(request, logFd, &pid);
    ::close(logFd);
    if (number != 0)
        return Error{ QStringLiteral("program.launch"), Text::tr("The program %1 could not be started.").arg(request.program),
            launchCause(number), Text::tr("Check the program's path on the Provider page."), {} };
    // posix_spawn returns after exec: /proc shows the program, as a zombie at worst, because nobody else reaps it
    const auto stat = procFs.stat(pid);
    return ProcessIdentity{ pid, stat ? stat->startTicks : 0 };
}

} // namespace pilothouse
