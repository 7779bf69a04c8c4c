// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/envdocument.h"

namespace pilothouse {

/// Secrets by the name of the key (…TOKEN, …_KEY, …SECRET, …PASSWORD, …) or by the shape of the value (hf_…, sk-…, ghp_…,
/// user:password@ in an address, a private key). Pure.
bool isSecretName(QStringView key);
bool isSecretValue(QStringView value);

/// Bytes [start, end) of a document.
struct ByteRange
{
    qint32 start = 0;
    qint32 end = 0;
    bool operator==(const ByteRange &) const = default;
};

/// What must not be shown between two offsets that lie at the start of a line outside values (or at the ends): values of
/// secrets with their quotes, values of commented-out keys with such names, shapes of secrets in comments. In order.
std::vector<ByteRange> secretRanges(const EnvDocument &document, qsizetype from, qsizetype to);

/// The whole file for display: values of secrets are dots (their line breaks stay, so that line numbers are right), and
/// so is anything with the shape of a secret in comments. Bytes that are not UTF-8 become U+FFFD.
QString maskedText(const EnvDocument &document);
QString maskedValue(); ///< the dots that stand for any secret, whatever its length

} // namespace pilothouse
