// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/services/envservice.h"

#include <QSignalSpy>
#include <QtTest>

#include <sys/stat.h>

inline const QByteArray content
    = "# desk\nLLM_MODE=ollama\nLLM_MODEL=smollm2:135m # small\nLLM_TEMPERATURE=0.7\nAPP_PORT=8080\nHF_TOKEN=hf_abcdefghijkl\n";

inline QString key(const char *name)
{
    return QString::fromLatin1(name);
}

inline const pilothouse::FormRow *rowOf(const pilothouse::FormState &state, const char *name)
{
    return state.rows.find(QString::fromLatin1(name));
}

/// A service and a small file for it.
class EnvServiceFixture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder->filePath(QStringLiteral("state"))));
        m_service = std::make_unique<pilothouse::EnvService>();
        m_service->setLanguage(QStringLiteral("en"));
        write(content);
    }
    void cleanup() { m_service.reset(); }

protected:
    QString path() const { return m_folder->filePath(QStringLiteral(".env")); }
    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
    void replace(const QByteArray &bytes) const
    {
        QFile file(path() + QLatin1String(".tmp"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QCOMPARE(::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path()).constData()), 0);
    }
    QByteArray disk() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
    }
    void open()
    {
        QSignalSpy opened(m_service.get(), &pilothouse::EnvService::opened);
        m_service->open(path());
        QVERIFY(opened.wait());
    }
    const pilothouse::FormState &state() const { return m_service->state(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<pilothouse::EnvService> m_service;
};
