// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// True for keys whose value is a secret by name: *_TOKEN, *_API_KEY, *PASSWORD*, *SECRET* … (LLM_MAX_TOKENS is none).
bool isSecretKey(const QString &key);

/// Removes secrets from text that people or files get to see: logs, errors, copies. A value, cheap to copy; thread-safe
/// for reading. Without values it still knows the shapes: hf_…, sk-…, ghp_…, "Bearer …" and user:password@ in addresses.
class Redactor
{
public:
    Redactor() = default;
    /// Takes the values of those keys that are secrets and have at least 8 characters.
    explicit Redactor(const QMap<QString, QString> &envValues);

    bool operator==(const Redactor &) const = default;
    void keep(const Redactor &older); ///< its secrets, too: what was written before still holds them

    QString redacted(const QString &text) const;
    static QString mask(); ///< "•••"

private:
    QStringList m_values; ///< longest first, so that a value inside another one leaves no rest
};

} // namespace pilothouse
