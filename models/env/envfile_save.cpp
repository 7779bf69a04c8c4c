// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envfile.h"
#include "models/env/envpath.h"
#include "models/env/envversions.h"
#include "models/env/pendingfile.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace pilothouse {

namespace {

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
        for (const auto step : { &Save::takeLock, &Save::lookAtPresent, &Save::keepPresent, &Save::writeAndReplace }) {
            if (const Result<void> done = (this->*step)(); !done)
                return done.error();
        }
        m_report.hash = envHash(m_request.bytes);
        m_report.durable = posix::sync(m_folder.get()) == 0;
        m_report.versionKept
            = EnvVersions(m_state, m_target).add(m_request.bytes, m_request.writer, QDateTime::currentDateTimeUtc()).hasValue();
        PendingFile::sweep(folderOf(m_target), m_folder.get());
        return m_report;
    }

private:
    Result<void> takeLock()
    {
        using namespace std::chrono_literals;
        const QString folder = QStringLiteral("locks");
        if (const Result<void> made = makeStateFolder(m_state, folder); !made)
            return made;
        const QByteArray path
            = QFile::encodeName(m_state + QLatin1Char('/') + folder) + '/' + envHash(m_target).toHex().first(32);
        m_lock = posix::open(path, O_RDWR | O_CREAT | O_NOFOLLOW, 0600);
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

    /// What another program wrote, or the file before our first save: it can be brought back later.
    Result<void> keepPresent()
    {
        if (!m_present.isOpen())
            return {};
        const QDateTime changed = QDateTime::fromSecsSinceEpoch(m_facts.st_mtim.tv_sec);
        const Result<void> kept = EnvVersions(m_state, m_target).add(m_bytes, EnvWriterKind::Other, changed);
        if (kept)
            return {};
        Error error = kept.error();
        error.message = QCoreApplication::translate(
            "EnvFile", "%1 was not saved, because its present content could not be kept in the history.")
                            .arg(m_request.path);
        return error;
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
        int error = file.write(m_request.bytes);
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
