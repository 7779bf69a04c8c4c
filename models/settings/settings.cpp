// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/settings.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <utility>

namespace pilothouse {

namespace {

template <typename T, std::size_t N> using Names = std::array<std::pair<T, const char *>, N>;

constexpr Names<ThemeChoice, 3> themeNames{ { { ThemeChoice::System, "system" }, { ThemeChoice::Light, "light" },
    { ThemeChoice::Dark, "dark" } } };
constexpr Names<LanguageChoice, 3> languageNames{ { { LanguageChoice::System, "system" }, { LanguageChoice::English, "en" },
    { LanguageChoice::Russian, "ru" } } };
constexpr Names<OnCloseChoice, 3> onCloseNames{ { { OnCloseChoice::Ask, "ask" }, { OnCloseChoice::Keep, "keep" },
    { OnCloseChoice::Stop, "stop" } } };

template <typename T, std::size_t N> QString textOf(const Names<T, N> &names, T value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return QLatin1String(name);
    }
    return {};
}

template <typename T, std::size_t N> T valueOf(const Names<T, N> &names, const QString &text, T otherwise)
{
    for (const auto &[known, name] : names) {
        if (text == QLatin1String(name))
            return known;
    }
    return otherwise;
}

const QString recentKey = QStringLiteral("deployments/recent");

/// Paths hold characters that INI keys do not take.
QString deploymentKey(const QString &folder, const char *name)
{
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("deployment-%1/%2").arg(QLatin1String(hash), QLatin1String(name));
}

/// Made before QSettings writes it, which keeps the permissions of an existing file.
QString privateFile(const QString &path)
{
    constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    if (ensureFolder(QFileInfo(path).path())) {
        QFile file(path);
        if (!file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            file.close();
        if (file.exists())
            file.setPermissions(ownerOnly);
    }
    return path;
}

} // namespace

QString settingText(ThemeChoice choice)
{
    return textOf(themeNames, choice);
}

QString settingText(LanguageChoice choice)
{
    return textOf(languageNames, choice);
}

QString settingText(OnCloseChoice choice)
{
    return textOf(onCloseNames, choice);
}

QString settingText(int number)
{
    return QString::number(number);
}

ThemeChoice settingFromText(const QString &text, ThemeChoice otherwise)
{
    return valueOf(themeNames, text, otherwise);
}

LanguageChoice settingFromText(const QString &text, LanguageChoice otherwise)
{
    return valueOf(languageNames, text, otherwise);
}

OnCloseChoice settingFromText(const QString &text, OnCloseChoice otherwise)
{
    return valueOf(onCloseNames, text, otherwise);
}

int settingFromText(const QString &text, int otherwise)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber ? number : otherwise;
}

Settings::Settings(const QString &path) : m_path(privateFile(path)), m_store(m_path, QSettings::IniFormat) { }

QStringList Settings::recentDeployments() const
{
    return m_store.value(recentKey).toStringList();
}

void Settings::addRecentDeployment(const QString &path)
{
    QStringList recent = recentDeployments();
    recent.removeAll(path);
    recent.prepend(path);
    m_store.setValue(recentKey, recent.mid(0, mostRecent));
}

void Settings::removeRecentDeployment(const QString &path)
{
    QStringList recent = recentDeployments();
    recent.removeAll(path);
    m_store.setValue(recentKey, recent);
}

OperatorChoice Settings::operatorChoice(const QString &folder) const
{
    OperatorChoice choice;
    const QString launcher = m_store.value(deploymentKey(folder, "launcher")).toString();
    const LauncherKind kind = launcherFromName(launcher, LauncherKind::None);
    if (!launcher.isEmpty() && launcherName(kind) == launcher)
        choice.launcher = kind;
    choice.program = m_store.value(deploymentKey(folder, "program")).toString();
    choice.endpoint = m_store.value(deploymentKey(folder, "endpoint")).toString();
    return choice;
}

void Settings::setOperatorChoice(const QString &folder, const OperatorChoice &choice)
{
    m_store.setValue(deploymentKey(folder, "folder"), folder);
    m_store.setValue(deploymentKey(folder, "launcher"), choice.launcher ? launcherName(*choice.launcher) : QString());
    m_store.setValue(deploymentKey(folder, "program"), choice.program);
    m_store.setValue(deploymentKey(folder, "endpoint"), choice.endpoint);
}

QString Settings::modelOfMode(const QString &folder, const QString &mode) const
{
    return m_store.value(deploymentKey(folder, "model-of-") + mode).toString();
}

void Settings::rememberModelOfMode(const QString &folder, const QString &mode, const QString &model)
{
    if (modelOfMode(folder, mode) == model)
        return;
    m_store.setValue(deploymentKey(folder, "folder"), folder);
    m_store.setValue(deploymentKey(folder, "model-of-") + mode, model);
}

bool Settings::isTrusted(const QString &hash) const
{
    return hash.isEmpty() || m_store.contains(QStringLiteral("trusted/") + hash);
}

void Settings::trust(const QString &hash)
{
    if (!hash.isEmpty())
        m_store.setValue(QStringLiteral("trusted/") + hash, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
}

void Settings::sync()
{
    m_store.sync();
}

} // namespace pilothouse
