// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/envreader.h"
#include "models/env/envwriter.h"
#include "models/result/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace pilothouse {

/// How a value is written after "=": nothing around it, '…' or "…".
enum class EnvQuote : quint8 { None, Single, Double };

/// One statement of the file as offsets into EnvDocument::bytes() (32 bit: files are capped far below 2 GB, and small
/// entries halve the reading time). value covers the quotes; end is behind the line end.
struct EnvEntry
{
    qint32 start = 0;
    qint32 keyStart = 0;
    qint32 keyEnd = 0;
    qint32 valueStart = 0; ///< equal to valueEnd when empty; both 0 for a bare key
    qint32 valueEnd = 0;
    qint32 end = 0;
    int line = 0; ///< 1-based, of the key
    EnvQuote quote = EnvQuote::None;
    bool assigned = false; ///< false: "KEY" or "export KEY" without "="
    bool unterminated = false; ///< the opening quote has no partner; the value ends with its line
    bool textAfterQuote = false; ///< the line goes on after the closing quote (not a comment)
};

/// A .env file without loss: every byte that came in goes out again, an edit of one value touches only its bytes.
/// Value type over QByteArray, no I/O, usable on any thread.
///
/// Reading rule (what Compose and python-dotenv agree on, ${…} not expanded; lines end at LF, a CR before it belongs to
/// the line end, a BOM at the start is skipped): [blanks][export ]KEY[blanks]=[blanks]VALUE. KEY is letters, digits,
/// "_", ".", "-", "[", "]" or non-ASCII. '…' takes \' only; "…" takes \a \b \f \n \r \t \v \\ \" \$; both may span lines.
/// Unquoted: to the end of the line, cut at white space followed by "#", white space at the end trimmed.
/// A key set twice: the last one wins and is the one edited.
class EnvDocument
{
public:
    EnvDocument() = default;
    explicit EnvDocument(QByteArray bytes);
    EnvDocument(const EnvDocument &) = default; ///< cheap; there is no move, which would leave a document without statements
    EnvDocument &operator=(const EnvDocument &) = default;

    const QByteArray &bytes() const { return m_bytes; }
    const std::vector<EnvEntry> &entries() const { return m_read->entries; } ///< in file order, duplicates included
    const std::vector<int> &strangeLines() const { return m_read->strange; } ///< 1-based lines that are no statement

    QByteArrayView keyOf(const EnvEntry &entry) const;
    QByteArrayView rawValueOf(const EnvEntry &entry) const; ///< as written, quotes included
    QByteArray valueOf(const EnvEntry &entry) const; ///< decoded
    /// Decoded value as a view into bytes() or, where it has escapes, into arena (one empty arena per document).
    QByteArrayView valueOf(const EnvEntry &entry, QByteArray &arena) const;

    QStringList keys() const; ///< assigned keys in order of their last occurrence, each once
    bool has(QStringView key) const { return find(key) != nullptr; }
    std::optional<QString> value(QStringView key) const; ///< bytes that are not UTF-8 become U+FFFD
    int line(QStringView key) const; ///< 0 when absent
    const EnvEntry *find(QStringView key) const; ///< last assignment of the key, or nullptr
    QHash<QByteArrayView, const EnvEntry *> index() const; ///< last assignment of every key, for many look-ups

    /// Writes the value so that the readers agree on it (EnvWriter); keeps the quotes when they still do.
    /// "env.unwritable" when no way of writing serves the consumers, or when other keys would change for one of them; then
    /// writeChoices() (envwritechoices.h) says who would read what.
    Result<void> setValue(const QString &key, const QString &value, const EnvConsumers &consumers = EnvWriter::coreConsumers());
    /// Writes in this style whoever reads it, for an operator who was shown the consequences.
    Result<void> setValueAs(const QString &key, const QString &value, EnvStyle style);
    Result<void> unset(const QString &key); ///< removes every line of the key; absent is fine
    void keepLast(const QString &key); ///< removes all lines of the key but the last assignment

    bool operator==(const EnvDocument &other) const { return m_bytes == other.m_bytes; }

private:
    void keep(QByteArray bytes);
    Result<void> replace(qsizetype from, qsizetype to, const QByteArray &text, QByteArrayView editedKey);
    Result<void> append(const QString &key, const QByteArray &value, EnvStyle style);
    Result<void> write(const QString &key, const QByteArray &value, EnvStyle style);

    struct Read
    {
        std::vector<EnvEntry> entries;
        std::vector<int> strange;
    };
    static const std::shared_ptr<const Read> &nothing();

    QByteArray m_bytes;
    std::shared_ptr<const Read> m_read = nothing(); ///< copies of a document share it
};

} // namespace pilothouse
