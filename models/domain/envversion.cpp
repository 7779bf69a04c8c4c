// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/envversion.h"

#include <QCoreApplication>

namespace pilothouse {

QString envWriterName(EnvWriterKind writer)
{
    switch (writer) {
    case EnvWriterKind::Window:
        return QStringLiteral("window");
    case EnvWriterKind::Command:
        return QStringLiteral("ctl");
    case EnvWriterKind::Switch:
        return QStringLiteral("switch");
    case EnvWriterKind::Profile:
        return QStringLiteral("profile");
    case EnvWriterKind::Restore:
        return QStringLiteral("restore");
    case EnvWriterKind::Template:
        return QStringLiteral("template");
    case EnvWriterKind::Other:
        break;
    }
    return QStringLiteral("other");
}

QString envWriterText(EnvWriterKind writer)
{
    switch (writer) {
    case EnvWriterKind::Window:
        return QCoreApplication::translate("EnvVersion", "the window");
    case EnvWriterKind::Command:
        return QCoreApplication::translate("EnvVersion", "pilothousectl");
    case EnvWriterKind::Switch:
        return QCoreApplication::translate("EnvVersion", "a model switch");
    case EnvWriterKind::Profile:
        return QCoreApplication::translate("EnvVersion", "a profile");
    case EnvWriterKind::Restore:
        return QCoreApplication::translate("EnvVersion", "a restored version");
    case EnvWriterKind::Template:
        return QCoreApplication::translate("EnvVersion", "a template");
    case EnvWriterKind::Other:
        break;
    }
    return QCoreApplication::translate("EnvVersion", "another program");
}

} // namespace pilothouse
