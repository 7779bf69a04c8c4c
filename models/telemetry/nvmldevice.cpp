// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/nvmldevice.h"

#include "models/telemetry/nvmlerror.h"
#include "models/telemetry/systemmemory.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

constexpr int UnknownsUntilGone = 5;

} // namespace

QString NvmlDevice::note(const NvmlLibrary &library, Metric metric, int code)
{
    if (code != nvml::Unknown)
        m_unknownInRow = 0;
    if (nvmlNeverSupported(code))
        m_never.insert(metric);
    handleStale = handleStale || code == nvml::InvalidArgument;
    uninitialised = uninitialised || code == nvml::Uninitialized;
    const char *text = library.errorString(code);
    const QString sentence = nvmlSentence(code, QString::fromUtf8(text ? text : ""));
    if (nvmlDeviceGone(code) || (code == nvml::Unknown && ++m_unknownInRow >= UnknownsUntilGone))
        gone = sentence;
    return sentence;
}

template <typename T, typename Call>
Reading<T> NvmlDevice::ask(const NvmlLibrary &library, Metric metric, bool present, GpuSample &sample, Call call)
{
    if (!gone.isEmpty())
        return Reading<T>::failed(gone);
    if (!present || isNever(metric))
        return {};
    T value{};
    const int code = call(value);
    if (code == nvml::Success) {
        m_unknownInRow = 0;
        return value;
    }
    const QString sentence = note(library, metric, code);
    if (isNever(metric))
        return {};
    if (!sample.problems.contains(sentence))
        sample.problems << sentence;
    return Reading<T>::failed(sentence);
}

void NvmlDevice::failAll(GpuSample &sample, const QString &reason)
{
    sample.totalBytes = sample.usedBytes = sample.freeBytes = Reading<qint64>::failed(reason);
    sample.utilizationPercent = Reading<int>::failed(reason);
    sample.powerWatts = Reading<double>::failed(reason);
    sample.temperatureCelsius = Reading<int>::failed(reason);
    if (!sample.problems.contains(reason))
        sample.problems << reason;
}

void NvmlDevice::read(const NvmlLibrary &library, const QString &procRoot, GpuSample &sample)
{
    readMemory(library, procRoot, sample);
    sample.utilizationPercent = ask<int>(library, Metric::Utilization, library.utilization && !mig, sample, [&](int &value) {
        nvml::Utilization rates;
        const int code = library.utilization(handle, &rates);
        value = int(rates.gpu);
        return code;
    });
    sample.temperatureCelsius
        = ask<int>(library, Metric::Temperature, (library.temperatureV || library.temperature) && !mig, sample, [&](int &value) {
              nvml::TemperatureV1 reading;
              int code = library.temperatureV ? library.temperatureV(handle, &reading) : int(nvml::FunctionNotFound);
              value = reading.celsius;
              if (code != nvml::Success && !nvmlDeviceGone(code) && library.temperature) {
                  unsigned celsius = 0;
                  code = library.temperature(handle, 0, &celsius);
                  value = int(celsius);
              }
              return code;
          });
    sample.powerWatts = ask<double>(library, Metric::Power, library.power && !mig, sample, [&](double &value) {
        unsigned milliwatts = 0;
        const int code = library.power(handle, &milliwatts);
        value = milliwatts / 1000.0;
        return code;
    });
    if (!gone.isEmpty())
        failAll(sample, gone); // half a sample of a card that fell off the bus is none
}

int NvmlDevice::memoryCode(const NvmlLibrary &library, nvml::MemoryV2 &memory, bool &withReserved)
{
    if (library.memoryV2 && !m_memoryV1Only) {
        const int code = library.memoryV2(handle, &memory);
        // Only "I do not know this call" falls back: the two count differently and must not mix in one history.
        if (code != nvml::ArgumentVersionMismatch && code != nvml::FunctionNotFound)
            return code;
    }
    m_memoryV1Only = true;
    withReserved = false;
    if (!library.memoryV1)
        return nvml::FunctionNotFound;
    nvml::MemoryV1 old;
    const int code = library.memoryV1(handle, &old);
    memory.total = old.total;
    memory.free = old.free;
    memory.used = old.used;
    return code;
}

void NvmlDevice::readMemory(const NvmlLibrary &library, const QString &procRoot, GpuSample &sample)
{
    nvml::MemoryV2 memory;
    bool withReserved = true;
    bool shared = sample.unifiedMemory;
    const Reading<bool> answered
        = ask<bool>(library, Metric::Memory, library.memoryV2 || library.memoryV1, sample, [&](bool &value) {
              const int code = memoryCode(library, memory, withReserved);
              value = code == nvml::Success;
              // A chip without memory of its own says "not supported" or a total of 0; any other error is not a hint.
              shared = !mig && (code == nvml::NotSupported || (value && memory.total == 0));
              return code == nvml::NotSupported && shared ? int(nvml::Success) : code;
          });
    if (shared) {
        const SystemMemory system = systemMemory(procRoot);
        sample.unifiedMemory = true;
        sample.totalBytes = system.total;
        sample.usedBytes = system.used;
        sample.freeBytes = system.available;
        return;
    }
    if (!answered) {
        const auto missing
            = answered.state() == Reading<bool>::State::Failed ? Reading<qint64>::failed(answered.reason()) : Reading<qint64>();
        sample.totalBytes = sample.usedBytes = sample.freeBytes = missing;
        return;
    }
    const bool inclusive = withReserved && memory.reserved <= memory.used && memory.total == memory.used + memory.free;
    sample.totalBytes = qint64(memory.total);
    sample.freeBytes = qint64(memory.free);
    sample.usedBytes = qint64(inclusive ? memory.used - memory.reserved : memory.used);
    if (withReserved)
        sample.reservedBytes = qint64(memory.reserved);
}

} // namespace pilothouse
