// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/composemerge.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace pilothouse {

namespace {

/// "services.*.build.args" against a path.
bool matches(const QStringList &path, const char *pattern)
{
    const QStringList parts = QString::fromLatin1(pattern).split(u'.');
    if (parts.size() != path.size())
        return false;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i] != QLatin1String("*") && parts[i] != path[i])
            return false;
    }
    return true;
}

template <size_t count> bool matchesAny(const QStringList &path, const char *const (&patterns)[count])
{
    if (path.size() < 3 || path.size() > 5)
        return false;
    return std::any_of(std::begin(patterns), std::end(patterns), [&](const char *each) { return matches(path, each); });
}

constexpr const char *replaced[] = { "services.*.command", "services.*.entrypoint", "services.*.healthcheck.test" };
constexpr const char *sequences[] = { "networks.*.labels", "volumes.*.labels", "services.*.annotations", "services.*.build.args",
    "services.*.build.additional_contexts", "services.*.build.labels", "services.*.deploy.labels", "services.*.dns",
    "services.*.dns_opt", "services.*.dns_search", "services.*.env_file", "services.*.label_file", "services.*.environment",
    "services.*.extra_hosts", "services.*.build.extra_hosts", "services.*.labels", "services.*.sysctls", "services.*.tmpfs" };
constexpr const char *namedLists[] = { "services.*.depends_on", "services.*.networks", "services.*.models" };
constexpr const char *keyed[] = { "services.*.annotations", "services.*.build.args", "services.*.build.labels",
    "services.*.cap_add", "services.*.cap_drop", "services.*.deploy.labels", "services.*.dns", "services.*.environment",
    "services.*.env_file", "services.*.expose", "services.*.labels", "services.*.links", "services.*.ports",
    "services.*.profiles", "services.*.sysctls", "services.*.tmpfs", "services.*.volumes" };

YamlNode listOf(const QList<YamlNode> &items, const TracePlace &place)
{
    YamlNode node;
    node.kind = YamlNode::Kind::List;
    node.items = items;
    node.place = place;
    return node;
}

/// A list of names as a map of empty entries (depends_on, networks).
YamlNode asMapping(const YamlNode &node)
{
    if (!node.isList())
        return node;
    YamlNode map;
    map.kind = YamlNode::Kind::Map;
    map.place = node.place;
    for (const YamlNode &item : node.items)
        map.entries.append({ item.text, item.place, YamlNode() });
    return map;
}

YamlNode asBuild(const YamlNode &node)
{
    if (!node.isScalar())
        return node;
    YamlNode map;
    map.kind = YamlNode::Kind::Map;
    map.place = node.place;
    map.entries.append({ QStringLiteral("context"), node.place, node });
    return map;
}

Result<YamlNode> mergeMaps(const YamlNode &base, const YamlNode &over, const QStringList &path)
{
    YamlNode merged = base;
    merged.kind = YamlNode::Kind::Map;
    for (const YamlEntry &entry : over.entries) {
        YamlNode *there = merged.find(entry.key);
        if (!there) {
            merged.entries.append(entry);
            continue;
        }
        const Result<YamlNode> both = mergeCompose(*there, entry.value, path + QStringList{ entry.key });
        if (!both)
            return both.error();
        *there = *both;
    }
    return merged;
}

/// What makes two entries of a list the same one.
QString identityOf(const YamlNode &item, const QStringList &path)
{
    if (path.last() == QLatin1String("ports")) {
        if (!item.isMap())
            return item.text;
        const auto part = [&](const char *key, const char *otherwise) {
            const YamlNode *found = item.find(QString::fromLatin1(key));
            return found ? found->text : QString::fromLatin1(otherwise);
        };
        return QStringLiteral("%1:%2:%3/%4")
            .arg(part("host_ip", "0.0.0.0"), part("published", "-"), part("target", ""), part("protocol", "tcp"));
    }
    if (item.isMap())
        return item.textOf(item.find(u"path") ? u"path" : u"target");
    if (path.last() == QLatin1String("volumes")) {
        const QStringList parts = item.text.split(u':');
        return parts.size() == 1 ? parts[0] : parts[1];
    }
    const bool whole = path.last() == QLatin1String("env_file") || path.last() == QLatin1String("expose");
    return whole ? item.text : item.text.section(u'=', 0, 0);
}

} // namespace

QList<YamlNode> asSequence(const YamlNode &node)
{
    if (node.isList())
        return node.items;
    if (node.isScalar())
        return { node };
    QList<YamlNode> items;
    for (const YamlEntry &entry : node.entries) {
        const QString prefix = entry.key + u'=';
        if (entry.value.isNull()) {
            items.append(yamlText(entry.key, entry.place));
        } else if (entry.value.isList()) {
            for (const YamlNode &each : entry.value.items)
                items.append(yamlText(prefix + each.text, each.place));
        } else {
            YamlNode item = yamlText(prefix + entry.value.text, entry.place);
            item.uses = entry.value.uses;
            for (VariableUse &use : item.uses)
                use.start += prefix.size();
            items.append(item);
        }
    }
    std::sort(items.begin(), items.end(), [](const YamlNode &a, const YamlNode &b) { return a.text < b.text; });
    return items;
}

Result<YamlNode> mergeCompose(const YamlNode &base, const YamlNode &over, const QStringList &path)
{
    if (matchesAny(path, replaced))
        return over;
    if (matchesAny(path, sequences))
        return listOf(asSequence(base) + asSequence(over), over.isNull() ? base.place : over.place);
    if (matchesAny(path, namedLists))
        return mergeMaps(asMapping(base), asMapping(over), path);
    if (matches(path, "services.*.build"))
        return mergeMaps(asBuild(base), asBuild(over), path);
    if (matches(path, "services.*.logging") && base.find(u"driver") && over.find(u"driver")
        && base.textOf(u"driver") != over.textOf(u"driver"))
        return over;
    if (over.isNull())
        return base;
    if (base.isMap() || base.isList()) {
        if (base.kind != over.kind) {
            return Error{ QStringLiteral("compose.merge"),
                QCoreApplication::translate("ComposeFile", "%1:%2: %3 has another form in the file before it.")
                    .arg(over.place.file)
                    .arg(over.place.line)
                    .arg(path.join(u'.')),
                {}, {}, {} };
        }
        return base.isMap() ? mergeMaps(base, over, path) : Result<YamlNode>(listOf(base.items + over.items, base.place));
    }
    return over;
}

YamlNode withUniqueEntries(const YamlNode &node, const QStringList &path)
{
    YamlNode result = node;
    for (YamlEntry &entry : result.entries)
        entry.value = withUniqueEntries(entry.value, path + QStringList{ entry.key });
    if (!node.isList() || !matchesAny(path, keyed))
        return result;
    QHash<QString, qsizetype> places;
    result.items.clear();
    for (const YamlNode &item : node.items) {
        const QString identity = identityOf(item, path);
        const auto found = places.constFind(identity);
        if (found != places.constEnd()) {
            result.items[*found] = item;
        } else {
            places.insert(identity, result.items.size());
            result.items.append(item);
        }
    }
    return result;
}

namespace {

void collectResets(YamlNode &node, const QStringList &at, QList<QStringList> &paths)
{
    for (YamlEntry &entry : node.entries) {
        const QStringList here = at + QStringList{ entry.key };
        if (entry.value.tag != YamlNode::Tag::None)
            paths.append(here);
        else
            collectResets(entry.value, here, paths);
    }
    node.entries.removeIf([](const YamlEntry &entry) { return entry.value.tag == YamlNode::Tag::Reset; });
    node.items.removeIf([](const YamlNode &item) { return item.tag == YamlNode::Tag::Reset; });
}

} // namespace

QList<QStringList> takeResets(YamlNode &document)
{
    QList<QStringList> paths;
    collectResets(document, {}, paths);
    return paths;
}

void removePaths(YamlNode &node, const QList<QStringList> &paths, const QStringList &at)
{
    if (paths.isEmpty())
        return;
    node.entries.removeIf([&](const YamlEntry &entry) { return paths.contains(at + QStringList{ entry.key }); });
    for (YamlEntry &entry : node.entries)
        removePaths(entry.value, paths, at + QStringList{ entry.key });
}

} // namespace pilothouse
