// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/composefiles.h"

#include "models/deployment/trace/filereading.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qsizetype mostSets = 30;

QString firstOf(const QString &folder, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString path = absolutePath(QString::fromLatin1(name), folder);
        if (QFileInfo(path).isFile())
            return path;
    }
    return {};
}

QStringList absolute(const QStringList &names, const QString &folder)
{
    QStringList paths;
    for (const QString &name : names)
        paths.append(absolutePath(name, folder));
    return paths;
}

/// The set whose name speaks of the mode; of several the one that says the least besides.
qsizetype setOfMode(const QList<ComposeFileSet> &sets, LlmMode mode)
{
    const QString word
        = mode == LlmMode::Vllm ? QStringLiteral("vllm") : (mode == LlmMode::Ollama ? QStringLiteral("ollama") : QString());
    qsizetype best = -1;
    qsizetype bestLength = 0;
    for (qsizetype i = 0; i < sets.size() && !word.isEmpty(); ++i) {
        qsizetype length = 0;
        bool named = false;
        for (const QString &file : sets[i].files) {
            const QString name = QFileInfo(file).fileName();
            named = named || name.contains(word, Qt::CaseInsensitive);
            length = qMax(length, name.size());
        }
        if (named && (best < 0 || length < bestLength)) {
            best = i;
            bestLength = length;
        }
    }
    return best;
}

} // namespace

QStringList defaultComposeFiles(const QString &folder)
{
    QStringList files{ firstOf(folder, { "compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml" }) };
    if (files.constFirst().isEmpty())
        return {};
    const QString over = firstOf(folder,
        { "compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml" });
    if (!over.isEmpty())
        files.append(over);
    return files;
}

QStringList composeProfiles(const QMap<QString, QString> &environment)
{
    QStringList profiles;
    for (const QString &name : environment.value(QStringLiteral("COMPOSE_PROFILES")).split(u',', Qt::SkipEmptyParts))
        profiles.append(name.trimmed());
    return profiles;
}

QList<ComposeFileSet> composeFileSets(const ComposeSearch &search)
{
    QList<ComposeFileSet> sets;
    const auto add = [&](const QStringList &files, int rank, bool decided, bool guessed) {
        const bool there = std::any_of(sets.begin(), sets.end(), [&](const ComposeFileSet &set) { return set.files == files; });
        if (!files.isEmpty() && !there && sets.size() < mostSets)
            sets.append({ files, rank, decided, guessed });
    };
    if (!search.named.isEmpty()) {
        add(absolute(search.named, search.folder), 0, true, false);
    } else if (const QString variable = search.environment.value(QStringLiteral("COMPOSE_FILE")); !variable.isEmpty()) {
        const QString separator = search.environment.value(QStringLiteral("COMPOSE_PATH_SEPARATOR"), QStringLiteral(":"));
        add(absolute(variable.split(separator.isEmpty() ? QStringLiteral(":") : separator, Qt::SkipEmptyParts), search.folder), 0,
            true, false);
    }
    add(defaultComposeFiles(search.folder), 2, false, false);
    for (const QStringList &command : search.commands) {
        const QStringList files = absolute(command, search.folder);
        if (std::all_of(files.begin(), files.end(), [](const QString &file) { return QFileInfo(file).isFile(); }))
            add(files, 3, false, false);
    }
    const QStringList patterns{ QStringLiteral("docker-compose*.yml"), QStringLiteral("docker-compose*.yaml"),
        QStringLiteral("compose*.yml"), QStringLiteral("compose*.yaml") };
    for (const QString &name : QDir(search.folder).entryList(patterns, QDir::Files, QDir::Name)) {
        const QString path = absolutePath(name, search.folder);
        const bool used = std::any_of(
            sets.begin(), sets.end(), [&](const ComposeFileSet &set) { return !set.guessed && set.files.contains(path); });
        if (!used && !name.contains(QLatin1String(".override.")))
            add({ path }, 4, false, true);
    }
    if (const qsizetype best = setOfMode(sets, search.mode); best >= 0 && !sets[best].decided)
        sets[best].rank = 1;
    return sets;
}

} // namespace pilothouse
