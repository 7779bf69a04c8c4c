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
        else if (word == QLatin1String("-C") && !rest.isEmpty())
            m_folder = rest.takeFirst();
        else if (word == QLatin1String("--env-file") && !rest.isEmpty())
            m_envFile = rest.takeFirst();
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
        if (argument.startsWith(QLatin1String("--")) && m_command != QLatin1String("chat")) {
            usage(tr("Unknown option: %1").arg(argument));
            return false;
        }
    }
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

void CommandContext::withSession(std::function<void(DeploymentSession &)> next)
{
    const Result<Deployment> opened = deployment();
    if (!opened) {
        fail(opened.error());
        return;
    }
    m_session = std::make_unique<DeploymentSession>(*opened, m_settings);
    connect(m_session.get(), &DeploymentSession::openFailed, this, [this](const Error &error) { fail(error); });
    connect(
        m_session.get(), &DeploymentSession::opened, this, [this, next] { next(*m_session); }, Qt::SingleShotConnection);
    m_session->open();
}

void CommandContext::withObservedProvider(std::function<void(DeploymentSession &)> next)
{
    withSession([this, next](DeploymentSession &session) {
        // An adopted provider is "starting" until its first probe answers, which takes a moment; one that really loads
        // stays so, and then that is the answer.
        auto *patience = new QTimer(this);
        patience->setSingleShot(true);
        const auto go = [this, patience, next, &session] {
            if (m_observed)
                return;
            m_observed = true;
            patience->deleteLater();
            next(session);
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
    });
}

void CommandContext::print(const QString &text)
{
    if (!m_json)
        std::printf("%s\n", qUtf8Printable(text));
}

void CommandContext::note(const QString &text)
{
    if (!m_json)
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
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
    note(message);
    if (!error.detail.isEmpty())
        note(error.detail);
    if (!error.fix.isEmpty())
        note(error.fix);
    finish(code);
}

void CommandContext::usage(const QString &message)
{
    const Command *known = findCommand(m_command);
    const QString text = known ? tr("Usage: pilothousectl %1").arg(QString::fromUtf8(known->usage))
                               : tr("Usage: pilothousectl [-C DIR] [--env-file FILE] [--json] COMMAND\n%1").arg(commandList());
    fail(Error{ QStringLiteral("usage"), message, {}, text.trimmed(), {} }, 2);
}

void CommandContext::onInterrupt(std::function<void()> handler)
{
    if (!m_interrupt)
        connect(InterruptWatcher::instance(), &InterruptWatcher::interrupted, this, [this] { m_interrupt(); });
    m_interrupt = std::move(handler);
}

} // namespace pilothouse
