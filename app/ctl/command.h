// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"
#include "models/result/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace pilothouse {

class DeploymentSession;
class Settings;

/// What a command gets: its arguments, where to print, and a lazily opened session. Exit codes: 0 done, 1 problems found or
/// failed, 2 wrong usage. With --json exactly one object or array goes to stdout, human text otherwise.
class CommandContext : public QObject
{
    Q_OBJECT
public:
    CommandContext(const QStringList &arguments, Settings &settings);
    ~CommandContext() override;

    QString command() const { return m_command; }
    const QStringList &arguments() const { return m_arguments; } ///< after the command's name
    bool json() const { return m_json; }
    bool hasFlag(const QString &name); ///< takes "--name" out of the arguments
    bool takeWord(const QString &word); ///< takes "-f" and the like out of the arguments
    QString option(const QString &name); ///< takes "--name VALUE" out of the arguments; empty when absent
    bool expectArguments(int least, int most); ///< prints usage and exits with 2 when the count is wrong

    enum class EnvFile { Needed, MayBeMissing };
    /// Opens the deployment named by -C or --env-file, then calls next; failures are printed and end the program.
    void withSession(std::function<void(DeploymentSession &)> next, EnvFile file = EnvFile::Needed);
    /// The same, and waits for the first observation of the provider.
    void withObservedProvider(std::function<void(DeploymentSession &)> next, EnvFile file = EnvFile::Needed);
    Result<Deployment> deployment() const;

    void print(const QString &text); ///< stdout, human mode only
    void printBytes(const QByteArray &text); ///< the same for bytes of a file that need not be UTF-8
    void note(const QString &text); ///< stderr, human mode only
    void noteFailure(const Error &error);
    void stream(const QString &text); ///< stdout at once, without a line end
    void finish(const QJsonObject &object, int code = 0);
    void finish(const QJsonArray &array, int code = 0);
    void finish(int code); ///< human mode; in JSON mode something was printed before
    void fail(const Error &error, int code = 1);
    void usage(const QString &message);
    void runOrExplain(); ///< the command's function, or what is wrong with the command line
    bool beginEnd(); ///< true the first time: the result is printed once
    /// Called on Ctrl+C instead of ending the program at once; a second Ctrl+C ends it.
    void onInterrupt(std::function<void()> handler) { m_interrupt = std::move(handler); }
    void interrupt();

private:
    void writeJson(const QByteArray &document);

    Settings &m_settings;
    QString m_command;
    QStringList m_arguments;
    QStringList m_literal; ///< after "--": never an option
    QString m_incomplete; ///< the option whose value is missing
    QString m_folder;
    QString m_envFile;
    bool m_json = false;
    bool m_jsonWritten = false;
    bool m_observed = false;
    bool m_ending = false;
    std::unique_ptr<DeploymentSession> m_session;
    std::function<void()> m_interrupt;
};

struct Command
{
    const char *name;
    const char *usage;
    const char *does; ///< English source text in the context CommandContext
    void (*run)(CommandContext &context);
};

/// One file a command; the table is in commands.cpp.
void runEnv(CommandContext &context);
void runProfile(CommandContext &context);
void runHistory(CommandContext &context);
void runCheck(CommandContext &context);
void runTrace(CommandContext &context);
void runStatus(CommandContext &context);
void runUp(CommandContext &context);
void runDown(CommandContext &context);
void runRestart(CommandContext &context);
void runApply(CommandContext &context);
void runLogs(CommandContext &context);
void runModels(CommandContext &context);
void runSwitch(CommandContext &context);
void runChat(CommandContext &context);
void runSmoke(CommandContext &context);
void runGpu(CommandContext &context);
void runTrust(CommandContext &context);

const Command *findCommand(const QString &name);
QString commandHelp(const Command &command);
QString commandList();

} // namespace pilothouse
