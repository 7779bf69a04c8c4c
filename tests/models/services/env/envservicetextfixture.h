// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/secretkeys.h"
#include "tests/models/services/env/envservicefixture.h"

#include <QRandomGenerator>

inline QString text(const char *word)
{
    return QString::fromUtf8(word);
}

/// A service with a file that is edited as text.
class EnvServiceTextFixture : public EnvServiceFixture
{
    Q_OBJECT
protected:
    void open(const QByteArray &bytes)
    {
        write(bytes);
        EnvServiceFixture::open();
    }
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
};
