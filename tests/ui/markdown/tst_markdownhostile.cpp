// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

class TestMarkdownHostile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void renderingOpensNoFileAndNoSocket()
    {
        QTemporaryDir folder;
        for (const char *name : { "image.png", "page.html" }) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("GIF89a");
        }
        QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(QStringLiteral("fifo"))).constData(), 0600), 0);
        const QString trace = folder.filePath(QStringLiteral("trace"));
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0")); // it cannot look for them while traced
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral("strace"),
            { QStringLiteral("-f"), QStringLiteral("-qq"), QStringLiteral("-s"), QStringLiteral("300"), QStringLiteral("-e"),
                QStringLiteral("trace=open,openat,openat2,connect,socket,execve"), QStringLiteral("-o"), trace,
                QStringLiteral(HOSTILE_MARKDOWN), folder.path() });
        QVERIFY2(program.waitForStarted(), "strace is needed for this test");
        QVERIFY2(program.waitForFinished(240'000), "rendering hangs");
        const QString output = QString::fromUtf8(program.readAllStandardOutput());
        QCOMPARE(program.exitCode(), 0);
        const QRegularExpressionMatch said
            = QRegularExpression(QStringLiteral("payloads (\\d+) longest (\\d+) at (-?\\d+)")).match(output);
        QVERIFY2(said.hasMatch(), qPrintable(output));
        QVERIFY(said.captured(1).toInt() >= 60);
        qInfo("%s", qPrintable(output.trimmed()));

        QFile file(trace);
        QVERIFY(file.open(QIODevice::ReadOnly));
        bool rendering = false;
        bool ended = false;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.contains("/payload-rendering-begins"))
                rendering = true;
            else if (line.contains("/payload-rendering-ends"))
                ended = true;
            if (!rendering || ended || line.contains("/payload-rendering"))
                continue;
            const bool touched = line.contains(folder.path().toUtf8()) || line.contains("/dev/zero")
                || line.contains("payload.invalid") || line.contains("socket(") || line.contains("connect(")
                || line.contains("execve(");
            QVERIFY2(!touched, line.constData());
        }
        QVERIFY2(rendering && ended, "the trace has no marks: nothing was checked");
    }
};

QTEST_GUILESS_MAIN(TestMarkdownHostile)
#include "tst_markdownhostile.moc"
