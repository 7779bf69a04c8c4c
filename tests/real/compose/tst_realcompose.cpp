// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/composefiles.h"
#include "models/deployment/compose/composeproject.h"
#include "models/deployment/trace/envreading.h"
#include "tests/support/composecase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace pilothouse;

// What we make of compose files against "docker compose config" of the real program, case by case.
class RealComposeTest : public QObject
{
    Q_OBJECT

    QString m_program;

    static QProcessEnvironment environmentOf(const ComposeCase &one)
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
        environment.insert(QStringLiteral("HOME"), QStringLiteral("/home/operator"));
        for (auto it = one.shell.begin(); it != one.shell.end(); ++it)
            environment.insert(it.key(), *it);
        return environment;
    }

    /// compose doubles every "$" of its answer.
    static QString plain(const QJsonValue &value) { return value.toString().replace(QLatin1String("$$"), QLatin1String("$")); }

    static QJsonValue texts(const QJsonValue &list)
    {
        if (!list.isArray())
            return QJsonValue::Null;
        QJsonArray result;
        for (const QJsonValue &item : list.toArray())
            result.append(plain(item));
        return result;
    }

    static QJsonValue texts(const std::optional<QList<ComposeArgument>> &arguments)
    {
        if (!arguments)
            return QJsonValue::Null;
        QJsonArray result;
        for (const ComposeArgument &argument : *arguments) {
            if (!argument.dropped)
                result.append(argument.text);
        }
        return result;
    }

    static QJsonArray sorted(QStringList lines)
    {
        lines.sort();
        return QJsonArray::fromStringList(lines);
    }

    static QString portLine(const QString &ip, const QString &published, const QString &target, const QString &protocol)
    {
        return QStringLiteral("%1|%2|%3|%4").arg(ip, published, target, protocol);
    }

    static QJsonObject theirs(const QByteArray &json)
    {
        QJsonObject result;
        const QJsonObject services = QJsonDocument::fromJson(json).object().value(QLatin1String("services")).toObject();
        for (auto it = services.begin(); it != services.end(); ++it) {
            const QJsonObject service = it.value().toObject();
            QJsonObject environment = service.value(QLatin1String("environment")).toObject();
            for (auto entry = environment.begin(); entry != environment.end(); ++entry) {
                if (entry.value().isString())
                    entry.value() = plain(entry.value());
            }
            QJsonObject arguments = service.value(QLatin1String("build")).toObject().value(QLatin1String("args")).toObject();
            QStringList ports;
            for (const QJsonValue &item : service.value(QLatin1String("ports")).toArray()) {
                const QJsonObject port = item.toObject();
                ports << portLine(port.value(QLatin1String("host_ip")).toString(),
                    port.value(QLatin1String("published")).toString(),
                    QString::number(port.value(QLatin1String("target")).toInt()),
                    port.value(QLatin1String("protocol")).toString());
            }
            result.insert(it.key(),
                QJsonObject{ { QStringLiteral("image"), plain(service.value(QLatin1String("image"))) },
                    { QStringLiteral("environment"), environment }, { QStringLiteral("args"), arguments },
                    { QStringLiteral("command"), texts(service.value(QLatin1String("command"))) },
                    { QStringLiteral("entrypoint"), texts(service.value(QLatin1String("entrypoint"))) },
                    { QStringLiteral("ports"), sorted(ports) } });
        }
        return result;
    }

    static QJsonObject variables(const QList<ComposeVariable> &list)
    {
        QJsonObject result;
        for (const ComposeVariable &variable : list)
            result.insert(variable.name, variable.value ? QJsonValue(*variable.value) : QJsonValue(QJsonValue::Null));
        return result;
    }

    static QJsonObject ours(const ComposeProject &project)
    {
        QJsonObject result;
        for (const ComposeService &service : project.services) {
            if (!service.enabled)
                continue;
            QStringList ports;
            for (const ComposePort &port : service.ports)
                ports << portLine(port.hostIp, port.published, port.target, port.protocol);
            result.insert(service.name,
                QJsonObject{ { QStringLiteral("image"), service.image },
                    { QStringLiteral("environment"), variables(service.environment) },
                    { QStringLiteral("args"), service.build ? variables(service.build->arguments) : QJsonObject() },
                    { QStringLiteral("command"), texts(service.command) },
                    { QStringLiteral("entrypoint"), texts(service.entrypoint) }, { QStringLiteral("ports"), sorted(ports) } });
        }
        return result;
    }

    static ComposeProject load(const ComposeCase &one, const QString &folder)
    {
        ComposeRequest request;
        request.folder = folder;
        request.read = readDeploymentFile;
        const QProcessEnvironment shell = environmentOf(one);
        for (const QString &name : shell.keys())
            request.environment.insert(name, shell.value(name));
        const Result<QByteArray> env = readDeploymentFile(folder + QStringLiteral("/.env"));
        const VariableLookup outer
            = [&](const QString &name) { return shell.contains(name) ? std::optional(shell.value(name)) : std::nullopt; };
        const QMap<QString, QString> values
            = env ? envValues(readEnvFile(*env, EnvFileFormat::Compose, outer)) : QMap<QString, QString>();
        for (auto it = values.begin(); it != values.end(); ++it) {
            if (!request.environment.contains(it.key()))
                request.environment.insert(it.key(), *it);
        }
        request.profiles = one.profiles.isEmpty() ? composeProfiles(request.environment) : one.profiles;
        request.files = composeFileSets({ folder, one.files, request.environment, {}, LlmMode::Unknown }).value(0).files;
        return loadCompose(request);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QProcess script;
        script.start(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/packaging/engines/ensure.sh"), { QStringLiteral("docker-compose") });
        QVERIFY(script.waitForFinished(-1));
        m_program = QString::fromUtf8(script.readAllStandardOutput()).trimmed() + QStringLiteral("/bin/docker-compose");
        QVERIFY2(QFile::exists(m_program), qPrintable(QString::fromUtf8(script.readAllStandardError())));
        QVERIFY(ComposeCase::names().size() >= 40);
    }

    void weReadWhatComposeReads_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : ComposeCase::names())
            QTest::newRow(qPrintable(name)) << name;
    }

    void weReadWhatComposeReads()
    {
        QFETCH(QString, name);
        const ComposeCase one = ComposeCase::read(name);
        QTemporaryDir folder;
        QVERIFY(one.lay(folder.path()));
        QStringList arguments;
        for (const QString &file : one.files)
            arguments << QStringLiteral("-f") << file;
        for (const QString &profile : one.profiles)
            arguments << QStringLiteral("--profile") << profile;
        QProcess compose;
        compose.setWorkingDirectory(folder.path());
        compose.setProcessEnvironment(environmentOf(one));
        compose.start(
            m_program, arguments + QStringList{ QStringLiteral("config"), QStringLiteral("--format"), QStringLiteral("json") });
        QVERIFY(compose.waitForFinished(60'000));
        const QByteArray answer = compose.readAllStandardOutput();
        const QByteArray complaint = compose.readAllStandardError();
        QCOMPARE(compose.exitCode() != 0, one.refused);

        const ComposeProject project = load(one, folder.path());
        QStringList faults;
        for (const TraceFault &fault : project.faults)
            faults << QStringLiteral("%1:%2: %3").arg(fault.place.file).arg(fault.place.line).arg(fault.message);
        QVERIFY2(faults.isEmpty() != one.refused, qPrintable(faults.join(u'\n') + QString::fromUtf8(complaint)));
        if (one.refused) {
            QVERIFY2(project.faults.constFirst().place.line > 0, qPrintable(faults.join(u'\n')));
            return;
        }
        const QJsonObject expected = theirs(answer);
        const QJsonObject found = ours(project);
        QCOMPARE(found.keys(), expected.keys());
        for (const QString &service : expected.keys()) {
            const QJsonObject left = found.value(service).toObject();
            const QJsonObject right = expected.value(service).toObject();
            for (const QString &part : right.keys()) {
                const auto text
                    = [](const QJsonValue &value) { return QJsonDocument(QJsonArray{ value }).toJson(QJsonDocument::Compact); };
                QVERIFY2(left.value(part) == right.value(part),
                    "\n" + service.toUtf8() + "." + part.toUtf8() + "\nours:   " + text(left.value(part))
                        + "\ntheirs: " + text(right.value(part)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(RealComposeTest)
#include "tst_realcompose.moc"
