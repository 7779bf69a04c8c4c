// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

namespace pilothouse {

/// Geometry and page of the window between runs, in an INI file that the caller names. Small and read once at start,
/// before the window is shown; an empty path keeps nothing.
class WindowState
{
public:
    explicit WindowState(QString path) : m_path(std::move(path)) { }

    QByteArray geometry() const;
    QString page() const;
    QByteArray split() const; ///< of form and text on the Configuration page
    void saveSplit(const QByteArray &split) const;
    void save(const QByteArray &geometry, const QString &page) const;

private:
    QString m_path;
};

} // namespace pilothouse
