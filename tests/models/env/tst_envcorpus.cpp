// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envdocument.h"
#include "models/env/envfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace pilothouse;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

/// Files of real projects, which are not part of this repository: a folder named by PILOTHOUSE_ENV_CORPUS.
QFileInfoList corpus()
{
    const QString folder = qEnvironmentVariable("PILOTHOUSE_ENV_CORPUS");
    return folder.isEmpty() ? QFileInfoList() : QDir(folder).entryInfoList({ QStringLiteral("*.env") }, QDir::Files, QDir::Name);
}

QFileInfoList allFiles()
{
    return QDir(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/fixtures/env")).entryInfoList(QDir::Files, QDir::Name) + corpus();
}

} // namespace

/// Real files go through untouched, and an edit touches its own value only.
class EnvCorpusTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder->filePath(QStringLiteral("state"))));
        QVERIFY2(allFiles().size() >= 26, "the fixtures of the repository are always there");
        if (qEnvironmentVariableIsSet("PILOTHOUSE_ENV_CORPUS"))
            QVERIFY2(!corpus().isEmpty(), "PILOTHOUSE_ENV_CORPUS names a folder without .env files");
        qInfo("%d files of real projects, %d of the repository", int(corpus().size()), int(allFiles().size() - corpus().size()));
    }

    /// Opened, and saved without an edit: the same bytes, also when they are written anew over other ones.
    void savedWithoutEditsBytesStay()
    {
        const QString path = m_folder->filePath(QStringLiteral(".env"));
        for (const QFileInfo &info : allFiles()) {
            const QByteArray bytes = read(info.filePath());
            QFile::remove(path);
            QVERIFY(QFile::copy(info.filePath(), path));
            QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
            const Result<EnvFileContent> opened = readEnvFile(path);
            QVERIFY2(opened && opened->readOnlyReason.isEmpty(), qPrintable(info.fileName()));
            const EnvDocument document(opened->bytes);
            QVERIFY2(document.bytes() == bytes, qPrintable(info.fileName()));
            const Result<EnvSaveReport> saved = saveEnvFile({ path, document.bytes(), opened->hash, {}, {} });
            QVERIFY2(saved && read(path) == bytes, qPrintable(info.fileName()));
            const Result<EnvSaveReport> other = saveEnvFile({ path, bytes + "# more\n", saved->hash, {}, {} });
            QVERIFY2(other && saveEnvFile({ path, document.bytes(), other->hash, {}, {} }), qPrintable(info.fileName()));
            QVERIFY2(read(path) == bytes, qPrintable(info.fileName()));
        }
    }

    /// Each key in turn gets another value: the bytes before and behind the value are the file's own, and the value is read.
    void eachKeyChangesOnlyItsValue()
    {
        int keys = 0;
        QStringList refused;
        for (const QFileInfo &info : allFiles()) {
            const EnvDocument document(read(info.filePath()));
            for (const QString &key : document.keys()) {
                const EnvEntry place = *document.find(key);
                const QString value = QStringLiteral("pilothouse-7");
                EnvDocument edited = document;
                ++keys;
                if (!edited.setValue(key, value)) {
                    QVERIFY2(edited == document, qPrintable(info.fileName() + u' ' + key));
                    refused << info.fileName() + u' ' + key;
                    continue;
                }
                const QByteArray head = document.bytes().first(place.valueStart);
                const QByteArray tail = document.bytes().sliced(place.valueEnd);
                QVERIFY2(edited.bytes().startsWith(head) && edited.bytes().endsWith(tail)
                        && edited.bytes().size() >= head.size() + tail.size(),
                    qPrintable(info.fileName() + u' ' + key));
                const QByteArray written = edited.bytes().sliced(head.size(), edited.bytes().size() - head.size() - tail.size());
                QVERIFY2(written == "pilothouse-7" || written == "\"pilothouse-7\"" || written == "'pilothouse-7'",
                    qPrintable(info.fileName() + u' ' + key + u' ' + QString::fromUtf8(written)));
                QCOMPARE(edited.value(key), std::optional(value));
            }
        }
        qInfo(
            "%d keys changed, %d refused: %s", keys - int(refused.size()), int(refused.size()), qPrintable(refused.join(u", ")));
        // Only files of the repository that were broken on purpose may refuse.
        for (const QString &name : std::as_const(refused)) {
            const bool isOwn
                = QFileInfo::exists(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/fixtures/env/") + name.section(u' ', 0, 0));
            QVERIFY2(isOwn, qPrintable(name));
        }
    }
};

QTEST_MAIN(EnvCorpusTest)
#include "tst_envcorpus.moc"
