// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/preferences.h"
#include "models/settings/operatorchoice.h"
#include "models/settings/setting.h"
#include "models/settings/standardfolders.h"

#include <QSettings>
#include <QStringList>

namespace pilothouse {

/// Text in the file and back; an unknown text gives the default.
QString settingText(ThemeChoice choice);
QString settingText(LanguageChoice choice);
QString settingText(OnCloseChoice choice);
ThemeChoice settingFromText(const QString &text, ThemeChoice otherwise);
LanguageChoice settingFromText(const QString &text, LanguageChoice otherwise);
OnCloseChoice settingFromText(const QString &text, OnCloseChoice otherwise);

/// The operator's settings in one INI file, 0600. Written at the next turn of the event loop and at the end, each time
/// as a whole (the old or the new file, never a torn one). Two running programs see each other's changes.
/// Use it from one thread.
class Settings
{
public:
    explicit Settings(const QString &path = settingsPath());

private:
    QString m_path;
    QSettings m_store;

public:
    Setting<ThemeChoice> theme{ m_store, "appearance/theme", ThemeChoice::System };
    Setting<LanguageChoice> language{ m_store, "appearance/language", LanguageChoice::System };
    Setting<OnCloseChoice> onClose{ m_store, "provider/on-close", OnCloseChoice::Ask };
    Setting<int> refreshMs{ m_store, "monitor/refresh-ms", 1000 };

    static constexpr int mostRecent = 10;
    QStringList recentDeployments() const; ///< .env paths or folders, latest first
    void addRecentDeployment(const QString &path);
    void removeRecentDeployment(const QString &path);

    OperatorChoice operatorChoice(const QString &folder) const;
    void setOperatorChoice(const QString &folder, const OperatorChoice &choice);

    /// The model that the deployment last had in a mode ("ollama", "vllm"); empty when never seen.
    QString modelOfMode(const QString &folder, const QString &mode) const;
    void rememberModelOfMode(const QString &folder, const QString &mode, const QString &model);

    /// Consent to what a deployment's own files would run (LaunchSpec::trustHash); the empty hash needs none.
    bool isTrusted(const QString &hash) const;
    void trust(const QString &hash);

    void sync(); ///< writes now
};

} // namespace pilothouse
