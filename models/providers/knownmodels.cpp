// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/knownmodels.h"

#include "models/env/envdocument.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse {

namespace {

constexpr qint64 maxBytes = 1 << 20;
constexpr int maxProfiles = 50;

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(KnownModels)
};

Error invalidList(const QString &cause)
{
    return { QStringLiteral("models.invalid-list"), Texts::tr("The list of known models cannot be used."), cause,
        Texts::tr("Correct config/llm_models.json, or remove it."), {} };
}

/// Regular files only: opening a FIFO would block.
std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || file.size() > maxBytes || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(maxBytes);
}

ModelEntry entryOf(const QString &name, const QString &provider, const QString &source)
{
    ModelEntry entry;
    entry.name = ModelName(name);
    entry.provider = provider;
    entry.source = source;
    return entry;
}

} // namespace

Result<QList<ModelEntry>> parseKnownModels(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return invalidList(Texts::tr("It is not valid JSON: %1.").arg(problem.errorString()));
    const QJsonValue models = document.object()[QLatin1String("models")];
    if (!models.isArray())
        return invalidList(Texts::tr("It has no list “models”."));
    QList<ModelEntry> entries;
    for (const QJsonValue &value : models.toArray()) {
        const QJsonObject model = value.toObject();
        const QString name = model[QLatin1String("model_name")].toString();
        if (name.isEmpty())
            continue;
        ModelEntry entry = entryOf(name, model[QLatin1String("provider")].toString(), QStringLiteral("known list"));
        const int context = model[QLatin1String("context_window")].toInt(0);
        if (context > 0)
            entry.contextLength = context;
        entries.append(entry);
    }
    return entries;
}

QList<ModelEntry> modelsOfProfile(const QByteArray &env, const QString &profileName)
{
    const EnvDocument document(env);
    const bool vllm = llmModeFromText(document.value(u"LLM_MODE").value_or(QString())) == LlmMode::Vllm;
    const QString provider = vllm ? QStringLiteral("vllm") : QStringLiteral("ollama");
    QList<ModelEntry> entries;
    const auto add = [&](const std::optional<QString> &name) {
        if (name && !name->isEmpty() && (entries.isEmpty() || entries.first().name.text() != *name))
            entries.append(entryOf(*name, provider, profileName));
    };
    add(document.value(u"LLM_MODEL"));
    if (vllm)
        add(document.value(u"VLLM_MODEL"));
    return entries;
}

KnownModels readKnownModels(const Deployment &deployment)
{
    KnownModels known;
    const QDir folder(QFileInfo(deployment.envPath).path());
    const QString listPath = folder.filePath(QStringLiteral("config/llm_models.json"));
    if (QFileInfo::exists(listPath)) {
        const std::optional<QByteArray> json = contentOf(listPath);
        const Result<QList<ModelEntry>> list
            = json ? parseKnownModels(*json) : invalidList(Texts::tr("It is not a readable file of at most 1 MB."));
        if (list)
            known.models = list.value();
        else
            known.problem = list.error();
    }
    const QStringList profiles
        = folder.entryList({ QStringLiteral(".env.*") }, QDir::Files | QDir::Hidden, QDir::Name).mid(0, maxProfiles);
    for (const QString &name : profiles) {
        const QString path = folder.filePath(name);
        if (path == deployment.envPath || name.endsWith(QLatin1String(".bak")) || name.endsWith(u'~'))
            continue;
        if (const std::optional<QByteArray> env = contentOf(path))
            known.models += modelsOfProfile(*env, name);
    }
    return known;
}

} // namespace pilothouse
