// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/yamlreader.h"

#include <QCoreApplication>
#include <QHash>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <vector>

namespace pilothouse {

namespace {

constexpr int mostNodes = 100'000;
constexpr size_t mostLevels = 64;

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ComposeFile)
};

/// Ends the parser from within; never leaves this file.
struct Stop
{
    Error error;
};

[[noreturn]] void stop(const char *code, const QString &file, int line, const QString &message)
{
    throw Stop{ { QString::fromLatin1(code), Texts::tr("%1:%2: %3").arg(file).arg(line).arg(message), {}, {}, {} } };
}

/// Builds nodes from yaml-cpp's events; copies of aliases are counted, so that an alias bomb ends early.
class Builder : public YAML::EventHandler
{
public:
    explicit Builder(const QString &file) : m_file(file) { }

    QList<YamlNode> documents;

    void OnDocumentStart(const YAML::Mark &) override
    {
        m_anchors.clear();
        m_root = YamlNode();
    }
    void OnDocumentEnd() override { documents.append(m_root); }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { add(at(mark), anchor); }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto found = m_anchors.constFind(anchor);
        if (found == m_anchors.constEnd())
            stop("yaml.invalid", m_file, lineOf(mark), Texts::tr("The alias stands inside of what it names."));
        m_nodes += found->nodes;
        checkCount(mark);
        put(found->node);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        const QString text = QString::fromStdString(value);
        YamlNode node = tag == "?" ? plainScalar(text) : yamlText(text, {});
        if (tag == "tag:yaml.org,2002:str")
            node.kind = YamlNode::Kind::Text;
        node.place = { m_file, lineOf(mark) };
        node.tag = tagOf(tag);
        m_plain = tag == "?";
        add(node, anchor);
    }

    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, YamlNode::Kind::List, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, YamlNode::Kind::Map, tag, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Level
    {
        YamlNode node;
        YAML::anchor_t anchor = 0;
        int nodesBefore = 0;
        bool hasKey = false;
        bool keyIsPlain = false;
        YamlNode key;
        QList<YamlNode> merged; ///< values of "<<", in order
    };
    struct Anchored
    {
        YamlNode node;
        int nodes = 0;
    };

    static int lineOf(const YAML::Mark &mark) { return mark.line + 1; }
    static YamlNode::Tag tagOf(const std::string &tag)
    {
        return tag == "!reset" ? YamlNode::Tag::Reset : (tag == "!override" ? YamlNode::Tag::Override : YamlNode::Tag::None);
    }

    YamlNode at(const YAML::Mark &mark) const
    {
        YamlNode node;
        node.place = { m_file, lineOf(mark) };
        return node;
    }

    void checkCount(const YAML::Mark &mark)
    {
        if (m_nodes > mostNodes)
            stop("yaml.too-large", m_file, lineOf(mark), Texts::tr("The file unfolds to more than %1 parts.").arg(mostNodes));
    }

    void open(const YAML::Mark &mark, YamlNode::Kind kind, const std::string &tag, YAML::anchor_t anchor)
    {
        if (m_levels.size() >= mostLevels)
            stop("yaml.too-large", m_file, lineOf(mark),
                Texts::tr("The file is nested more than %1 levels deep.").arg(mostLevels));
        Level level;
        level.node = at(mark);
        level.node.kind = kind;
        level.node.tag = tagOf(tag);
        level.anchor = anchor;
        level.nodesBefore = m_nodes;
        ++m_nodes;
        checkCount(mark);
        m_levels.push_back(level);
    }

    void close()
    {
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        for (const YamlNode &source : level.merged)
            mergeInto(level.node, source);
        if (level.anchor)
            m_anchors.insert(level.anchor, { level.node, m_nodes - level.nodesBefore });
        m_plain = false;
        put(level.node);
    }

    void add(const YamlNode &node, YAML::anchor_t anchor)
    {
        ++m_nodes;
        if (m_nodes > mostNodes)
            stop("yaml.too-large", m_file, node.place.line, Texts::tr("The file unfolds to more than %1 parts.").arg(mostNodes));
        if (anchor)
            m_anchors.insert(anchor, { node, 1 });
        put(node);
    }

    void put(const YamlNode &node)
    {
        if (m_levels.empty()) {
            m_root = node;
            return;
        }
        Level &level = m_levels.back();
        if (level.node.kind == YamlNode::Kind::List) {
            level.node.items.append(node);
        } else if (!level.hasKey) {
            level.key = node;
            level.keyIsPlain = m_plain;
            level.hasKey = true;
        } else {
            level.hasKey = false;
            putEntry(level, node);
        }
    }

    void putEntry(Level &level, const YamlNode &value)
    {
        const YamlNode &key = level.key;
        const TracePlace place{ m_file, key.place.line };
        if (key.isMap() || key.isList())
            stop("yaml.invalid", m_file, place.line, Texts::tr("A key must be a text."));
        if (key.text == QLatin1String("<<") && level.keyIsPlain) {
            level.merged.append(value.isList() ? value.items : QList<YamlNode>{ value });
            return;
        }
        const QString name = key.isNull() ? QStringLiteral("null") : key.text;
        if (level.node.find(name))
            stop("yaml.duplicate-key", m_file, place.line, Texts::tr("“%1” is already there.").arg(name));
        level.node.entries.append({ name, place, value });
    }

    void mergeInto(YamlNode &map, const YamlNode &source)
    {
        if (!source.isMap())
            stop("yaml.invalid", m_file, map.place.line, Texts::tr("“<<” needs a map."));
        for (const YamlEntry &entry : source.entries) {
            if (!map.find(entry.key))
                map.entries.append(entry);
        }
    }

    QString m_file;
    std::vector<Level> m_levels;
    QHash<YAML::anchor_t, Anchored> m_anchors;
    YamlNode m_root;
    int m_nodes = 0;
    bool m_plain = false;
};

Error tooLarge(const QString &file)
{
    return { QStringLiteral("yaml.too-large"),
        Texts::tr("%1:%2: %3").arg(file).arg(1).arg(Texts::tr("The file is larger than 1 MB.")), {}, {}, {} };
}

} // namespace

Result<QList<YamlNode>> readYaml(const QByteArray &bytes, const QString &file)
{
    if (bytes.size() > largestYaml)
        return tooLarge(file);
    try {
        std::istringstream stream(bytes.toStdString());
        YAML::Parser parser(stream);
        Builder builder(file);
        while (parser.HandleNextDocument(builder)) { }
        return builder.documents;
    } catch (const Stop &reason) {
        return reason.error;
    } catch (const YAML::Exception &reason) {
        const int line = reason.mark.is_null() ? 1 : reason.mark.line + 1;
        return Error{ QStringLiteral("yaml.invalid"),
            Texts::tr("%1:%2: %3")
                .arg(file)
                .arg(line)
                .arg(Texts::tr("This is not valid YAML: %1.").arg(QString::fromStdString(reason.msg))),
            {}, {}, {} };
    }
}

} // namespace pilothouse
