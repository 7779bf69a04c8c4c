// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/windowstate.h"

#include <QSettings>

namespace pilothouse {

namespace {

constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String pageKey("window/page");
constexpr QLatin1String splitKey("configuration/split");

} // namespace

QByteArray WindowState::geometry() const
{
    return m_path.isEmpty() ? QByteArray() : QSettings(m_path, QSettings::IniFormat).value(geometryKey).toByteArray();
}

QString WindowState::page() const
{
    return m_path.isEmpty() ? QString() : QSettings(m_path, QSettings::IniFormat).value(pageKey).toString();
}

QByteArray WindowState::split() const
{
    return m_path.isEmpty() ? QByteArray() : QSettings(m_path, QSettings::IniFormat).value(splitKey).toByteArray();
}

void WindowState::saveSplit(const QByteArray &split) const
{
    if (!m_path.isEmpty())
        QSettings(m_path, QSettings::IniFormat).setValue(splitKey, split);
}

void WindowState::save(const QByteArray &geometry, const QString &page) const
{
    if (m_path.isEmpty())
        return;
    QSettings settings(m_path, QSettings::IniFormat);
    settings.setValue(geometryKey, geometry);
    settings.setValue(pageKey, page);
}

} // namespace pilothouse
