// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"

#include "app/ctl/interrupt.h"
#include "app/session/deploymentsession.h"
#include "models/deployment/opendeployment.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace pilothouse {

namespace {

constexpr int adoptionPatienceMs = 2000;

} // namespace

CommandContext::CommandContext(const QStringList &arguments, Settings &settings) : m_settings(settings)
{
    QStringList rest = arguments;
    while (!rest.isEmpty()) {
        const QString word = rest.takeFirst();
        if (word == QLatin1String("--json"))
            m_json = true;
        else if ((word == QLatin1String("-C") || word == QLatin1String("--env-file")) && rest.value(0).isEmpty())
            m_incomplete = word;
        else if (word == QLatin1String("-C"))
            m_folder = rest.takeFirst();
        else if (word == QLatin1String("--env-file"))
            m_envFile = rest.takeFirst();
        else if (word == QLatin1String("--"))
            m_literal = std::exchange(rest, {});
        else if (m_command.isEmpty())
            m_command = word;
        else
            m_arguments << word;
    }
}

CommandContext::~CommandContext() = default;

bool CommandContext::hasFlag(const QString &name)
{
    return m_arguments.removeAll(QStringLiteral("--") + name) > 0;
}

bool CommandContext::takeWord(const QString &word)
{
    return m_arguments.removeAll(word) > 0;
}

QString CommandContext::option(const QString &name)
{
    const qsizetype at = m_arguments.indexOf(name.size() == 1 ? QLatin1Char('-') + name : QStringLiteral("--") + name);
    if (at < 0 || at + 1 >= m_arguments.size())
        return {};
    m_arguments.removeAt(at);
    return m_arguments.takeAt(at);
}

bool CommandContext::expectArguments(int least, int most)
{
    for (const QString &argument : std::as_const(m_arguments)) {
        if (argument.startsWith(QLatin1Char('-')) && argument.size() > 1) {
            usage(tr("Unknown option: %1").arg(argument));
            return false;
        }
    }
    m_arguments << std::exchange(m_literal, {});
    if (m_arguments.size() >= least && m_arguments.size() <= most)
        return true;
    usage(m_arguments.size() < least ? tr("An argument is missing.") : tr("Too many arguments."));
    return false;
}

Result<Deployment> CommandContext::deployment() const
{
    Result<Deployment> opened
        = openDeployment(m_folder.isEmpty() ? (m_envFile.isEmpty() ? QDir::currentPath() : m_envFile) : m_folder);
    if (!opened || m_folder.isEmpty() || m_envFile.isEmpty())
        return opened;
    Deployment deployment = *opened;
    deployment.envPath = QDir::current().absoluteFilePath(m_envFile);
    return deployment;
}

void CommandContext::withSession(std::function<void(DeploymentSession &)> next, EnvFile file)
{
    const Result<Deployment> opened = deployment();
    if (!opened) {
        fail(opened.error());
        return;
    }
    m_session = std::make_unique<DeploymentSession>(*opened, m_settings);
    m_session->env().setWriter(EnvWriterKind::Command);
    connect(m_session.get(), &DeploymentSession::openFailed, this, [this](const Error &error) { fail(error); });
    connect(
        m_session.get(), &DeploymentSession::opened, this,
        [this, next, file] {
            const FormState &state = m_session->env().state();
            if (file == EnvFile::Needed && !state.fileExists) {
                fail(Error{ QStringLiteral("env.missing"), tr("There is no file %1.").arg(state.path), {},
                    tr("Name the deployment with -C DIR, or begin one with: pilothousectl env set LLM_MODE=ollama "
                       "LLM_MODEL=MODEL"),
                    {} });
                return;
            }
            next(*m_session);
        },
        Qt::SingleShotConnection);
    m_session->open();
}

void CommandContext::withObservedProvider(std::function<void(DeploymentSession &)> next, EnvFile file)
{
    const auto observe = [this, next](DeploymentSession &session) {
        // An adopted provider is "starting" until its first probe answers, which takes a moment; one that really loads
        // stays so, and then that is the answer.
        auto *patience = new QTimer(this);
        patience->setSingleShot(true);
        const auto go = [this, patience, next, &session] {
            if (m_observed)
                return;
            m_observed = true;
            patience->deleteLater();
            // Not inside the signal: what the service still has to say about this observation is not of the command.
            QTimer::singleShot(0, this, [next, &session] { next(session); });
        };
        connect(patience, &QTimer::timeout, this, go);
        const auto look = [go, patience](const ProviderStatus &status) {
            if (status.state == ProviderState::Starting && !patience->isActive())
                patience->start(adoptionPatienceMs);
            else if (status.state != ProviderState::Unknown && status.state != ProviderState::Starting)
                go();
        };
        connect(&session.provider(), &ProviderService::statusChanged, patience, look);
        look(session.status());
    };
    withSession(observe, file);
}

void CommandContext::print(const QString &text)
{
    if (!m_json)
        std::printf("%s\n", qUtf8Printable(text));
}

void CommandContext::printBytes(const QByteArray &text)
{
    if (!m_json) {
        std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
        std::fputc('\n', stdout);
    }
}

void CommandContext::note(const QString &text)
{
    if (!m_json)
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

void CommandContext::noteFailure(const Error &error)
{
    for (const QString &line : { error.message, error.cause, error.detail, error.fix }) {
        if (!line.isEmpty())
            note(line);
    }
}

void CommandContext::stream(const QString &text)
{
    if (m_json)
        return;
    std::fputs(qUtf8Printable(text), stdout);
    std::fflush(stdout);
}

void CommandContext::writeJson(const QByteArray &document)
{
    if (m_json && !m_jsonWritten) {
        std::printf("%s\n", document.constData());
        m_jsonWritten = true;
    }
}

void CommandContext::finish(const QJsonObject &object, int code)
{
    writeJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
    finish(code);
}

void CommandContext::finish(const QJsonArray &array, int code)
{
    writeJson(QJsonDocument(array).toJson(QJsonDocument::Compact));
    finish(code);
}

void CommandContext::finish(int code)
{
    std::fflush(stdout);
    QCoreApplication::exit(code);
}

void CommandContext::fail(const Error &error, int code)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text); };
    QString message = error.message;
    if (!error.cause.isEmpty())
        message += QLatin1Char(' ') + error.cause;
    writeJson(QJsonDocument(
        QJsonObject{ { QStringLiteral("error"),
            QJsonObject{ { QStringLiteral("code"), error.code }, { QStringLiteral("message"), message },
                { QStringLiteral("detail"), orNull(error.detail) }, { QStringLiteral("fix"), orNull(error.fix) } } } })
                  .toJson(QJsonDocument::Compact));
    noteFailure(error);
    finish(code);
}

void CommandContext::usage(const QString &message)
{
    const Command *known = findCommand(m_command);
    const QString text = known ? tr("Usage: pilothousectl %1").arg(QString::fromUtf8(known->usage))
                               : tr("Usage: pilothousectl [-C DIR] [--env-file FILE] [--json] COMMAND\n%1").arg(commandList());
    fail(Error{ QStringLiteral("usage"), message, {}, text.trimmed(), {} }, 2);
}

void CommandContext::runOrExplain()
{
    connect(InterruptWatcher::instance(), &InterruptWatcher::interrupted, this, &CommandContext::interrupt);
    const Command *known = findCommand(m_command);
    if (!m_incomplete.isEmpty())
        usage(m_incomplete == QLatin1String("-C") ? tr("-C needs a folder.") : tr("--env-file needs a file."));
    else if (m_command.isEmpty())
        usage(tr("No command was given."));
    else if (!known)
        usage(m_command.startsWith(QLatin1Char('-')) ? tr("Unknown option: %1").arg(m_command)
                                                     : tr("Unknown command: %1").arg(m_command));
    else
        known->run(*this);
}

bool CommandContext::beginEnd()
{
    return !std::exchange(m_ending, true);
}

void CommandContext::interrupt()
{
    if (m_interrupt)
        m_interrupt();
    else
        fail(Error{ QStringLiteral("interrupted"), tr("Interrupted."), {}, {}, {} });
}

} // namespace pilothouse
