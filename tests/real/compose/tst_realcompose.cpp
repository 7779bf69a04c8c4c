// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/composefiles.h"
#include "models/deployment/compose/composeproject.h"
#include "models/deployment/envtemplate.h"
#include "models/deployment/trace/envreading.h"
#include "tests/support/composecase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
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

    /// The files of a new deployment: compose takes them as they are, starts vLLM by itself, and its answer holds the values.
    void composeTakesTheTemplate()
    {
        const TemplateFiles files = templateFiles(QStringLiteral("vllm-compose"));
        ComposeCase one;
        one.contents.append({ QStringLiteral(".env"), QString::fromUtf8(files.env) });
        for (auto file = files.beside.constBegin(); file != files.beside.constEnd(); ++file)
            one.contents.append({ file.key(), QString::fromUtf8(*file) });
        QTemporaryDir folder;
        QVERIFY(one.lay(folder.path()));
        const auto config = [&](const QStringList &arguments) {
            QProcess compose;
            compose.setWorkingDirectory(folder.path());
            compose.setProcessEnvironment(environmentOf(one));
            compose.start(m_program,
                arguments + QStringList{ QStringLiteral("config"), QStringLiteral("--format"), QStringLiteral("json") });
            compose.waitForFinished(60'000);
            const QByteArray complaint = compose.readAllStandardError();
            if (compose.exitCode() != 0 || !complaint.isEmpty())
                qWarning("%s", complaint.constData());
            return compose.exitCode() == 0 ? theirs(compose.readAllStandardOutput()) : QJsonObject();
        };
        const QJsonObject started = config({});
        QCOMPARE(started.keys(), QStringList{ QStringLiteral("vllm") });
        const QJsonArray command = started.value(QLatin1String("vllm")).toObject().value(QLatin1String("command")).toArray();
        QVERIFY(command.contains(QStringLiteral("Qwen/Qwen3-0.6B")));
        const QJsonArray ask = config({ QStringLiteral("--profile"), QStringLiteral("ask") })
                                   .value(QLatin1String("ask"))
                                   .toObject()
                                   .value(QLatin1String("command"))
                                   .toArray();
        const QJsonObject body = QJsonDocument::fromJson(ask.last().toString().toUtf8()).object();
        QCOMPARE(body.value(QLatin1String("model")).toString(), QStringLiteral("Qwen/Qwen3-0.6B"));
        QCOMPARE(body.value(QLatin1String("max_tokens")).toInt(), 256);
    }

    /// Expressions put together at random: those we take must give compose's text, those we refuse compose refuses too.
    void randomExpressionsAgree()
    {
        QRandomGenerator random(20261124);
        const QStringList pieces{ QStringLiteral("$"), QStringLiteral("$$"), QStringLiteral("{"), QStringLiteral("}"),
            QStringLiteral("${"), QStringLiteral("SET"), QStringLiteral("EMPTY"), QStringLiteral("UNSET"), QStringLiteral(":-"),
            QStringLiteral("-"), QStringLiteral(":+"), QStringLiteral("+"), QStringLiteral(":?"), QStringLiteral("?"),
            QStringLiteral(" "), QStringLiteral("x"), QStringLiteral("${SET"), QStringLiteral("${UNSET:-"),
            QStringLiteral("${EMPTY-"), QStringLiteral("${SET:+"), QStringLiteral("/"), QStringLiteral("9") };
        const QMap<QString, QString> values{ { QStringLiteral("SET"), QStringLiteral("v{}") },
            { QStringLiteral("EMPTY"), QString() } };
        const VariableLookup lookup
            = [&](const QString &name) { return values.contains(name) ? std::optional(values.value(name)) : std::nullopt; };
        QStringList taken;
        QStringList refused;
        for (int i = 0; i < 4000; ++i) {
            QString text;
            for (int parts = 1 + random.bounded(8); parts > 0; --parts)
                text += pieces.at(random.bounded(int(pieces.size())));
            if (random.bounded(2) > 0)
                text += QString(text.count(u'{') - text.count(u'}'), u'}');
            (substituteTemplate(text, lookup) ? taken : refused) << text;
        }
        QVERIFY(taken.size() > 1000);
        QVERIFY(refused.size() > 500);
        QTemporaryDir folder;
        const auto run = [&](const QStringList &texts, QByteArray &answer) {
            ComposeCase one;
            QString yaml = QStringLiteral("services:\n  app:\n    image: i\n    environment:\n");
            for (qsizetype i = 0; i < texts.size(); ++i)
                yaml += QStringLiteral("      K%1: '%2'\n").arg(i).arg(texts[i]);
            one.contents
                = { { QStringLiteral("compose.yaml"), yaml }, { QStringLiteral(".env"), QStringLiteral("SET=v{}\nEMPTY=\n") } };
            one.lay(folder.path());
            QProcess compose;
            compose.setWorkingDirectory(folder.path());
            compose.setProcessEnvironment(environmentOf(one));
            compose.start(m_program, { QStringLiteral("config"), QStringLiteral("--format"), QStringLiteral("json") });
            compose.waitForFinished(60'000);
            answer = compose.readAllStandardOutput();
            return compose.exitCode();
        };
        QByteArray answer;
        QCOMPARE(run(taken, answer), 0);
        const QJsonObject environment
            = theirs(answer).value(QLatin1String("app")).toObject().value(QLatin1String("environment")).toObject();
        for (qsizetype i = 0; i < taken.size(); ++i) {
            const QString ours = substituteTemplate(taken[i], lookup)->text;
            const QString other = environment.value(QStringLiteral("K%1").arg(i)).toString();
            QVERIFY2(
                ours == other, qPrintable(taken[i] + QStringLiteral(" → ours ") + ours + QStringLiteral(", theirs ") + other));
        }
        for (int i = 0; i < 40; ++i)
            QVERIFY2(run({ refused[i] }, answer) != 0, qPrintable(refused[i]));
    }
};

QTEST_GUILESS_MAIN(RealComposeTest)
#include "tst_realcompose.moc"
