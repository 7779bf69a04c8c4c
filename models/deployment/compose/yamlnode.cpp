// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/yamlnode.h"

#include <algorithm>

namespace pilothouse {

const YamlNode *YamlNode::find(QStringView key) const
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const YamlEntry &entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

YamlNode *YamlNode::find(QStringView key)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const YamlEntry &entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

YamlNode YamlNode::child(QStringView key) const
{
    const YamlNode *found = find(key);
    return found ? *found : YamlNode();
}

void YamlNode::set(const QString &key, const YamlNode &node)
{
    kind = Kind::Map;
    if (YamlNode *found = find(key))
        *found = node;
    else
        entries.append({ key, node.place, node });
}

void YamlNode::remove(QStringView key)
{
    entries.removeIf([&](const YamlEntry &entry) { return entry.key == key; });
}

bool YamlNode::sameValue(const YamlNode &other) const
{
    if (kind != other.kind || text != other.text || items.size() != other.items.size() || entries.size() != other.entries.size())
        return false;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (!items[i].sameValue(other.items[i]))
            return false;
    }
    return std::all_of(entries.begin(), entries.end(), [&](const YamlEntry &entry) {
        const YamlNode *found = other.find(entry.key);
        return found && entry.value.sameValue(*found);
    });
}

YamlNode yamlText(const QString &text, const TracePlace &place)
{
    YamlNode node;
    node.kind = YamlNode::Kind::Text;
    node.text = text;
    node.place = place;
    return node;
}

} // namespace pilothouse
