// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/composeloader.h"
#include "models/deployment/compose/composemerge.h"
#include "models/deployment/trace/envreading.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pilothouse {

namespace {

constexpr qsizetype deepestExtends = 50;
constexpr qsizetype deepestInclude = 20;
const QStringList servicePath{ QStringLiteral("services"), QStringLiteral("x") }; // any service

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ComposeFile)
};

QStringList textsOf(const YamlNode &node)
{
    QStringList texts;
    if (node.isScalar())
        texts.append(node.text);
    for (const YamlNode &item : node.items)
        texts.append(item.text);
    return texts;
}

} // namespace

void ComposeLoader::applyExtends(YamlNode &root, const QString &file, const Scope &scope, const QList<QStringList> &resets)
{
    YamlNode *services = root.find(u"services");
    if (!services || !services->isMap())
        return;
    for (qsizetype i = 0; i < services->entries.size(); ++i) {
        QSet<QString> onTheWay;
        const QString name = services->entries[i].key;
        const YamlNode service = extended(name, *services, file, scope, resets, onTheWay);
        services->entries[i].value = service;
    }
}

/// The service with what it extends merged beneath it.
YamlNode ComposeLoader::extended(const QString &name, YamlNode &services, const QString &file, const Scope &scope,
    const QList<QStringList> &resets, QSet<QString> &onTheWay)
{
    YamlNode service = services.child(name);
    const YamlNode extends = service.child(u"extends");
    if (extends.isNull())
        return service;
    service.remove(u"extends");
    const QString reference = extends.isMap() ? extends.textOf(u"service") : extends.text;
    const QString otherFile = extends.isMap() ? extends.textOf(u"file") : QString();
    const QString way = file + u'\n' + name;
    if (onTheWay.contains(way) || onTheWay.size() >= deepestExtends) {
        fault(extends.place, Texts::tr("The service %1 extends itself in a circle.").arg(name));
        return service;
    }
    onTheWay.insert(way);
    YamlNode base;
    QList<QStringList> otherResets = resets;
    if (otherFile.isEmpty()) {
        if (!services.find(reference)) {
            fault(extends.place, Texts::tr("%1 extends the service %2, which is not there.").arg(name, reference));
            return service;
        }
        base = extended(reference, services, file, scope, resets, onTheWay);
    } else {
        const QString path = absolutePath(otherFile, scope.folder);
        YamlNode others = servicesOf(path, scope, otherResets);
        if (!others.find(reference)) {
            fault(extends.place,
                Texts::tr("%1 extends the service %2 of %3, which is not there.").arg(name, reference, shown(path)));
            return service;
        }
        const Scope there{ QFileInfo(path).path(), scope.environment, scope.including };
        base = extended(reference, others, path, there, otherResets, onTheWay);
        YamlNode wrapped;
        YamlNode holder;
        holder.set(reference, base);
        wrapped.set(QStringLiteral("services"), holder);
        resolvePaths(wrapped, there.folder);
        base = wrapped.child(u"services").child(reference);
    }
    YamlNode holder; // !reset and !override of this document take away what the base brought
    YamlNode wrapped;
    holder.set(name, base);
    wrapped.set(QStringLiteral("services"), holder);
    removePaths(wrapped, resets);
    base = wrapped.child(u"services").child(name);
    YamlNode result = base.isNull() ? service : merged(base, service, servicePath);
    services.set(name, result);
    return result;
}

YamlNode ComposeLoader::servicesOf(const QString &file, const Scope &scope, QList<QStringList> &resets)
{
    YamlNode root;
    root.kind = YamlNode::Kind::Map;
    resets.clear();
    for (const Document &document : documents(file, scope.environment)) {
        resets = document.resets;
        root = withUniqueEntries(merged(root, document.root, {}));
    }
    return root.child(u"services");
}

void ComposeLoader::applyIncludes(YamlNode &root, const QString &file, const Scope &scope)
{
    const YamlNode includes = root.child(u"include");
    root.remove(u"include");
    if (scope.including.size() > deepestInclude || scope.including.count(file) > 1) {
        fault(includes.place.isEmpty() ? TracePlace{ shown(file), 1 } : includes.place,
            Texts::tr("The file includes itself in a circle."));
        return;
    }
    if (!includes.isNull() && !includes.isList())
        fault(includes.place, Texts::tr("“include” must be a list."));
    for (const YamlNode &item : includes.items)
        include(root, item, scope);
}

void ComposeLoader::include(YamlNode &root, const YamlNode &item, const Scope &scope)
{
    QStringList files;
    for (const QString &path : textsOf(item.isMap() ? item.child(u"path") : item))
        files.append(absolutePath(path, scope.folder));
    if (files.isEmpty()) {
        fault(item.place, Texts::tr("“include” names no file."));
        return;
    }
    if (scope.including.contains(files.constFirst())) {
        fault(item.place, Texts::tr("The file includes itself in a circle."));
        return;
    }
    Scope inner = scope;
    const QString project = item.textOf(u"project_directory");
    inner.folder = project.isEmpty() ? QFileInfo(files.constFirst()).path() : absolutePath(project, scope.folder);
    QStringList envFiles = textsOf(item.child(u"env_file"));
    for (QString &path : envFiles)
        path = absolutePath(path, scope.folder);
    const bool named = !envFiles.isEmpty();
    if (!named)
        envFiles.append(absolutePath(QStringLiteral(".env"), inner.folder));
    QMap<QString, QString> added;
    for (const QString &path : std::as_const(envFiles)) {
        const Result<QByteArray> bytes = m_request.read(path);
        if (!bytes) {
            if (named || bytes.error().code != QLatin1String("file.missing"))
                fault(bytes.error(), item.place);
            continue;
        }
        const VariableLookup outer = [&](const QString &name) -> std::optional<QString> {
            if (const auto found = scope.environment.constFind(name); found != scope.environment.constEnd())
                return *found;
            const auto found = added.constFind(name);
            return found == added.constEnd() ? std::nullopt : std::optional(*found);
        };
        added.insert(envValues(readEnvFile(*bytes, EnvFileFormat::Compose, outer)));
    }
    for (auto it = added.constBegin(); it != added.constEnd(); ++it) {
        if (!inner.environment.contains(it.key()))
            inner.environment.insert(it.key(), *it);
    }
    YamlNode imported = loadFiles(files, inner);
    // A bare "KEY" in a list sees the variables of the included project.
    if (YamlNode *services = imported.find(u"services")) {
        for (YamlEntry &service : services->entries) {
            YamlNode *environment = service.value.find(u"environment");
            for (YamlNode &variable : environment ? environment->items : service.value.items) {
                const auto found = added.constFind(variable.text);
                if (environment && found != added.constEnd() && !m_request.environment.contains(variable.text))
                    variable.text += u'=' + *found;
            }
        }
    }
    import(root, imported);
}

void ComposeLoader::import(YamlNode &root, const YamlNode &imported)
{
    for (const QString &section : { QStringLiteral("services"), QStringLiteral("secrets"), QStringLiteral("configs") }) {
        const YamlNode from = imported.child(section);
        if (!from.isMap())
            continue;
        YamlNode to = root.child(section);
        to.kind = YamlNode::Kind::Map;
        for (const YamlEntry &entry : from.entries) {
            const YamlNode *there = to.find(entry.key);
            if (!there)
                to.entries.append(entry);
            else if (!there->sameValue(entry.value))
                fault(there->place, Texts::tr("%1 is also in the included file, with another content.").arg(entry.key));
        }
        root.set(section, to);
    }
}

} // namespace pilothouse
