// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/composeloader.h"

#include "models/deployment/compose/composemerge.h"
#include "models/deployment/compose/yamlreader.h"
#include "models/env/secretkeys.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pilothouse {

namespace {

constexpr int mostFiles = 100;
constexpr qsizetype mostTextPutIn = 8 * 1024 * 1024;
constexpr qsizetype linesAhead = 400; ///< a block text that mentions a variable this far below its start is rare

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ComposeFile)
};

QList<QByteArrayView> linesOf(const QByteArray &bytes)
{
    QList<QByteArrayView> lines;
    qsizetype from = 0;
    while (from <= bytes.size()) {
        const qsizetype lf = bytes.indexOf('\n', from);
        const qsizetype end = lf < 0 ? bytes.size() : lf;
        lines.append(QByteArrayView(bytes).sliced(from, end - from));
        from = end + 1;
    }
    return lines;
}

/// Finds "$NAME" or "${NAME" from (line, column) on; moves both behind it.
bool findUse(const QList<QByteArrayView> &lines, const QByteArray &name, qsizetype &line, qsizetype &column)
{
    for (qsizetype at = line; at < lines.size() && at < line + linesAhead; ++at) {
        const qsizetype start = at == line ? column : 0;
        const qsizetype plain = lines[at].indexOf("$" + name, start);
        const qsizetype braced = lines[at].indexOf("${" + name, start);
        const qsizetype found = plain < 0 ? braced : (braced < 0 ? plain : qMin(plain, braced));
        if (found >= 0) {
            line = at;
            column = found + 1;
            return true;
        }
    }
    return false;
}

} // namespace

void ComposeLoader::fault(const TracePlace &place, const QString &message)
{
    if (m_project.faults.size() < 100)
        m_project.faults.append({ place, isSecretValue(message) ? Texts::tr("A value here cannot be used.") : message });
}

void ComposeLoader::fault(const Error &error, const TracePlace &place)
{
    fault(place, error.message);
}

YamlNode ComposeLoader::load()
{
    return loadFiles(m_request.files, { m_request.folder, m_request.environment, {} });
}

YamlNode ComposeLoader::loadFiles(const QStringList &files, const Scope &scope)
{
    YamlNode result;
    result.kind = YamlNode::Kind::Map;
    for (const QString &file : files) {
        for (Document &document : documents(file, scope.environment)) {
            applyExtends(document.root, file, scope, document.resets);
            removePaths(result, document.resets);
            Scope inner = scope;
            inner.including.append(files.constFirst());
            applyIncludes(document.root, file, inner);
            result = withUniqueEntries(merged(result, document.root, {}));
        }
    }
    resolvePaths(result, scope.folder);
    return result;
}

YamlNode ComposeLoader::merged(const YamlNode &base, const YamlNode &over, const QStringList &path)
{
    const Result<YamlNode> both = mergeCompose(base, over, path);
    if (both)
        return *both;
    fault(both.error(), over.place);
    return base;
}

QList<ComposeLoader::Document> ComposeLoader::documents(const QString &file, const QMap<QString, QString> &environment)
{
    if (++m_filesRead > mostFiles) {
        fault({ shown(file), 1 }, Texts::tr("More than %1 files are included.").arg(mostFiles));
        return {};
    }
    const Result<QByteArray> bytes = m_request.read(file);
    if (!bytes) {
        fault(bytes.error(), { shown(file), 0 });
        return {};
    }
    if (!m_project.files.contains(file))
        m_project.files.append(file);
    const Result<QList<YamlNode>> roots = readYaml(*bytes, shown(file));
    if (!roots) {
        // The message begins with "FILE:LINE: "; the place says the same.
        const QString message = roots.error().message.mid(shown(file).size() + 1);
        fault({ shown(file), message.section(u':', 0, 0).toInt() }, message.section(u':', 1).trimmed());
        return {};
    }
    const QList<QByteArrayView> lines = linesOf(*bytes);
    QList<Document> result;
    for (YamlNode root : *roots) {
        if (!root.isMap()) {
            if (!root.isNull())
                fault(root.place, Texts::tr("A compose file must be a map of services and the like."));
            continue;
        }
        root.entries.removeIf([](const YamlEntry &entry) { return entry.key.startsWith(QLatin1String("x-")); });
        Document document;
        document.resets = takeResets(root);
        interpolate(root, lines, environment);
        document.root = root;
        result.append(document);
    }
    return result;
}

void ComposeLoader::interpolate(YamlNode &node, const QList<QByteArrayView> &lines, const QMap<QString, QString> &environment)
{
    for (YamlNode &item : node.items)
        interpolate(item, lines, environment);
    for (YamlEntry &entry : node.entries)
        interpolate(entry.value, lines, environment);
    if (node.kind != YamlNode::Kind::Text || !node.text.contains(u'$'))
        return;
    const VariableLookup lookup = [&](const QString &name) -> std::optional<QString> {
        const auto found = environment.constFind(name);
        return found == environment.constEnd() ? std::nullopt : std::optional(*found);
    };
    const Result<TemplateText> filled = substituteTemplate(node.text, lookup);
    if (!filled) {
        fault(filled.error(), node.place);
        return;
    }
    m_textPutIn += filled->text.size();
    if (m_textPutIn > mostTextPutIn) {
        if (m_textPutIn - filled->text.size() <= mostTextPutIn)
            fault(node.place, Texts::tr("The file grows too long when its variables are put in."));
        return;
    }
    node.text = filled->text;
    node.uses = filled->uses;
    qsizetype line = node.place.line - 1;
    qsizetype column = 0;
    for (VariableUse &use : node.uses) {
        const bool found = line >= 0 && findUse(lines, use.name.toUtf8(), line, column);
        use.line = found ? int(line) + 1 : node.place.line;
    }
}

namespace {

void makeAbsolute(YamlNode *node, const QString &folder)
{
    if (node && node->isScalar() && !node->text.isEmpty())
        node->text = absolutePath(node->text, folder);
}

bool isRemote(const QString &context)
{
    return context.contains(QLatin1String("://")) || context.startsWith(QLatin1String("git@"))
        || context.startsWith(QLatin1String("github.com/"));
}

void resolveBuild(YamlNode *build, const QString &folder)
{
    YamlNode *context = build && build->isMap() ? build->find(u"context") : build;
    if (context && context->isScalar() && !isRemote(context->text))
        makeAbsolute(context, folder);
}

void resolveVolume(YamlNode &volume, const QString &folder)
{
    if (volume.isMap()) {
        if (volume.textOf(u"type") == QLatin1String("bind"))
            makeAbsolute(volume.find(u"source"), folder);
    } else if (volume.text.startsWith(u'.')) {
        const qsizetype colon = volume.text.indexOf(u':');
        volume.text = absolutePath(volume.text.left(colon), folder) + (colon < 0 ? QString() : volume.text.mid(colon));
    }
}

} // namespace

void resolvePaths(YamlNode &root, const QString &folder)
{
    YamlNode *services = root.find(u"services");
    if (!services)
        return;
    for (YamlEntry &service : services->entries) {
        resolveBuild(service.value.find(u"build"), folder);
        if (YamlNode *envFiles = service.value.find(u"env_file")) {
            if (envFiles->isList()) {
                for (YamlNode &item : envFiles->items)
                    makeAbsolute(item.isMap() ? item.find(u"path") : &item, folder);
            } else {
                makeAbsolute(envFiles, folder);
            }
        }
        if (YamlNode *volumes = service.value.find(u"volumes")) {
            for (YamlNode &volume : volumes->items)
                resolveVolume(volume, folder);
        }
    }
}

ComposeProject loadCompose(const ComposeRequest &request)
{
    ComposeProject project;
    const YamlNode merged = ComposeLoader(request, project).load();
    readServices(merged, request, project);
    return project;
}

} // namespace pilothouse
