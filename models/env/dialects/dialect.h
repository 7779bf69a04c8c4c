// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/dialects/envconsumer.h"

#include <QByteArray>
#include <QHash>

#include <vector>

namespace pilothouse {

/// The variables of the process that reads the file; expansions and keys without "=" look here.
using DialectEnvironment = QHash<QByteArray, QByteArray>;

/// What a reader makes of one key.
struct DialectEntry
{
    enum class Kind : quint8 {
        Text, ///< value holds the bytes
        NoValue, ///< a key without "=" (python-dotenv: None)
        Dynamic, ///< only known by executing: $(…), $((…)), $$, control flow
    };

    bool sameAs(const DialectEntry &other) const { return kind == other.kind && value == other.value; }

    QByteArray key;
    QByteArray value;
    int line = 0; ///< 1-based, where the statement that gave the value begins
    Kind kind = Kind::Text;
};

/// The reader rejects the whole file.
struct DialectRefusal
{
    int line = 0; ///< 1-based
    QString reason; ///< for people; holds no value of the file
};

/// The result of one reader: either a refusal or every key once, in the order of first appearance.
class DialectReading
{
public:
    const std::optional<DialectRefusal> &refusal() const { return m_refusal; }
    const std::vector<DialectEntry> &entries() const { return m_entries; }
    const DialectEntry *find(QByteArrayView key) const;

    void reserve(qsizetype count);
    void set(DialectEntry entry);
    void refuse(int line, const QString &reason);

private:
    std::optional<DialectRefusal> m_refusal;
    std::vector<DialectEntry> m_entries;
    QHash<QByteArray, int> m_index; ///< place + 1
};

/// Reads any bytes as the named program would, without running anything. Pure, for any thread; linear in the size for
/// files people write. The rules are those measured in the real programs; what differs is listed in docs/dialects.md.
DialectReading readDialect(EnvConsumer consumer, QByteArrayView bytes, const DialectEnvironment &environment = {});

DialectReading readAsCompose(QByteArrayView bytes, const DialectEnvironment &environment);
DialectReading readAsPythonDotenv(QByteArrayView bytes, const DialectEnvironment &environment);
DialectReading readAsSh(QByteArrayView bytes, const DialectEnvironment &environment);
DialectReading readAsNodeDotenv(QByteArrayView bytes);
DialectReading readAsSystemd(QByteArrayView bytes);
DialectReading readAsDockerEnvFile(QByteArrayView bytes, const DialectEnvironment &environment);

} // namespace pilothouse
