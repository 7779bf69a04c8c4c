// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/nvmlprocesses.h"

#include "models/telemetry/nvmllibrary.h"

#include <QByteArray>

#include <algorithm>
#include <cstring>

namespace pilothouse {

namespace {

constexpr int LongestElement = 32;
constexpr char Poison = char(0xA5);
constexpr int Attempts = 6; // processes come and go between the calls

void addEntry(QMap<qint64, std::optional<qint64>> &map, const char *element)
{
    uint32_t pid = 0;
    uint64_t bytes = 0;
    std::memcpy(&pid, element + offsetof(nvml::ProcessV2, pid), sizeof pid);
    std::memcpy(&bytes, element + offsetof(nvml::ProcessV2, usedBytes), sizeof bytes);
    std::optional<qint64> &entry = map[pid];
    if (bytes != nvml::NotAvailable)
        entry = std::max(entry.value_or(0), qint64(bytes));
}

int readList(
    int (*list)(nvml::Device, unsigned *, void *), nvml::Device device, int stride, QMap<qint64, std::optional<qint64>> &map)
{
    unsigned count = 0;
    int code = list(device, &count, nullptr);
    for (int attempt = 0; attempt < Attempts && code == nvml::InsufficientSize; ++attempt) {
        const unsigned room = 2 * count + 5;
        QByteArray buffer(qsizetype(room) * LongestElement, Poison);
        count = room;
        code = list(device, &count, buffer.data());
        if (code != nvml::Success)
            continue;
        count = std::min(count, room);
        const int size = nvmlElementSize(buffer, count, Poison, stride);
        for (unsigned i = 0; i < count; ++i)
            addEntry(map, buffer.constData() + qsizetype(i) * size);
    }
    return code;
}

} // namespace

int nvmlElementSize(const QByteArray &buffer, unsigned count, char poison, int expected)
{
    qsizetype written = buffer.size();
    while (written > 0 && buffer[written - 1] == poison)
        --written;
    if (count == 0 || written == buffer.size() || written % count != 0)
        return expected;
    const qsizetype size = written / count;
    return size == 16 || size == 24 || size == 32 ? int(size) : expected;
}

NvmlProcessList nvmlProcesses(const NvmlLibrary &library, nvml::Device device)
{
    NvmlProcessList result;
    result.code = nvml::FunctionNotFound;
    if (library.computeProcesses)
        result.code = readList(library.computeProcesses, device, library.processStride, result.bytesByPid);
    if (library.graphicsProcesses) {
        const int code = readList(library.graphicsProcesses, device, library.processStride, result.bytesByPid);
        if (code == nvml::Success || !library.computeProcesses)
            result.code = code; // one list that works is better than none
    }
    return result;
}

} // namespace pilothouse
