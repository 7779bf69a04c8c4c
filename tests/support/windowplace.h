// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>

namespace windowtest {

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

/// Runs a program to its end and gives what it wrote to stdout; nothing when it failed.
inline QByteArray outputOf(const QString &program, const QStringList &arguments, int timeoutMs = 120'000)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(timeoutMs) || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

inline QString engineFolder(const QString &name)
{
    const QString script = QStringLiteral(PILOTHOUSE_SOURCE_DIR "/packaging/engines/ensure.sh");
    return QString::fromUtf8(outputOf(QStringLiteral("bash"), { script, name }, -1)).trimmed();
}

/// A home of its own with the example deployment in it: the real Ollama on PATH, two tags of a small real model.
class Place
{
public:
    Place()
    {
        const QString ollama = engineFolder(QStringLiteral("ollama"));
        const QString model = engineFolder(QStringLiteral("smollm2")) + QStringLiteral("/smollm2-135m-instruct.gguf");
        qputenv("PATH", QFile::encodeName(ollama + QStringLiteral("/bin:")) + qgetenv("PATH"));
        const std::pair<const char *, const char *> folders[]
            = { { "HOME", "home" }, { "XDG_CONFIG_HOME", "config" }, { "XDG_STATE_HOME", "state" }, { "XDG_CACHE_HOME", "cache" },
                  { "XDG_DATA_HOME", "data" }, { "XDG_RUNTIME_DIR", "run" } };
        for (const auto &[variable, name] : folders) {
            QDir().mkpath(m_folder.filePath(QLatin1String(name)));
            qputenv(variable, QFile::encodeName(m_folder.filePath(QLatin1String(name))));
        }
        QFile::setPermissions(m_folder.filePath(QStringLiteral("run")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("LANGUAGE", "en");
        const QString script = QStringLiteral(PILOTHOUSE_SOURCE_DIR "/packaging/example/lay.sh");
        outputOf(QStringLiteral("bash"), { script, QStringLiteral("ollama"), deployment(), model });
        takeFreePort();
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString deployment() const { return path(QStringLiteral("deployment")); }
    QString envPath() const { return deployment() + QStringLiteral("/.env"); }
    QByteArray env() const { return bytesOf(envPath()); }
    int port() const { return m_port; }
    bool isLaid() const { return QFile::exists(deployment() + QStringLiteral("/models/.laid")) && m_port > 0; }

    QJsonObject get(const QString &apiPath) const
    {
        const QString address = QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(apiPath);
        return QJsonDocument::fromJson(outputOf(QStringLiteral("curl"),
                                           { QStringLiteral("-fsS"), QStringLiteral("--noproxy"), QStringLiteral("*"), address }))
            .object();
    }

    /// Names that /api/ps lists, sorted: what is really loaded.
    QStringList loadedModels() const
    {
        QStringList names;
        const QJsonArray models = get(QStringLiteral("/api/ps")).value(QLatin1String("models")).toArray();
        for (const QJsonValue &model : models)
            names << model.toObject().value(QLatin1String("name")).toString();
        names.sort();
        return names;
    }

    /// A third tag whose weights are damaged after it was made: it is listed, and loading it fails for real.
    bool addBrokenModel(const QString &tag) const
    {
        const QString gguf = path(QStringLiteral("tiny.gguf"));
        outputOf(
            QStringLiteral("python3"), { QStringLiteral(PILOTHOUSE_SOURCE_DIR "/packaging/engines/make_tiny_gguf.py"), gguf });
        const QString recipe = path(QStringLiteral("Modelfile"));
        writeBytes(recipe, "FROM " + gguf.toUtf8() + "\n");
        qputenv("OLLAMA_HOST", "127.0.0.1:" + QByteArray::number(m_port));
        outputOf(QStringLiteral("ollama"), { QStringLiteral("create"), tag, QStringLiteral("-f"), recipe });
        qunsetenv("OLLAMA_HOST");
        const QString models = deployment() + QStringLiteral("/models");
        const QByteArray manifest = bytesOf(models + QStringLiteral("/manifests/registry.ollama.ai/library/%1/latest").arg(tag));
        const QJsonArray layers = QJsonDocument::fromJson(manifest).object().value(QLatin1String("layers")).toArray();
        for (const QJsonValue &value : layers) {
            const QJsonObject layer = value.toObject();
            if (layer.value(QLatin1String("mediaType")).toString() != QLatin1String("application/vnd.ollama.image.model"))
                continue;
            const QString digest = layer.value(QLatin1String("digest")).toString().replace(u':', u'-');
            return writeBytes(models + QStringLiteral("/blobs/") + digest, QByteArray(4096, '\x5a'));
        }
        return false;
    }

private:
    void takeFreePort()
    {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        m_port = probe.serverPort();
        QString text = QString::fromUtf8(env());
        text.replace(
            QRegularExpression(QStringLiteral("OLLAMA_HOST=\\S+")), QStringLiteral("OLLAMA_HOST=127.0.0.1:%1").arg(m_port));
        writeBytes(envPath(), text.toUtf8());
    }

    QTemporaryDir m_folder;
    int m_port = 0;
};

/// Process that listens on a TCP port of this machine, read from /proc without any code of the program; 0: nobody.
inline qint64 listenerOf(int port)
{
    QByteArray inode;
    const QList<QByteArray> lines = bytesOf(QStringLiteral("/proc/net/tcp")).split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() > 9 && fields[3] == "0A" && fields[1].mid(fields[1].indexOf(':') + 1).toInt(nullptr, 16) == port)
            inode = fields[9];
    }
    if (inode.isEmpty())
        return 0;
    const QString wanted = QStringLiteral("socket:[%1]").arg(QString::fromLatin1(inode));
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList({ QStringLiteral("[0-9]*") }, QDir::Dirs);
    for (const QString &pid : processes) {
        const QFileInfoList files = QDir(QStringLiteral("/proc/%1/fd").arg(pid)).entryInfoList(QDir::Files | QDir::System);
        for (const QFileInfo &file : files) {
            char target[64] = {};
            if (::readlink(QFile::encodeName(file.filePath()).constData(), target, sizeof target - 1) > 0
                && wanted == QLatin1String(target))
                return pid.toLongLong();
        }
    }
    return -1;
}

/// Fields of /proc/PID/stat after the name; empty when there is no such process.
inline QList<QByteArray> statOf(qint64 pid)
{
    const QByteArray stat = bytesOf(QStringLiteral("/proc/%1/stat").arg(pid));
    return stat.isEmpty() ? QList<QByteArray>() : stat.mid(stat.lastIndexOf(')') + 2).split(' ');
}

inline bool isAlive(qint64 pid)
{
    const QList<QByteArray> stat = statOf(pid);
    return !stat.isEmpty() && stat.first() != "Z" && stat.first() != "X";
}

inline QByteArray commandOf(qint64 pid)
{
    return bytesOf(QStringLiteral("/proc/%1/cmdline").arg(pid)).replace('\0', ' ').trimmed();
}

/// Processor time of the process and its children that live, in clock ticks.
inline qint64 ticksOf(qint64 pid)
{
    qint64 ticks = 0;
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList({ QStringLiteral("[0-9]*") }, QDir::Dirs);
    for (const QString &name : processes) {
        const QList<QByteArray> stat = statOf(name.toLongLong());
        if (stat.size() > 13 && (name.toLongLong() == pid || stat[1].toLongLong() == pid))
            ticks += stat[11].toLongLong() + stat[12].toLongLong();
    }
    return ticks;
}

} // namespace windowtest
