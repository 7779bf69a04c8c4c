// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/makefile.h"

#include "models/deployment/trace/commandline.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int deepestExpansion = 10;
constexpr qsizetype longestValue = 64 * 1024;

/// Text of a line up to an unescaped "#".
QString withoutComment(const QString &line)
{
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (line[at] == u'#' && (at == 0 || line[at - 1] != u'\\'))
            return line.left(at);
    }
    return line;
}

class Reader
{
public:
    explicit Reader(const MakeRequest &request) : m_request(request)
    {
        m_folder = QFileInfo(request.path).path();
        m_envName = QFileInfo(request.envPath).fileName();
    }

    Makefile read(const QByteArray &bytes)
    {
        QString pending;
        int start = 0;
        int number = 0;
        for (const QString &raw : QString::fromUtf8(bytes).split(u'\n')) {
            ++number;
            if (pending.isEmpty())
                start = number;
            QString line = raw;
            if (line.endsWith(u'\r'))
                line.chop(1);
            if (line.endsWith(u'\\')) {
                line.chop(1);
                pending += line + u' ';
                continue;
            }
            pending += line;
            statement(pending, start);
            pending.clear();
        }
        finish();
        return m_make;
    }

private:
    void statement(const QString &line, int number)
    {
        static const QRegularExpression rule(QStringLiteral("\\A([^\\s:#=][^:#=]*?)\\s*::?(?!=)(.*)\\z"));
        if (line.startsWith(u'\t')) {
            recipe(line.mid(1), number);
            return;
        }
        const QString text = withoutComment(line).trimmed();
        if (text.isEmpty())
            return;
        if (directive(text, number) || assignment(text, m_request.path, number, false))
            return;
        const QRegularExpressionMatch match = rule.match(text);
        if (match.hasMatch()) {
            m_target = match.captured(1).trimmed();
            collectUses(match.captured(2), number);
            const qsizetype semicolon = match.captured(2).indexOf(u';');
            if (semicolon >= 0)
                recipe(match.captured(2).mid(semicolon + 1), number);
        }
    }

    bool directive(const QString &text, int number)
    {
        static const QRegularExpression include(QStringLiteral("\\A(?:-include|sinclude|include)\\s+(.+)\\z"));
        static const QRegularExpression exporting(QStringLiteral("\\A(export|unexport)(?:\\s+(.*))?\\z"));
        static const QRegularExpression condition(QStringLiteral("\\A(?:ifeq|ifneq|ifdef|ifndef|else|endif|define|endef)\\b"));
        if (const QRegularExpressionMatch match = include.match(text); match.hasMatch()) {
            for (const QString &name : expand(match.captured(1)).split(u' ', Qt::SkipEmptyParts))
                includeFile(absolutePath(name, m_folder), number);
            return true;
        }
        if (const QRegularExpressionMatch match = exporting.match(text); match.hasMatch()) {
            const bool on = match.captured(1) == QLatin1String("export");
            const QString rest = match.captured(2).trimmed();
            if (rest.isEmpty())
                m_exportAll = on;
            else if (!on || !assignment(rest, m_request.path, number, true))
                exportNames(rest, on, number);
            return true;
        }
        if (condition.match(text).hasMatch()) {
            collectUses(text, number);
            return true;
        }
        return false;
    }

    /// "export A B", "export $(shell sed 's/=.*//' .env)": the latter means every key of the file.
    void exportNames(const QString &text, bool on, int number)
    {
        if (text.contains(QLatin1String("$(shell")) && text.contains(m_envName)) {
            for (auto it = m_make.values.begin(); it != m_make.values.end(); ++it) {
                if (it->file == m_request.envPath)
                    m_exported[it.key()] = on;
            }
            return;
        }
        collectUses(text, number);
        for (const QString &name : expand(text).split(u' ', Qt::SkipEmptyParts))
            m_exported[name] = on;
    }

    void includeFile(const QString &path, int number)
    {
        if (path != m_request.envPath)
            return;
        m_make.includes.insert(path, number);
        int line = 0;
        for (QString text : QString::fromUtf8(m_request.envBytes).split(u'\n')) {
            ++line;
            if (text.endsWith(u'\r'))
                text.chop(1);
            text = withoutComment(text);
            const bool exports = text.startsWith(QLatin1String("export "));
            assignment(exports ? text.mid(7) : text, path, line, exports);
        }
    }

    bool assignment(const QString &text, const QString &file, int number, bool exported)
    {
        static const QRegularExpression pattern(
            QStringLiteral("\\A\\s*(?:override\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*(::?=|\\?=|\\+=|!=|=)\\s*(.*)\\z"));
        const QRegularExpressionMatch match = pattern.match(text);
        if (!match.hasMatch())
            return false;
        const QString name = match.captured(1);
        const QString sign = match.captured(2);
        if (file == m_request.path)
            collectUses(match.captured(3), number);
        const auto known = m_make.values.constFind(name);
        const bool set = known != m_make.values.constEnd();
        if (exported)
            m_exported[name] = true;
        if (sign == QLatin1String("?=") && (set || m_request.shell.contains(name)))
            return true;
        QString value = match.captured(3);
        value.replace(QLatin1String("\\#"), QLatin1String("#"));
        if (sign == QLatin1String("+="))
            value = (set ? known->value + u' ' : QString()) + value;
        m_make.values.insert(name, { value.left(longestValue), file, number, false });
        return true;
    }

    void recipe(QString line, int number)
    {
        while (!line.isEmpty() && QStringView(u"@-+ \t").contains(line.front()))
            line.remove(0, 1);
        collectUses(line, number);
        const ShellCommandFacts facts = commandFacts(expand(line), m_envName);
        if (facts.composeFiles) {
            m_make.runsCompose = true;
            if (!facts.composeFiles->isEmpty() && !m_make.composeCommands.contains(*facts.composeFiles))
                m_make.composeCommands.append(*facts.composeFiles);
        }
        if (facts.overwritesEnv)
            m_make.overwriting.append(QStringLiteral("%1 %2").arg(number).arg(m_target));
        if (facts.sourcesEnv)
            m_make.sources.insert(m_target, m_request.envPath);
        m_make.dockerEnvFile = m_make.dockerEnvFile || facts.dockerEnvFile;
    }

    void collectUses(const QString &text, int number)
    {
        static const QRegularExpression variable(QStringLiteral("\\$(\\$\\{?|[({])([A-Za-z_][A-Za-z0-9_]*)"));
        for (auto it = variable.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            m_make.uses.append({ match.captured(2), m_target, flagBefore(text, match.capturedStart()), number,
                match.captured(1).startsWith(u'$') });
        }
    }

    QString expand(const QString &text, int depth = 0) const
    {
        static const QRegularExpression reference(
            QStringLiteral("\\$(?:\\$|\\(([A-Za-z_][A-Za-z0-9_.]*)\\)|\\{([A-Za-z_][A-Za-z0-9_.]*)\\}|([A-Za-z_]))"));
        if (depth > deepestExpansion || !text.contains(u'$'))
            return text;
        QString result;
        qsizetype from = 0;
        for (auto it = reference.globalMatch(text); it.hasNext() && result.size() < longestValue;) {
            const QRegularExpressionMatch match = it.next();
            result += text.mid(from, match.capturedStart() - from);
            from = match.capturedEnd();
            const QString name = match.captured(1) + match.captured(2) + match.captured(3);
            if (name.isEmpty())
                result += u'$';
            else if (m_make.values.contains(name))
                result += expand(m_make.values.value(name).value, depth + 1);
            else
                result += m_request.shell.value(name);
        }
        return result + text.mid(from);
    }

    void finish()
    {
        const QMap<QString, MakeValue> values = m_make.values;
        for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
            MakeValue &value = m_make.values[it.key()];
            const auto named = m_exported.constFind(it.key());
            // What the environment already has goes on to recipes, with make's value.
            value.exported = named != m_exported.constEnd() ? *named : (m_exportAll || m_request.shell.contains(it.key()));
        }
        QMap<QString, QString> expanded;
        for (auto it = values.constBegin(); it != values.constEnd(); ++it)
            expanded.insert(it.key(), expand(it->value));
        for (auto it = m_make.values.begin(); it != m_make.values.end(); ++it)
            it->value = expanded.value(it.key());
    }

    const MakeRequest &m_request;
    QString m_folder;
    QString m_envName;
    Makefile m_make;
    QMap<QString, bool> m_exported;
    bool m_exportAll = false;
    QString m_target;
};

} // namespace

Makefile readMakefile(const QByteArray &bytes, const MakeRequest &request)
{
    return Reader(request).read(bytes);
}

ShellCommandFacts commandFacts(const QString &line, const QString &envName)
{
    static const QRegularExpression compose(QStringLiteral("\\bdocker(?:-|\\s+)compose\\b(.*)"));
    static const QRegularExpression files(QStringLiteral("(?:^|\\s)(?:-f|--file)[\\s=]+(\\S+)"));
    static const QRegularExpression run(QStringLiteral("\\b(?:docker|podman)\\s+(?:run|create)\\b.*--env-file[\\s=]+(\\S+)"));
    ShellCommandFacts facts;
    const QString name = QRegularExpression::escape(envName);
    if (const QRegularExpressionMatch match = compose.match(line); match.hasMatch()) {
        facts.composeFiles = QStringList();
        // Behind the subcommand "-f" means another thing: "logs -f".
        static const QRegularExpression subcommand(
            QStringLiteral("\\s(?:up|down|logs|ps|build|pull|restart|stop|start|run|exec|config|kill|rm|top)\\b.*"));
        const QString options = match.captured(1).remove(subcommand);
        for (auto it = files.globalMatch(options); it.hasNext();)
            facts.composeFiles->append(it.next().captured(1).remove(u'"').remove(u'\''));
    }
    const QRegularExpression target(QStringLiteral(
        "(?:\\b(?:cp|mv|ln|install|rsync)\\s.*\\s[\"']?(?:\\./)?%1[\"']?\\s*(?:$|[;&|])|>\\s*[\"']?(?:\\./)?%1(?:[\"']|\\s|$))")
                                        .arg(name));
    const QRegularExpression appended(QStringLiteral(">>\\s*[\"']?(?:\\./)?%1").arg(name));
    facts.overwritesEnv = target.match(line).hasMatch() && !appended.match(line).hasMatch();
    const QRegularExpression source(
        QStringLiteral("(?:^|[;&|(]\\s*|\\s)(?:source|\\.)\\s+[\"']?(?:\\S*/)?%1[\"']?(?:$|[\\s;&|)])").arg(name));
    facts.sourcesEnv = source.match(line).hasMatch();
    if (const QRegularExpressionMatch match = run.match(line); match.hasMatch())
        facts.dockerEnvFile = match.captured(1).section(u'/', -1) == envName;
    return facts;
}

} // namespace pilothouse
