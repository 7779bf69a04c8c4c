// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/posixfile.h"

namespace pilothouse {

/// A file that is being written and does not have its name yet. Removes itself unless it was put in place. Results are 0 or an
/// errno value.
class PendingFile
{
public:
    explicit PendingFile(int folder) : m_folder(folder) { }
    ~PendingFile();
    PendingFile(const PendingFile &) = delete;
    PendingFile &operator=(const PendingFile &) = delete;

    int fd() const { return m_file.get(); }
    int create(); ///< 0600, without a name where the file system can
    int write(const QByteArray &bytes); ///< all of them, checked and synced
    int giveName(); ///< gives the finished file a temporary name, so that a rename can put it in place
    int putInPlace(const QByteArray &target, bool keepExisting); ///< with keepExisting a file there is left alone (EEXIST)

    static void sweep(const QByteArray &folder, int folderFd); ///< removes ours that a killed save left an hour ago

private:
    int m_folder;
    FileDescriptor m_file;
    QByteArray m_name;
};

} // namespace pilothouse
