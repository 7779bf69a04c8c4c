// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/pendingfile.h"

#include <QRandomGenerator>

#include <cerrno>
#include <ctime>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr char temporaryPrefix[] = ".~env.";

QByteArray temporaryName()
{
    return temporaryPrefix + QByteArray::number(QRandomGenerator::system()->generate64(), 36).rightJustified(13, '0');
}

} // namespace

PendingFile::~PendingFile()
{
    if (!m_name.isEmpty())
        ::unlinkat(m_folder, m_name.constData(), 0);
}

int PendingFile::create()
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

int PendingFile::write(const QByteArray &bytes)
{
    struct stat written = {};
    if (const int error = posix::writeAll(fd(), bytes))
        return error;
    if (::fstat(fd(), &written) != 0)
        return errno;
    return written.st_size == bytes.size() ? posix::sync(fd()) : EIO;
}

int PendingFile::giveName()
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

int PendingFile::putInPlace(const QByteArray &target, bool keepExisting)
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

void PendingFile::sweep(const QByteArray &folder, int folderFd)
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

} // namespace pilothouse
