// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envprofiles.h"

#include <QtTest>

#include <sys/stat.h>

using namespace pilothouse;

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

class EnvProfilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void onlyProfilesAreListedTemplatesLast();
    void namesThatCouldNotBeListedAreRefused_data();
    void namesThatCouldNotBeListedAreRefused();
    void comparingTellsWhatWouldBeLost();
    void applyingTakesOnlyTheKeysNamed();
    void savedProfileIsPrivateAndNeverReplacedSilently();
    void replacedProfileIsTightenedAndKept();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    void write(const char *name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void EnvProfilesTest::write(const char *name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void EnvProfilesTest::onlyProfilesAreListedTemplatesLast()
{
    for (const char *name : { ".env", ".env.vllm", ".env.ollama", ".env.example", ".env.vllm-fp8", ".env.vllm.swp", ".env.swo",
             ".env.vllm~", ".env.bak", ".env.old", ".~env.0123456789abc", ".envrc", "env.x", ".env.a b", ".env.vllm.example" })
        write(name, "A=1\n");
    QVERIFY(QDir(m_folder->path()).mkdir(key(".env.d")));
    QVERIFY(QFile::link(path(".env.vllm"), path(".env.linked")));
    QStringList names;
    for (const EnvProfile &profile : listProfiles(path(".env"))) {
        names << profile.name + key(profile.isTemplate ? "*" : "");
        QCOMPARE(profile.path, path(".env.") + profile.name);
    }
    QCOMPARE(names,
        QStringList({ key("linked"), key("ollama"), key("vllm"), key("vllm-fp8"), key("example*"), key("vllm.example*") }));
}

void EnvProfilesTest::namesThatCouldNotBeListedAreRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : { "", ".", "..", "a/b", "../x", "x.swp", "x~", "a b", "x.bak", ".hidden", "a\n" })
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void EnvProfilesTest::namesThatCouldNotBeListedAreRefused()
{
    QFETCH(QString, name);
    const Result<QString> saved
        = saveProfile(path(".env"), name, "A=1\n", ProfileSave::New, EnvWriterKind::Profile, path("state"));
    QCOMPARE(saved.error().code, key("profile.bad-name"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
}

void EnvProfilesTest::comparingTellsWhatWouldBeLost()
{
    const EnvDocument present("A=1\nSAME='x'\nHF_TOKEN=a\nMINE=2\n");
    const EnvDocument profile("NEW=n\nSAME=x\nHF_TOKEN=b\nA=3\n");
    const QList<ProfileChange> expected{ { key("NEW"), ProfileChangeKind::OnlyInProfile, std::nullopt, key("n"), false },
        { key("HF_TOKEN"), ProfileChangeKind::Differs, key("a"), key("b"), true },
        { key("A"), ProfileChangeKind::Differs, key("1"), key("3"), false },
        { key("MINE"), ProfileChangeKind::OnlyInEnv, key("2"), std::nullopt, false } };
    QCOMPARE(compareProfile(present, profile), expected);
    QVERIFY(compareProfile(present, present).isEmpty());
}

void EnvProfilesTest::applyingTakesOnlyTheKeysNamed()
{
    const EnvDocument present("A=1\nB=1\nMINE=2\n");
    const EnvDocument profile("A=3\nB=4\nNEW=n\n");
    const auto told = [&](const QStringList &keys) {
        QStringList list;
        const Result<QList<EnvEdit>> edits = profileEdits(present, profile, keys);
        for (const EnvEdit &edit : *edits)
            list << edit.key + u'=' + edit.value.value_or(key("-"));
        return list;
    };
    QCOMPARE(told({}), QStringList({ key("A=3"), key("B=4"), key("NEW=n") }));
    QCOMPARE(told({ key("B"), key("MINE") }), QStringList({ key("B=4"), key("MINE=-") }));
    QCOMPARE(profileEdits(present, profile, { key("NONE") }).error().code, key("profile.no-key"));
}

void EnvProfilesTest::savedProfileIsPrivateAndNeverReplacedSilently()
{
    const mode_t old = ::umask(0);
    const Result<QString> saved
        = saveProfile(path(".env"), key("new"), "A=1\n", ProfileSave::New, EnvWriterKind::Window, path("state"));
    ::umask(old);
    QCOMPARE(*saved, path(".env.new"));
    struct stat facts = {};
    QCOMPARE(::stat(QFile::encodeName(*saved).constData(), &facts), 0);
    QCOMPARE(uint(facts.st_mode & 07777), 0600u);
    const Result<QString> again
        = saveProfile(path(".env"), key("new"), "A=2\n", ProfileSave::New, EnvWriterKind::Window, path("state"));
    QCOMPARE(again.error().code, key("profile.exists"));
    QCOMPARE(readEnvFile(*saved)->bytes, QByteArray("A=1\n"));
}

void EnvProfilesTest::replacedProfileIsTightenedAndKept()
{
    write(".env.vllm", "A=1\n");
    QCOMPARE(::chmod(QFile::encodeName(path(".env.vllm")).constData(), 0644), 0);
    QVERIFY(saveProfile(path(".env"), key("vllm"), "A=2\n", ProfileSave::Replace, EnvWriterKind::Window, path("state")));
    const Result<EnvFileContent> content = readEnvFile(path(".env.vllm"));
    QCOMPARE(content->bytes, QByteArray("A=2\n"));
    QCOMPARE(content->mode, 0600u);
    QVERIFY(saveProfile(path(".env"), key("fresh"), "A=2\n", ProfileSave::Replace, EnvWriterKind::Window, path("state")));
    QCOMPARE(readEnvFile(path(".env.fresh"))->mode, 0600u);
}

QTEST_GUILESS_MAIN(EnvProfilesTest)
#include "tst_envprofiles.moc"
