// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

/// A log that somebody writes, through one descriptor opened for appending as a provider's is.
class LogFile
{
public:
    LogFile() { open(); }
    ~LogFile() { ::close(m_fd); }
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    QString path() const { return m_folder.filePath(QStringLiteral("provider.log")); }
    QString olderPath() const { return path() + QStringLiteral(".1"); }
    QString beside(const QString &name) const { return m_folder.filePath(name); }
    void append(const QByteArray &bytes) const { Q_UNUSED(::write(m_fd, bytes.constData(), size_t(bytes.size()))); }
    void startAnew() ///< as a new run does
    {
        ::close(m_fd);
        QFile::remove(olderPath());
        QFile::rename(path(), olderPath());
        open();
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray numbered(int from, int to)
    {
        QByteArray bytes;
        for (int line = from; line < to; ++line)
            bytes += "line " + QByteArray::number(line) + '\n';
        return bytes;
    }

private:
    void open() { m_fd = ::open(QFile::encodeName(path()).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600); }

    QTemporaryDir m_folder;
    int m_fd = -1;
};
