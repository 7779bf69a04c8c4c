// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace pilothouse {

/// A file beside .env that holds another configuration: .env.vllm, .env.ollama, …
struct EnvProfile
{
    QString name; ///< behind ".env.": "vllm"
    QString path;
    bool isTemplate = false; ///< .env.example and the like: shown, not meant as a state to return to
    bool operator==(const EnvProfile &) const = default;
};

enum class ProfileChangeKind {
    Differs, ///< both set the key, to different values
    OnlyInProfile, ///< applying adds the key
    OnlyInEnv, ///< a copy of the profile over .env would lose the key
};

/// One key in which a profile and .env differ; keys that agree are not listed. Values are plain: mask where secret.
struct ProfileChange
{
    QString key;
    ProfileChangeKind kind = ProfileChangeKind::Differs;
    std::optional<QString> present; ///< in .env
    std::optional<QString> profile;
    bool secret = false;
    bool operator==(const ProfileChange &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::EnvProfile)
Q_DECLARE_METATYPE(pilothouse::ProfileChange)
