// SPDX-License-Identifier: GPL-3.0-or-later
// writetool FILE CONSUMERS: sets K1, K2, … in FILE to the base64 values on stdin, one a line, as "env set" would for these
// consumers; prints 1 for each value written and 0 for each refused.
#include "models/env/dialects/utf8.h"
#include "models/env/envdocument.h"

#include <QFile>
#include <QTextStream>

#include <cstdio>

using namespace pilothouse;

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    EnvConsumers consumers;
    for (const QString &name : QString::fromUtf8(argv[2]).split(u','))
        consumers << *envConsumerFromName(name);
    EnvDocument document("# made by a test\nFIRST=one\n");
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 2;
    int number = 0;
    while (!input.atEnd()) {
        const QByteArray line = input.readLine().trimmed();
        const QString value = utf8::text(QByteArray::fromBase64(line));
        const QString key = QStringLiteral("K%1").arg(++number);
        std::puts(document.setValue(key, value, consumers) ? "1" : "0");
    }
    if (!document.setValue(QStringLiteral("LAST"), QStringLiteral("end"), consumers))
        return 1;
    QFile file(QString::fromLocal8Bit(argv[1]));
    return file.open(QIODevice::WriteOnly) && file.write(document.bytes()) == document.bytes().size() ? 0 : 1;
}
