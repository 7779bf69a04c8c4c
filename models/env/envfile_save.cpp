// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envfile.h"
#include "models/env/envpath.h"
#include "models/env/posixfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <cerrno>
#include <chrono>
#include <ctime>
#include <thread>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr char temporaryPrefix[] = ".~env.";

QByteArray temporaryName()
{
    return temporaryPrefix + QByteArray::number(QRandomGenerator::system()->generate64(), 36).rightJustified(13, '0');
}

/// A file that is being written and does not have its name yet. Removes itself unless it was put in place.
class PendingFile
{
public:
    explicit PendingFile(int folder) : m_folder(folder) { }
    ~PendingFile()
    {
        if (!m_name.isEmpty())
            ::unlinkat(m_folder, m_name.constData(), 0);
    }
    PendingFile(const PendingFile &) = delete;
    PendingFile &operator=(const PendingFile &) = delete;

    int fd() const { return m_file.get(); }

    int create()
    {
        m_file = posix::open(".", O_TMPFILE | O_WRONLY, 0600, m_folder);
        if (m_file.isOpen())
            return 0;
        if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT)
            return errno;
        const QByteArray name = temporaryName(); // the file system has no O_TMPFILE
        m_file = posix::open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600, m_folder);
        if (!m_file.isOpen())
            return errno;
        m_name = name;
        return 0;
    }

    /// Gives the finished file a temporary name, so that a rename can put it in place.
    int giveName()
    {
        if (!m_name.isEmpty())
            return m_file.close();
        const QByteArray name = temporaryName();
        const QByteArray self = "/proc/self/fd/" + QByteArray::number(m_file.get());
        if (::linkat(AT_FDCWD, self.constData(), m_folder, name.constData(), AT_SYMLINK_FOLLOW) != 0)
            return errno;
        m_name = name;
        return m_file.close();
    }

    /// Takes the target's name; with keepExisting an existing file there is left alone (EEXIST).
    int putInPlace(const QByteArray &target, bool keepExisting)
    {
        if (keepExisting) {
            // Not renameat2(RENAME_NOREPLACE): some file systems lack it. The temporary name goes with the destructor.
            return ::linkat(m_folder, m_name.constData(), m_folder, target.constData(), 0) == 0 ? 0 : errno;
        }
        if (::renameat(m_folder, m_name.constData(), m_folder, target.constData()) != 0)
            return errno;
        m_name.clear();
        return 0;
    }

private:
    int m_folder;
    FileDescriptor m_file;
    QByteArray m_name;
};

Error unwritten(const QString &path, int error)
{
    return envFileError("env.unwritten",
        QCoreApplication::translate("EnvFile", "%1 was not saved; the old file is unchanged.").arg(path), error,
        QCoreApplication::translate("EnvFile", "Remove the cause, then save again. Your changes are still here."));
}

Error changedOnDisk(const QString &path)
{
    return envFileError("env.changed-on-disk",
        QCoreApplication::translate("EnvFile", "%1 was changed by another program.").arg(path), 0,
        QCoreApplication::translate("EnvFile", "Look at the new content, then save again."));
}

int writeSynced(PendingFile &file, const QByteArray &bytes)
{
    struct stat written = {};
    if (const int error = posix::writeAll(file.fd(), bytes))
        return error;
    if (::fstat(file.fd(), &written) != 0)
        return errno;
    return written.st_size == bytes.size() ? posix::sync(file.fd()) : EIO;
}

/// Removes files that a killed save left behind: ours, an hour old, with our prefix.
void sweep(const QByteArray &folder, int folderFd)
{
    DIR *entries = ::opendir(folder.constData());
    if (!entries)
        return;
    while (const dirent *entry = ::readdir(entries)) {
        struct stat facts = {};
        if (qstrncmp(entry->d_name, temporaryPrefix, sizeof temporaryPrefix - 1) == 0
            && ::fstatat(folderFd, entry->d_name, &facts, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(facts.st_mode)
            && facts.st_uid == ::geteuid() && facts.st_ctim.tv_sec + 3600 < ::time(nullptr))
            ::unlinkat(folderFd, entry->d_name, 0);
    }
    ::closedir(entries);
}

/// One save with everything it needs to know; each step returns an Error or nothing.
class Save
{
public:
    explicit Save(const EnvSaveRequest &request)
        : m_request(request), m_state(request.stateFolder.isEmpty() ? defaultStateFolder() : request.stateFolder)
    {
    }

    Result<EnvSaveReport> run()
    {
        const Result<QByteArray> target = resolveEnvPath(m_request.path);
        if (!target)
            return target.error();
        m_target = *target;
        m_folder = posix::open(folderOf(m_target), O_RDONLY | O_DIRECTORY);
        if (!m_folder.isOpen())
            return unwritten(m_request.path, errno);
        for (const auto step : { &Save::takeLock, &Save::lookAtPresent, &Save::keepBackup, &Save::writeAndReplace }) {
            if (const Result<void> done = (this->*step)(); !done)
                return done.error();
        }
        m_report.hash = envHash(m_request.bytes);
        m_report.durable = posix::sync(m_folder.get()) == 0;
        sweep(folderOf(m_target), m_folder.get());
        return m_report;
    }

private:
    /// The state folder's file for this target: locks/<hash>, backups/<hash>. Made 0700 where missing.
    Result<QByteArray> stateFile(const char *kind)
    {
        const QString folder = m_state + QLatin1Char('/') + QLatin1String(kind);
        const QByteArray local = QFile::encodeName(folder);
        const bool there = QDir().mkpath(m_state) && (::mkdir(local.constData(), 0700) == 0 || errno == EEXIST);
        if (!there)
            return envFileError(
                "env.state-folder", QCoreApplication::translate("EnvFile", "%1 cannot be created.").arg(folder), errno);
        ::chmod(QFile::encodeName(m_state).constData(), 0700);
        return local + '/' + envHash(m_target).toHex().first(32);
    }

    Result<void> takeLock()
    {
        using namespace std::chrono_literals;
        const Result<QByteArray> path = stateFile("locks");
        if (!path)
            return path.error();
        m_lock = posix::open(*path, O_RDWR | O_CREAT | O_NOFOLLOW, 0600);
        if (!m_lock.isOpen())
            return envFileError("env.locked",
                QCoreApplication::translate("EnvFile", "%1 cannot be locked for saving.").arg(m_request.path), errno);
        for (int attempt = 0; ::flock(m_lock.get(), LOCK_EX | LOCK_NB) != 0; ++attempt) {
            if (attempt == 250 || (errno != EWOULDBLOCK && errno != EINTR)) {
                return envFileError("env.locked",
                    QCoreApplication::translate("EnvFile", "%1 is being saved by another window.").arg(m_request.path), errno,
                    QCoreApplication::translate("EnvFile", "Wait a moment, then save again."));
            }
            std::this_thread::sleep_for(20ms);
        }
        return {};
    }

    /// Opens the target and compares all its bytes with what the edit was built on.
    Result<void> lookAtPresent()
    {
        m_present = posix::open(nameOf(m_target), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW, 0, m_folder.get());
        if (!m_present.isOpen() && errno != ENOENT)
            return unwritten(m_request.path, errno);
        if (m_present.isOpen() == m_request.expectedHash.isEmpty())
            return changedOnDisk(m_request.path);
        if (!m_present.isOpen())
            return {};
        if (::fstat(m_present.get(), &m_facts) != 0)
            return unwritten(m_request.path, errno);
        if (!S_ISREG(m_facts.st_mode)) {
            return envFileError("env.not-a-file",
                QCoreApplication::translate("EnvFile", "%1 is not a regular file.").arg(m_request.path), 0,
                QCoreApplication::translate("EnvFile", "Choose a file, not a folder, device or pipe."));
        }
        int error = 0;
        const std::optional<QByteArray> bytes = posix::readAll(m_present.get(), envEditLimit, &error);
        if (!bytes)
            return unwritten(m_request.path, error);
        if (envHash(*bytes) != m_request.expectedHash)
            return changedOnDisk(m_request.path);
        m_bytes = *bytes;
        return {};
    }

    Result<void> keepBackup()
    {
        if (!m_request.backup || !m_present.isOpen())
            return {};
        const Result<QByteArray> path = stateFile("backups");
        if (!path)
            return path.error();
        const QString message = QCoreApplication::translate("EnvFile", "%1 was not saved, because its backup could not be made.")
                                    .arg(m_request.path);
        const FileDescriptor folder = posix::open(folderOf(*path), O_RDONLY | O_DIRECTORY);
        PendingFile file(folder.get());
        int error = folder.isOpen() ? file.create() : errno;
        if (!error)
            error = writeSynced(file, m_bytes);
        if (!error)
            error = file.giveName();
        if (!error)
            error = file.putInPlace(nameOf(*path), false);
        if (!error)
            error = posix::sync(folder.get());
        if (error)
            return envFileError(
                "env.backup", message, error, QCoreApplication::translate("EnvFile", "Make room in %1.").arg(m_state));
        m_report.backupPath = QFile::decodeName(*path);
        return {};
    }

    Result<void> writeAndReplace()
    {
        const bool isNew = !m_present.isOpen();
        PendingFile file(m_folder.get());
        if (const int error = file.create())
            return unwritten(m_request.path, error);
        // Rights before content: the bytes never lie in a file with other rights than the old one's.
        const int metadata = isNew ? 0 : posix::copyMetadata(m_present.get(), m_facts, file.fd());
        if (metadata) {
            return envFileError("env.metadata",
                QCoreApplication::translate("EnvFile", "%1 was not saved, because its owner and rights could not be kept.")
                    .arg(m_request.path),
                metadata, QCoreApplication::translate("EnvFile", "Save as the owner of the file."));
        }
        int error = writeSynced(file, m_request.bytes);
        if (!error)
            error = file.giveName();
        if (error)
            return unwritten(m_request.path, error);
        const struct stat before = m_facts;
        if (const Result<void> same = lookAtPresent(); !same) // the last moment before the rename
            return same.error();
        if (before.st_mode != m_facts.st_mode || before.st_uid != m_facts.st_uid || before.st_gid != m_facts.st_gid)
            return changedOnDisk(m_request.path);
        error = file.putInPlace(nameOf(m_target), isNew);
        if (error == EEXIST)
            return changedOnDisk(m_request.path);
        return error ? Result<void>(unwritten(m_request.path, error)) : Result<void>();
    }

    const EnvSaveRequest &m_request;
    QString m_state;
    QByteArray m_target;
    FileDescriptor m_folder;
    FileDescriptor m_lock;
    FileDescriptor m_present;
    struct stat m_facts = {};
    QByteArray m_bytes;
    EnvSaveReport m_report;
};

} // namespace

Result<EnvSaveReport> saveEnvFile(const EnvSaveRequest &request)
{
    return Save(request).run();
}

} // namespace pilothouse
