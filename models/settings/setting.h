// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QSettings>
#include <QString>

namespace pilothouse {

// Declared here because a plain int has no namespace in which the template could find them later.
QString settingText(int number);
int settingFromText(const QString &text, int otherwise);

/// One typed value of the settings file; its default stands where it is declared.
template <typename T> class Setting
{
public:
    Setting(QSettings &store, const char *key, T otherwise)
        : m_store(store), m_key(QString::fromLatin1(key)), m_otherwise(otherwise)
    {
    }
    Setting(const Setting &) = delete;
    Setting &operator=(const Setting &) = delete;

    T value() const { return settingFromText(m_store.value(m_key).toString(), m_otherwise); }
    void set(T value) { m_store.setValue(m_key, settingText(value)); }
    T defaultValue() const { return m_otherwise; }

private:
    QSettings &m_store;
    QString m_key;
    T m_otherwise;
};

} // namespace pilothouse
