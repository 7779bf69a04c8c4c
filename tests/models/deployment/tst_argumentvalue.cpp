// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/drift/argumentvalue.h"

#include <QTest>

using namespace pilothouse;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList words(const char *text)
{
    return s(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class ArgumentValueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void argumentsAreRead_data();
    void argumentsAreRead();
    void modelArgumentIsRead_data();
    void modelArgumentIsRead();
};

void ArgumentValueTest::argumentsAreRead_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("flag");
    QTest::addColumn<bool>("present");
    QTest::addColumn<QString>("value"); // "?" none
    const auto row = [](const QStringList &arguments, const char *flag, bool present, const char *value) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << s(flag) << present << s(value);
    };
    row(words("vllm serve m --max-model-len 8192"), "--max-model-len", true, "8192");
    row(words("vllm serve m --max-model-len=8192 x"), "--max-model-len", true, "8192");
    row(words("vllm --max-model-len 1 --max-model-len=2"), "--max-model-len", true, "2");
    row(words("vllm --max-model-len-x 1"), "--max-model-len", false, "?");
    row(words("vllm --enforce-eager --port 1"), "--enforce-eager", true, "?");
    row(words("vllm --seed -1"), "--seed", true, "-1");
    row(words("vllm -tp 2"), "--tensor-parallel-size", true, "2");
    row(words("llama-server -c 4096"), "--ctx-size", true, "4096");
    row(words("vllm --name="), "--name", true, "");
    row({ s("sh"), s("-c"), s("exec vllm serve --max-model-len $LEN \\\n --port 1") }, "--max-model-len", true, "77");
    row({ s("sh"), s("-c"), s("vllm --max-model-len \"${LEN}\"") }, "--max-model-len", true, "77");
    row({ s("sh"), s("-c"), s("vllm --max-model-len ${ABSENT:-5}") }, "--max-model-len", true, "5");
    row({ s("sh"), s("-c"), s("vllm --max-model-len $(cat len)") }, "--max-model-len", true, "?");
    row({ s("vllm"), s("--max-model-len"), s("$LEN") }, "--max-model-len", true, "$LEN");
    row({}, "--max-model-len", false, "?");
}

void ArgumentValueTest::argumentsAreRead()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, flag);
    const ArgumentValue found = argumentValue(arguments, flag, { { s("LEN"), s("77") } });
    QTEST(found.present, "present");
    QTEST(found.value.value_or(s("?")), "value");
}

void ArgumentValueTest::modelArgumentIsRead_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("model");
    const auto row = [](const QStringList &arguments, const char *model) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << s(model);
    };
    row(words("/usr/bin/python3 /usr/bin/vllm serve o/m --port 8000"), "o/m");
    row(words("python3 -m vllm.entrypoints.openai.api_server --model o/m"), "o/m");
    row(words("vllm serve --model=o/m"), "o/m");
    row({ s("bash"), s("-c"), s("vllm serve \"$MODEL\" --port 1") }, "o/x");
    row(words("ollama serve"), "?");
}

void ArgumentValueTest::modelArgumentIsRead()
{
    QFETCH(QStringList, arguments);
    QTEST(modelArgument(arguments, { { s("MODEL"), s("o/x") } }).value_or(s("?")), "model");
}

QTEST_GUILESS_MAIN(ArgumentValueTest)
#include "tst_argumentvalue.moc"
