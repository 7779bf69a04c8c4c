// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/compose/composetemplate.h"
#include "models/domain/configtrace.h"

#include <QList>
#include <QString>

namespace pilothouse {

struct YamlEntry;

/// One node of a YAML document as compose understands it: anchors and merge keys resolved, scalars typed as Go's YAML
/// reader types them and then printed as Go prints them. Value type with implicit sharing.
struct YamlNode
{
    enum class Kind { Null, Text, Boolean, Number, List, Map };
    enum class Tag { None, Reset, Override }; ///< !reset, !override

    Kind kind = Kind::Null;
    Tag tag = Tag::None;
    TracePlace place;
    QString text; ///< of a scalar
    QList<VariableUse> uses; ///< variables that were put into text
    QList<YamlNode> items;
    QList<YamlEntry> entries; ///< in the order of the file

    bool isNull() const { return kind == Kind::Null; }
    bool isScalar() const { return kind == Kind::Text || kind == Kind::Boolean || kind == Kind::Number; }
    bool isList() const { return kind == Kind::List; }
    bool isMap() const { return kind == Kind::Map; }
    const YamlNode *find(QStringView key) const; ///< nullptr when absent or no map
    YamlNode *find(QStringView key);
    YamlNode child(QStringView key) const; ///< Null when absent
    QString textOf(QStringView key) const { return child(key).text; }
    void set(const QString &key, const YamlNode &node);
    void remove(QStringView key);
    bool sameValue(const YamlNode &other) const; ///< regardless of places and order of keys
};

struct YamlEntry
{
    QString key;
    TracePlace place; ///< of the key
    YamlNode value;
};

YamlNode yamlText(const QString &text, const TracePlace &place);

} // namespace pilothouse
