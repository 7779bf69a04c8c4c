// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QStringList>

namespace pilothouse {

/// Who wrote a version of .env. Other: another program, found when we saved over it.
enum class EnvWriterKind { Window, Command, Switch, Profile, Restore, Template, Other };

/// One kept version of a .env file, without its content.
struct EnvVersion
{
    qint64 id = 0; ///< counts up, per file
    QDateTime time; ///< UTC; of the save, or of the file's last change when another program wrote it
    EnvWriterKind writer = EnvWriterKind::Other;
    QStringList keys; ///< changed against the version before; empty when unknown
    qint64 size = 0; ///< bytes
    QByteArray hash; ///< SHA-256 of the content
    bool operator==(const EnvVersion &) const = default;
};

QString envWriterName(EnvWriterKind writer); ///< stable: "window", "ctl", "switch", "profile", "restore", "template", "other"
QString envWriterText(EnvWriterKind writer); ///< for people: "the window", "another program"

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::EnvVersion)
