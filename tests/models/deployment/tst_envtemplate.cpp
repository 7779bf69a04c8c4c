// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/envtemplate.h"
#include "models/deployment/trace/configtracer.h"
#include "models/deployment/trace/modelfallback.h"
#include "models/deployment/trace/tracerules.h"
#include "models/deployment/trace/tracewords.h"
#include "models/env/dialects/dialectdifferences.h"
#include "models/env/rules.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pilothouse;

/// New deployments: every key of their .env reaches something, all readers agree on it, and no rule objects.
class EnvTemplateTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    ConfigTrace trace(const TemplateFiles &files)
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (auto file = files.beside.constBegin(); file != files.beside.constEnd(); ++file) {
            QFile written(m_folder->filePath(file.key()));
            if (!written.open(QIODevice::WriteOnly) || written.write(*file) != file->size())
                return {};
        }
        TraceInputs inputs;
        inputs.deployment = { m_folder->path(), QStringLiteral("d"), m_folder->filePath(QStringLiteral(".env")) };
        inputs.envBytes = files.env;
        return traceConfiguration(inputs, VariableSchema::load(QStringLiteral("en")));
    }

private Q_SLOTS:
    void everyKeyApplies_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : { "ollama", "vllm", "vllm-compose", "none" })
            QTest::newRow(id) << QString::fromLatin1(id);
    }

    void everyKeyApplies()
    {
        QFETCH(QString, id);
        const TemplateFiles files = templateFiles(id);
        const VariableSchema schema = VariableSchema::load(QStringLiteral("en"));
        const EnvDocument document(files.env);
        QVERIFY(document.strangeLines().empty());
        const ConfigTrace found = trace(files);
        QVERIFY(found.faults.isEmpty());
        QCOMPARE(found.composeFiles.size(), files.beside.size());
        for (const QString &key : document.keys()) {
            const KeyTrace *each = found.find(key);
            QVERIFY2(each, qPrintable(key));
            const bool ofNoModel = id == QLatin1String("none"); // nothing is asked there
            if (!ofNoModel)
                QVERIFY2(each->verdict == TraceVerdict::Applies, qPrintable(key + u' ' + traceVerdictName(each->verdict)));
        }
        const EnvConsumers consumers = consumersOf(found);
        const auto differences
            = dialectDifferences(files.env, consumers.isEmpty() ? EnvWriter::coreConsumers() : consumers, { { "HOME", "/h" } });
        QVERIFY(differences.empty());
        const QList<Problem> problems = withTraceProblems(checkVariables(document, schema), checkTrace(document, found, schema));
        for (const Problem &problem : problems)
            QVERIFY2(problem.level == ProblemLevel::Info, qPrintable(problem.id + u' ' + problem.key + u' ' + problem.message));
    }

    /// One click to one variable, one click back.
    void theComposeTemplateWorksWithOneVariable()
    {
        TemplateFiles files = templateFiles(QStringLiteral("vllm-compose"));
        const ModelFallback two = modelFallback(trace(files));
        QVERIFY(two.emptyText.isEmpty());
        QVERIFY(two.note.has_value());
        QCOMPARE(two.note->id, QStringLiteral("vllm-model.fallback"));
        QVERIFY2(two.note->message.contains(QStringLiteral("docker-compose.vllm.yml:10")), qPrintable(two.note->message));
        QCOMPARE(two.note->fixes.first().unsetKeys, QStringList{ QStringLiteral("VLLM_MODEL") });

        EnvDocument document(files.env);
        QVERIFY(document.unset(QStringLiteral("VLLM_MODEL")));
        files.env = document.bytes();
        const ConfigTrace found = trace(files);
        const ModelFallback one = modelFallback(found);
        QVERIFY(!one.note);
        QCOMPARE(one.emptyText, QStringLiteral("uses LLM_MODEL: Qwen/Qwen3-0.6B, as docker-compose.vllm.yml:10 says"));
        const QList<Problem> problems = checkTrace(document, found, VariableSchema::load(QStringLiteral("en")));
        const auto back = std::find_if(problems.begin(), problems.end(),
            [](const Problem &problem) { return problem.id == QLatin1String("vllm-model.fallback"); });
        QVERIFY(back != problems.end());
        QCOMPARE(back->level, ProblemLevel::Info);
        const QPair<QString, QString> set(QStringLiteral("VLLM_MODEL"), QStringLiteral("Qwen/Qwen3-0.6B"));
        QCOMPARE(back->fixes.first().setValues, (QList<QPair<QString, QString>>{ set }));
    }

    void withoutAFallbackNothingIsSaid()
    {
        TemplateFiles files = templateFiles(QStringLiteral("vllm-compose"));
        files.beside.first().replace("${VLLM_MODEL:-${LLM_MODEL}}", "${VLLM_MODEL}");
        const ModelFallback fallback = modelFallback(trace(files));
        QVERIFY(!fallback.note && fallback.emptyText.isEmpty());
        const ModelFallback native = modelFallback(trace(templateFiles(QStringLiteral("vllm"))));
        QVERIFY(!native.note && native.emptyText.isEmpty());
    }
};

QTEST_MAIN(EnvTemplateTest)
#include "tst_envtemplate.moc"
