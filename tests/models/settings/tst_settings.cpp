// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/settings.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace pilothouse;

namespace {

uint modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void defaultsHoldWithoutAFile();
    void valuesAreKept();
    void unknownTextIsTheDefault();
    void fileAndFoldersAreForTheOwnerAlone();
    void openPermissionsAreNarrowed();
    void recentDeploymentsAreLatestFirstAndLimited();
    void choiceOfADeploymentIsItsOwn();
    void trustIsPerContent();
    void foldersFollowTheEnvironmentAtEachCall();
    void folderThatCannotBeMadeIsSaid();
    void brokenFileGivesDefaults();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void SettingsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("a/pilothouse/pilothouse.ini"));
}

void SettingsTest::defaultsHoldWithoutAFile()
{
    const Settings settings(m_path);
    QCOMPARE(settings.theme.value(), ThemeChoice::System);
    QCOMPARE(settings.language.value(), LanguageChoice::System);
    QCOMPARE(settings.onClose.value(), OnCloseChoice::Ask);
    QCOMPARE(settings.refreshMs.value(), 1000);
    QVERIFY(settings.recentDeployments().isEmpty());
    QCOMPARE(settings.operatorChoice(QStringLiteral("/x")), OperatorChoice());
}

void SettingsTest::valuesAreKept()
{
    {
        Settings settings(m_path);
        settings.theme.set(ThemeChoice::Dark);
        settings.language.set(LanguageChoice::Russian);
        settings.onClose.set(OnCloseChoice::Keep);
        settings.refreshMs.set(2000);
    }
    const Settings settings(m_path);
    QCOMPARE(settings.theme.value(), ThemeChoice::Dark);
    QCOMPARE(settings.language.value(), LanguageChoice::Russian);
    QCOMPARE(settings.onClose.value(), OnCloseChoice::Keep);
    QCOMPARE(settings.refreshMs.value(), 2000);
}

void SettingsTest::unknownTextIsTheDefault()
{
    QCOMPARE(settingFromText(QStringLiteral("purple"), ThemeChoice::Light), ThemeChoice::Light);
    QCOMPARE(settingFromText(QStringLiteral("1s"), 7), 7);
}

void SettingsTest::fileAndFoldersAreForTheOwnerAlone()
{
    const mode_t before = ::umask(0);
    {
        Settings settings(m_path);
        settings.theme.set(ThemeChoice::Dark);
    }
    {
        Settings settings(m_path); // written again
        settings.theme.set(ThemeChoice::Light);
    }
    ::umask(before);
    QCOMPARE(modeOf(m_path), 0600U);
    QCOMPARE(modeOf(QFileInfo(m_path).path()), 0700U);
    QCOMPARE(modeOf(m_folder->filePath(QStringLiteral("a"))), 0700U);
}

void SettingsTest::openPermissionsAreNarrowed()
{
    QVERIFY(ensureFolder(QFileInfo(m_path).path()));
    ::chmod(QFile::encodeName(QFileInfo(m_path).path()).constData(), 0755);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    ::chmod(QFile::encodeName(m_path).constData(), 0644);
    const Settings settings(m_path);
    QCOMPARE(modeOf(m_path), 0600U);
    QCOMPARE(modeOf(QFileInfo(m_path).path()), 0700U);
}

void SettingsTest::recentDeploymentsAreLatestFirstAndLimited()
{
    Settings settings(m_path);
    for (int i = 0; i < 12; ++i)
        settings.addRecentDeployment(QStringLiteral("/d/%1").arg(i));
    settings.addRecentDeployment(QStringLiteral("/d/5"));
    const QStringList recent = settings.recentDeployments();
    QCOMPARE(int(recent.size()), Settings::mostRecent);
    QCOMPARE(recent.first(), QStringLiteral("/d/5"));
    QCOMPARE(recent.count(QStringLiteral("/d/5")), 1);
    settings.removeRecentDeployment(QStringLiteral("/d/5"));
    QVERIFY(!settings.recentDeployments().contains(QStringLiteral("/d/5")));
}

void SettingsTest::choiceOfADeploymentIsItsOwn()
{
    const QString folder = QStringLiteral("/home/кто то/[odd]=%20;\n/d");
    const OperatorChoice choice{ LauncherKind::Vllm, QStringLiteral("/opt/v l/vllm"), QStringLiteral("http://h:1/v1") };
    {
        Settings settings(m_path);
        settings.setOperatorChoice(folder, choice);
    }
    Settings settings(m_path);
    QCOMPARE(settings.operatorChoice(folder), choice);
    QCOMPARE(settings.operatorChoice(QStringLiteral("/home/d")), OperatorChoice());
    settings.setOperatorChoice(folder, {});
    QCOMPARE(settings.operatorChoice(folder), OperatorChoice());
}

void SettingsTest::trustIsPerContent()
{
    Settings settings(m_path);
    QVERIFY(settings.isTrusted({}));
    QVERIFY(!settings.isTrusted(QStringLiteral("abc")));
    settings.trust(QStringLiteral("abc"));
    settings.trust({});
    QVERIFY(settings.isTrusted(QStringLiteral("abc")));
    QVERIFY(!settings.isTrusted(QStringLiteral("abd")));
}

void SettingsTest::foldersFollowTheEnvironmentAtEachCall()
{
    qputenv("XDG_STATE_HOME", "/tmp/one");
    QCOMPARE(stateFolder(), QStringLiteral("/tmp/one/pilothouse"));
    qputenv("XDG_STATE_HOME", "relative");
    qputenv("HOME", "/home/someone");
    QCOMPARE(stateFolder(), QStringLiteral("/home/someone/.local/state/pilothouse"));
    qputenv("XDG_CONFIG_HOME", "/tmp/c");
    QCOMPARE(settingsPath(), QStringLiteral("/tmp/c/pilothouse/pilothouse.ini"));
    qunsetenv("XDG_CACHE_HOME");
    QCOMPARE(cacheFolder(), QStringLiteral("/home/someone/.cache/pilothouse"));
}

void SettingsTest::folderThatCannotBeMadeIsSaid()
{
    const QString file = m_folder->filePath(QStringLiteral("plain"));
    QFile plain(file);
    QVERIFY(plain.open(QIODevice::WriteOnly));
    const Result<void> result = ensureFolder(file + QStringLiteral("/below"));
    QVERIFY(!result);
    QCOMPARE(result.error().code, QStringLiteral("folder.create"));
}

void SettingsTest::brokenFileGivesDefaults()
{
    QVERIFY(ensureFolder(QFileInfo(m_path).path()));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromHex("00ff00fe5b5b5b3d3d3d0a") + "[appearance]\ntheme=@Invalid()\n");
    file.close();
    const Settings settings(m_path);
    QCOMPARE(settings.theme.value(), ThemeChoice::System);
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
