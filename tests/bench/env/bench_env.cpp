// SPDX-License-Identifier: GPL-3.0-or-later
// bench_env FILE [RUNS]: median CPU time of read + parse + decode of all values; then the values as JSON lines for the
// comparison. The figure goes to stderr, the key/value pairs (last one wins) to stdout.
#include "models/env/envdocument.h"
#include "models/env/envfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace pilothouse;

namespace {

/// Processor time: what other programs do meanwhile does not count.
double cpuMs()
{
    timespec now = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

template <typename Work> double medianMs(int runs, Work work)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const double start = cpuMs();
        work();
        times.push_back(cpuMs() - start);
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[static_cast<size_t>(runs / 2)];
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    const QString path = QString::fromLocal8Bit(argv[1]);
    const int runs = argc > 2 ? std::atoi(argv[2]) : 31;
    qsizetype decoded = 0;
    const double parse = medianMs(runs, [&] {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            std::exit(1);
        const EnvDocument document(file.readAll());
        QByteArray arena;
        for (const EnvEntry &entry : document.entries())
            decoded += document.valueOf(entry, arena).size();
    });
    std::fprintf(stderr, "%.3f\n", parse);
    const EnvDocument saved(readEnvFile(path).value().bytes);
    QJsonObject values;
    for (const QString &name : saved.keys())
        values.insert(name, *saved.value(name));
    std::puts(QJsonDocument(values).toJson(QJsonDocument::Compact).constData());
    return decoded > 0 ? 0 : 1;
}
