// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/envdocument.h"
#include "models/services/envservice.h"

#include <QSignalSpy>
#include <QtTest>

#include <sys/stat.h>

/// A folder with a .env, a state folder of its own and an EnvService on it.
class EnvFixture
{
public:
    EnvFixture() { qputenv("XDG_STATE_HOME", QFile::encodeName(path("state"))); }

    QString path(const char *name = ".env") const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString folder() const { return m_folder.path(); }

    /// In place: the same inode.
    void write(const QByteArray &bytes, const QString &to = {}) const
    {
        QFile file(to.isEmpty() ? path() : to);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    /// As editors do: a new file takes the name.
    void replace(const QByteArray &bytes) const
    {
        write(bytes, path("foreign.tmp"));
        QCOMPARE(::rename(QFile::encodeName(path("foreign.tmp")).constData(), QFile::encodeName(path()).constData()), 0);
    }

    QByteArray disk() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
    }

    std::unique_ptr<pilothouse::EnvService> open(
        pilothouse::EnvWatching watching = pilothouse::EnvWatching::EventsAndPolling) const
    {
        auto service = std::make_unique<pilothouse::EnvService>(nullptr, watching);
        service->setLanguage(QStringLiteral("en"));
        QSignalSpy opened(service.get(), &pilothouse::EnvService::opened);
        service->open(path());
        return opened.wait(10'000) ? std::move(service) : nullptr;
    }

private:
    QTemporaryDir m_folder;
};
