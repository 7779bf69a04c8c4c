// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/secretkeys.h"
#include "models/services/envservice.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

inline QString text(const char *word)
{
    return QString::fromUtf8(word);
}

inline const pilothouse::FormRow *rowOf(const pilothouse::FormState &state, const char *name)
{
    const auto row = std::find_if(state.rows.begin(), state.rows.end(),
        [&](const pilothouse::FormRow &each) { return each.spec.key == QLatin1String(name); });
    return row == state.rows.end() ? nullptr : &*row;
}

/// A service with a file that is edited as text.
class EnvServiceTextFixture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder->filePath(QStringLiteral("state"))));
        m_service = std::make_unique<pilothouse::EnvService>();
        m_service->setLanguage(QStringLiteral("en"));
    }
    void cleanup() { m_service.reset(); }

protected:
    void open(const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(QStringLiteral(".env")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QSignalSpy opened(m_service.get(), &pilothouse::EnvService::opened);
        m_service->open(file.fileName());
        QVERIFY(opened.wait());
    }
    const pilothouse::FormState &state() const { return m_service->state(); }
    int at(const char *word) const { return int(state().text.indexOf(text(word))); }
    /// What a save writes.
    QByteArray saved()
    {
        QSignalSpy done(m_service.get(), &pilothouse::EnvService::saved);
        m_service->save();
        if (!done.wait())
            return QByteArray("<not saved: ") + state().saveBlockedBy.toUtf8() + '>';
        return m_service->savedBytes();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<pilothouse::EnvService> m_service;
};
