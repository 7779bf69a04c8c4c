// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/launchbuilder.h"

#include "models/deployment/programsearch.h"
#include "models/env/secretkeys.h"
#include "models/secrets/redactor.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pilothouse {

namespace {

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LaunchPlan)
};

/// Variables that make a program load or run foreign code before it does its work (R9).
bool isDangerousVariable(const QString &key)
{
    static const QRegularExpression names(
        QStringLiteral("^(LD_.*|DYLD_.*|BASH_ENV|BASH_FUNC_.*|ENV|PYTHON.*|NODE_OPTIONS|PERL5.*|RUBY.*|GIT_.*|PATH|IFS)$"));
    return names.match(key).hasMatch();
}

/// "-rf" would be read as an option; a negative number would not.
bool looksLikeOption(const QString &text)
{
    return text.size() > 1 && text.startsWith(u'-') && !text.at(1).isDigit();
}

/// "--api-key" and "--hf-token", not "--tokenizer" and "--max-tokens".
bool isSecretFlag(const QString &flag)
{
    static const QRegularExpression dashes(QStringLiteral("^-+"));
    const QString name = QString(flag).remove(dashes).replace(u'-', u'_').replace(u'.', u'_');
    return flag.startsWith(u'-') && (isSecretKey(name) || isSecretName(name));
}

} // namespace

QString LaunchBuilder::envName() const
{
    return QFileInfo(m_inputs.deployment.envPath).fileName();
}

QString LaunchBuilder::origin(const QString &key) const
{
    const int line = m_inputs.lineOf ? m_inputs.lineOf(key) : 0;
    if (line > 0)
        return Texts::tr("%1, %2 line %3").arg(key, envName()).arg(line);
    return has(key) ? Texts::tr("%1, %2").arg(key, envName()) : Texts::tr("%1, default").arg(key);
}

void LaunchBuilder::block(const Failure &failure)
{
    if (!spec.blocked)
        spec.blocked = failure;
}

void LaunchBuilder::applied(const QString &key)
{
    if (!isSecretKey(key))
        spec.appliedValues.insert(key, Redactor(m_inputs.values).redacted(value(key))); // an address may hold a password
}

void LaunchBuilder::argument(const QString &text, const QString &origin, bool secret, const QString &key)
{
    spec.arguments.append({ text, origin, secret, key });
}

void LaunchBuilder::variable(const QString &key, const QString &value, const QString &origin, bool secret, const QString &envKey)
{
    const QString start = key + u'=';
    for (LaunchArgument &entry : spec.environment) { // one of each, the later word counts
        if (entry.text.startsWith(start)) {
            entry = { start + value, origin, secret, envKey };
            return;
        }
    }
    spec.environment.append({ start + value, origin, secret, envKey });
}

void LaunchBuilder::findProgram(const QString &fallback)
{
    QString name = m_inputs.choice.program;
    QString reason = Texts::tr("The program is your own choice.");
    if (name.isEmpty()) {
        name = m_inputs.description.program;
        reason = Texts::tr("The program is named by .pilothouse.json.");
    }
    if (name.isEmpty()) {
        name = fallback;
        reason = Texts::tr("The program was found on PATH.");
    }
    const Result<QString> found = pilothouse::findProgram(name, m_inputs.searchPath, m_inputs.deployment.folder);
    if (!found) {
        block(found.error());
        return;
    }
    spec.program = found.value();
    spec.reason = spec.reason.isEmpty() ? reason : Texts::tr("%1 %2").arg(spec.reason, reason);
}

void LaunchBuilder::addModel(LlmMode mode)
{
    const QString key = modelKeyInForce(m_inputs.values, mode);
    const QString name = value(key).trimmed();
    spec.model = ModelName(name);
    if (name.isEmpty()) {
        block({ QStringLiteral("model.required"), Texts::tr("No model is set."),
            Texts::tr("%1 is empty in %2.").arg(key, envName()), Texts::tr("Set %1 to the model that you want to use.").arg(key),
            {} });
    } else if (looksLikeOption(name)) {
        block({ QStringLiteral("model.invalid"), Texts::tr("“%1” is not a model name.").arg(name),
            Texts::tr("%1 begins with “-”, so a program would read it as an option.").arg(key), Texts::tr("Correct %1.").arg(key),
            {} });
    }
    applied(QStringLiteral("LLM_MODE"));
    applied(key);
}

const QRegularExpression &keyReference()
{
    static const QRegularExpression expression(QStringLiteral("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}"));
    return expression;
}

QString LaunchBuilder::expanded(const QString &text, bool inArguments)
{
    QString result;
    qsizetype from = 0;
    for (auto it = keyReference().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString key = match.captured(1);
        result += text.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (inArguments && isSecretKey(key)) {
            block({ QStringLiteral("command.secret-argument"), Texts::tr("%1 must not stand in the command line.").arg(key),
                Texts::tr("Every program on this machine can read command lines."),
                Texts::tr("Pass it in “environment” of .pilothouse.json instead."), {} });
            continue;
        }
        const QString content = value(key);
        if (content.isEmpty()) {
            block({ QStringLiteral("command.key-missing"), Texts::tr("The command needs %1, which has no value.").arg(key),
                Texts::tr(".pilothouse.json uses ${%1}, and %2 does not set it.").arg(key, envName()),
                Texts::tr("Set %1 in %2.").arg(key, envName()), {} });
        } else if (inArguments && match.capturedStart() == 0 && looksLikeOption(content)) {
            block({ QStringLiteral("command.option-value"), Texts::tr("The value of %1 begins with “-”.").arg(key),
                Texts::tr("The program would read it as an option."), Texts::tr("Correct %1 in %2.").arg(key, envName()), {} });
        }
        result += content;
        applied(key);
    }
    return result + text.mid(from);
}

void LaunchBuilder::addDescribedArguments()
{
    const Redactor redactor(m_inputs.values);
    bool afterSecretFlag = false;
    for (const QString &described : m_inputs.description.args) {
        const QString text = expanded(described, true);
        const bool value = afterSecretFlag && !looksLikeOption(text);
        const bool joined = text.contains(u'=') && isSecretFlag(text.section(u'=', 0, 0));
        argument(text, QLatin1String(descriptionFileName), value || joined || redactor.redacted(text) != text);
        afterSecretFlag = isSecretFlag(text);
    }
}

void LaunchBuilder::addDescribedEnvironment()
{
    const QMap<QString, QString> &environment = m_inputs.description.environment;
    for (auto it = environment.begin(); it != environment.end(); ++it) {
        if (isDangerousVariable(it.key()) || it.key().isEmpty() || it.key().contains(u'=')) {
            block({ QStringLiteral("environment.refused"), Texts::tr(".pilothouse.json sets the variable %1.").arg(it.key()),
                Texts::tr("It can make the provider run foreign code."), Texts::tr("Remove it from “environment”."), {} });
            continue;
        }
        const QString content = expanded(*it, false);
        const bool secret = isSecretKey(it.key()) || Redactor(m_inputs.values).redacted(content) != content;
        variable(it.key(), content, QLatin1String(descriptionFileName), secret);
    }
}

} // namespace pilothouse
