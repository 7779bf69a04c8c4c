// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/envtext.h"

namespace pilothouse {

/// What the text of a document hides. A value once hidden stays hidden while its bytes stay, whatever happens around it (its
/// key renamed, its line commented out): no edit of something else brings a secret to the screen.
struct EnvSecrets
{
    std::vector<ByteRange> masks; ///< in order, apart from each other
    std::vector<ByteRange> shown; ///< masks that the operator sees: asked for, or being typed

    bool hides(qint32 from, qint32 to) const; ///< a mask, shown or not, touches these bytes
};

EnvSecrets secretsOf(const EnvDocument &document);

/// After an edit. typed: made in the text, where a value that becomes a secret under the cursor stays readable.
EnvSecrets secretsAfter(const EnvSecrets &secrets, const EnvDocument &before, const EnvDocument &after, bool typed);

/// True when an edit beside a hidden value would change that value.
bool changesHidden(const EnvSecrets &secrets, const ByteSplice &splice, const EnvDocument &after);

/// First and last entries of `after` that an edit can have changed, and those of `before` that stood there.
struct EntryWindow
{
    size_t first = 0; ///< equal entries before
    size_t beforeEnd = 0;
    size_t afterEnd = 0;
};
EntryWindow changedEntries(const EnvDocument &before, const EnvDocument &after, const ByteSplice &splice);

} // namespace pilothouse
