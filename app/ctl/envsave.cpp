// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/envsave.h"

#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"
#include "models/services/envservice_choices.h"

namespace pilothouse {

namespace {

/// Every error that stands in the way, with its variable. The new values may hold secrets that no redactor knows yet.
Error refusal(DeploymentSession &session)
{
    const FormState &state = session.env().state();
    QStringList sentences;
    for (const Problem &problem : state.problems) {
        if (problem.level == ProblemLevel::Error)
            sentences << (problem.key.isEmpty() ? problem.message : problem.key + QStringLiteral(": ") + problem.message);
    }
    if (sentences.isEmpty())
        sentences << state.saveBlockedBy;
    const QString first = sentences.takeFirst();
    return Error{ QStringLiteral("env.invalid"), first, {}, CommandContext::tr("Nothing was written."),
        sentences.join(QLatin1Char('\n')) };
}

/// Keys that can run code or open a port are not set in passing.
Error consentNeeded(const FormState &state)
{
    return Error{ QStringLiteral("env.dangerous"),
        CommandContext::tr("%n dangerous keys were not set.", nullptr, int(state.dangers.size())), {},
        CommandContext::tr("When you want this, repeat the command with --yes."), state.dangers.join(QLatin1Char('\n')) };
}

} // namespace

bool mayBeSaved(CommandContext &context, DeploymentSession &session)
{
    const FormState &state = session.env().state();
    if (state.readOnly) {
        context.fail(
            Error{ QStringLiteral("env.read-only"), CommandContext::tr("%1 cannot be changed from here.").arg(state.path),
                state.readOnlyReason, CommandContext::tr("Nothing was written."), {} });
        return false;
    }
    if (state.changedCount > 0 && !state.canSave) {
        context.fail(refusal(session));
        return false;
    }
    if (const QList<EnvWriteQuestion> questions = session.env().writeQuestions(); !questions.isEmpty()) {
        Error error = choiceError(state.path, questions);
        error.fix = CommandContext::tr("Choose one of these ways with: pilothousectl env set --style NAME KEY=VALUE");
        context.fail(error);
        return false;
    }
    return true;
}

void saveEnv(
    CommandContext &context, DeploymentSession &session, bool agreed, const std::function<void(const QStringList &)> &done)
{
    if (!mayBeSaved(context, session))
        return;
    EnvService &env = session.env();
    if (env.state().changedCount == 0) {
        done({});
        return;
    }
    if (!agreed && !env.state().dangers.isEmpty()) {
        context.fail(consentNeeded(env.state()));
        return;
    }
    QObject::connect(&env, &EnvService::failed, &context, [&context](const Error &error) { context.fail(error); });
    QObject::connect(&env, &EnvService::saved, &context, done);
    QObject::connect(&env, &EnvService::notice, &context, [&context](const Error &notice) { context.noteFailure(notice); });
    env.save();
}

QJsonArray toJson(const QList<EnvDiffLine> &diff)
{
    QJsonArray array;
    for (const EnvDiffLine &line : diff) {
        const auto number = [](int value) { return value > 0 ? QJsonValue(value) : QJsonValue(QJsonValue::Null); };
        array << QJsonObject{ { QStringLiteral("old_line"), number(line.oldLine) },
            { QStringLiteral("new_line"), number(line.newLine) },
            { QStringLiteral("old"), line.oldLine > 0 ? QJsonValue(line.oldText) : QJsonValue(QJsonValue::Null) },
            { QStringLiteral("new"), line.newLine > 0 ? QJsonValue(line.newText) : QJsonValue(QJsonValue::Null) } };
    }
    return array;
}

void printDiff(CommandContext &context, const QList<EnvDiffLine> &diff)
{
    for (const EnvDiffLine &line : diff) {
        if (line.oldLine > 0)
            context.print(QStringLiteral("- %1  %2").arg(line.oldLine, 4).arg(line.oldText));
        if (line.newLine > 0)
            context.print(QStringLiteral("+ %1  %2").arg(line.newLine, 4).arg(line.newText));
    }
}

} // namespace pilothouse
