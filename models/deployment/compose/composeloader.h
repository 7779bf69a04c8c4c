// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/compose/composeproject.h"

#include <QSet>

namespace pilothouse {

/// Private to this room: one load with its limits. Reads files, interpolates, applies extends and include, merges.
class ComposeLoader
{
public:
    ComposeLoader(const ComposeRequest &request, ComposeProject &project) : m_request(request), m_project(project) { }

    YamlNode load(); ///< all files of the request, merged

private:
    struct Scope ///< what differs between the project and an included file
    {
        QString folder;
        QMap<QString, QString> environment;
        QStringList including; ///< files on the way here
    };
    struct Document
    {
        YamlNode root;
        QList<QStringList> resets;
    };

    YamlNode loadFiles(const QStringList &files, const Scope &scope);
    QList<Document> documents(const QString &file, const QMap<QString, QString> &environment);
    void interpolate(YamlNode &node, const QList<QByteArrayView> &lines, const QMap<QString, QString> &environment);
    void applyExtends(YamlNode &root, const QString &file, const Scope &scope, const QList<QStringList> &resets);
    YamlNode extended(const QString &name, YamlNode &services, const QString &file, const Scope &scope,
        const QList<QStringList> &resets, QSet<QString> &onTheWay);
    YamlNode servicesOf(const QString &file, const Scope &scope, QList<QStringList> &resets);
    void applyIncludes(YamlNode &root, const QString &file, const Scope &scope);
    void include(YamlNode &root, const YamlNode &item, const Scope &scope);
    void import(YamlNode &root, const YamlNode &imported);
    YamlNode merged(const YamlNode &base, const YamlNode &over, const QStringList &path);
    void fault(const TracePlace &place, const QString &message);
    void fault(const Error &error, const TracePlace &place);
    QString shown(const QString &path) const { return shownPath(path, m_request.folder); }

    const ComposeRequest &m_request;
    ComposeProject &m_project;
    int m_filesRead = 0;
    qsizetype m_textPutIn = 0;
};

/// Makes the paths of services (env_file, build context, volumes) absolute.
void resolvePaths(YamlNode &root, const QString &folder);

} // namespace pilothouse
