// SPDX-License-Identifier: GPL-3.0-or-later
// Saves once, for the fault tests: savetool PATH NEW-CONTENT-FILE STATE-FOLDER.
// Prints "saved", "unsure" or "refused CODE"; getpriority() calls mark the begin and the end of the save in a trace.
#include "models/env/envfile.h"

#include <QFile>

#include <cstdio>

#include <sys/resource.h>

int main(int argc, char **argv)
{
    using namespace pilothouse;
    if (argc != 4)
        return 2;
    QFile content(QFile::decodeName(argv[2]));
    if (!content.open(QIODevice::ReadOnly))
        return 2;
    EnvSaveRequest request;
    request.path = QFile::decodeName(argv[1]);
    request.bytes = content.readAll();
    request.stateFolder = QFile::decodeName(argv[3]);
    const Result<EnvFileContent> present = readEnvFile(request.path);
    if (!present) {
        std::printf("refused %s\n", qPrintable(present.error().code));
        return 1;
    }
    request.expectedHash = present->hash;
    getpriority(PRIO_PROCESS, 0);
    const Result<EnvSaveReport> report = saveEnvFile(request);
    getpriority(PRIO_PROCESS, 0);
    if (!report) {
        std::printf("refused %s\n", qPrintable(report.error().code));
        return 1;
    }
    std::puts(report->durable ? "saved" : "unsure");
    return 0;
}
