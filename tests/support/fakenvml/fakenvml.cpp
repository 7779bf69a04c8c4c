// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in for libnvidia-ml.so.1 for tests, strict where the real one is strict. It is steered by the environment
// variable FAKE_NVML, read on every call: "key=value;key=value" (numbers), and "hang=<symbol>" to block that call until
// the word disappears. Keys: init, count, lost (index), mem, memv2, util, temp, power, procs (count), proccode, grow,
// stride, mig (index of the partitioned GPU), handle<index>, reserved (1: used holds it), zerototal, na.
#include "models/telemetry/nvmlabi.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <string>
#include <thread>

using namespace pilothouse::nvml;

#define EXPORTED extern "C" __attribute__((visibility("default")))

namespace {

std::mutex mutex;
std::map<std::string, int> calls;
int growLeft = -1;
bool initialised = false;

std::string setting(const std::string &key)
{
    const char *text = std::getenv("FAKE_NVML");
    const std::string all = std::string(";") + (text ? text : "") + ";";
    const std::string::size_type at = all.find(";" + key + "=");
    if (at == std::string::npos)
        return {};
    const std::string::size_type start = at + key.size() + 2;
    return all.substr(start, all.find(';', start) - start);
}

long number(const std::string &key, long otherwise)
{
    const std::string text = setting(key);
    return text.empty() ? otherwise : std::strtol(text.c_str(), nullptr, 0);
}

int enter(const char *symbol)
{
    {
        const std::lock_guard lock(mutex);
        ++calls[symbol];
    }
    while (setting("hang") == symbol)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return initialised ? Success : Uninitialized;
}

/// Handles are 1 + index; those of MIG instances 101 + slot.
long indexOf(Device device)
{
    return reinterpret_cast<long>(device) - 1;
}
bool isMig(Device device)
{
    return indexOf(device) >= 100;
}

int check(Device device, const char *symbol, const char *key = nullptr)
{
    if (const int code = enter(symbol))
        return code;
    if (!isMig(device) && indexOf(device) >= number("count", 1))
        return InvalidArgument;
    if (indexOf(device) == number("lost", -1))
        return GpuIsLost;
    return key ? int(number(key, Success)) : int(Success);
}

int give(const std::string &text, char *buffer, unsigned size)
{
    if (text.size() + 1 > size)
        return InsufficientSize;
    std::memcpy(buffer, text.c_str(), text.size() + 1);
    return Success;
}

struct Figures
{
    uint64_t total = 24ULL << 30;
    uint64_t reserved = 400'000'000;
    uint64_t used = 8'000'000'000;
    uint64_t free() const { return total - reserved - used; }
};

int processes(Device device, unsigned *count, void *list, long stride, const char *symbol, bool compute)
{
    if (const int code = check(device, symbol, "proccode"))
        return code;
    if (growLeft < 0)
        growLeft = int(number("grow", 0));
    unsigned present = unsigned(number("procs", 2));
    if (list && growLeft > 0) { // the list grew since it was asked how long it is
        --growLeft;
        *count += 3;
        return InsufficientSize;
    }
    if (!list || *count < present) {
        const bool none = present == 0;
        *count = present;
        return none ? Success : InsufficientSize;
    }
    *count = present;
    for (unsigned i = 0; i < present; ++i) {
        char element[32] = {};
        const uint32_t pid = 1000 + i;
        const uint64_t bytes = number("na", 0) ? NotAvailable : (compute ? 1'000'000ULL : 300'000ULL) * (i + 1);
        const uint32_t none = 0xFFFFFFFF;
        std::memcpy(element, &pid, sizeof pid);
        std::memcpy(element + 8, &bytes, sizeof bytes);
        std::memcpy(element + 16, &none, sizeof none);
        std::memcpy(element + 20, &none, sizeof none);
        std::memcpy(static_cast<char *>(list) + i * stride, element, size_t(stride));
    }
    return Success;
}

} // namespace

EXPORTED int fakeNvmlCalls(const char *symbol)
{
    const std::lock_guard lock(mutex);
    return calls[symbol];
}

EXPORTED void fakeNvmlReset()
{
    const std::lock_guard lock(mutex);
    calls.clear();
    growLeft = -1;
    initialised = false;
}

EXPORTED int nvmlInit_v2()
{
    enter("nvmlInit_v2");
    const int code = int(number("init", Success));
    initialised = code == Success;
    return code;
}
EXPORTED int nvmlInit()
{
    return nvmlInit_v2();
}
EXPORTED int nvmlShutdown()
{
    initialised = false;
    return Success;
}
EXPORTED const char *nvmlErrorString(int code)
{
    return code == Unknown ? "Unknown Error" : code == GpuIsLost ? "GPU is lost" : "some text";
}
EXPORTED int nvmlSystemGetDriverVersion(char *buffer, unsigned size)
{
    if (const int code = enter("nvmlSystemGetDriverVersion"))
        return code;
    return give("550.54.14", buffer, size);
}
EXPORTED int nvmlSystemGetNVMLVersion(char *buffer, unsigned size)
{
    return give("12.550.54.14", buffer, size);
}
EXPORTED int nvmlDeviceGetCount_v2(unsigned *count)
{
    if (const int code = enter("nvmlDeviceGetCount_v2"))
        return code;
    *count = unsigned(number("count", 1));
    return Success;
}
EXPORTED int nvmlDeviceGetCount(unsigned *count)
{
    return nvmlDeviceGetCount_v2(count);
}
EXPORTED int nvmlDeviceGetHandleByIndex_v2(unsigned index, Device *device)
{
    if (const int code = enter("nvmlDeviceGetHandleByIndex_v2"))
        return code;
    if (long(index) == number("lost", -1))
        return GpuIsLost;
    if (const long code = number("handle" + std::to_string(index), Success))
        return int(code);
    *device = reinterpret_cast<Device>(long(index) + 1);
    return long(index) < number("count", 1) ? Success : InvalidArgument;
}
EXPORTED int nvmlDeviceGetHandleByIndex(unsigned index, Device *device)
{
    return nvmlDeviceGetHandleByIndex_v2(index, device);
}
EXPORTED int nvmlDeviceGetHandleByPciBusId_v2(const char *bus, Device *device)
{
    if (const int code = enter("nvmlDeviceGetHandleByPciBusId_v2"))
        return code;
    unsigned domain = 0;
    unsigned number = 0;
    if (std::sscanf(bus, "%x:%x:", &domain, &number) != 2 || number == 0)
        return NotFound;
    *device = reinterpret_cast<Device>(long(number));
    return Success;
}
EXPORTED int nvmlDeviceGetName(Device device, char *buffer, unsigned size)
{
    if (const int code = check(device, "nvmlDeviceGetName"))
        return code;
    return give(isMig(device) ? "Fake GPU MIG 1g.5gb" : "Fake GPU", buffer, size);
}
EXPORTED int nvmlDeviceGetUUID(Device device, char *buffer, unsigned size)
{
    if (const int code = check(device, "nvmlDeviceGetUUID"))
        return code;
    return give((isMig(device) ? "MIG-" : "GPU-") + std::to_string(indexOf(device)), buffer, size);
}
EXPORTED int nvmlDeviceGetPciInfo_v3(Device device, PciInfo *info)
{
    if (const int code = check(device, "nvmlDeviceGetPciInfo_v3"))
        return code;
    const long bus = isMig(device) ? 1 : indexOf(device) + 1;
    std::snprintf(info->busId, sizeof info->busId, "00000000:%02lX:00.0", bus);
    return Success;
}
EXPORTED int nvmlDeviceGetMemoryInfo(Device device, MemoryV1 *memory)
{
    if (const int code = check(device, "nvmlDeviceGetMemoryInfo", "mem"))
        return code;
    const Figures figures;
    *memory = { figures.total, figures.free(), figures.used + figures.reserved };
    return Success;
}
EXPORTED int nvmlDeviceGetMemoryInfo_v2(Device device, MemoryV2 *memory)
{
    if (const int code = check(device, "nvmlDeviceGetMemoryInfo_v2", "memv2"))
        return code;
    if (const long code = number("mem", Success))
        return int(code);
    if (memory->version != 0x02000028)
        return ArgumentVersionMismatch;
    const Figures figures;
    const bool inclusive = number("reserved", 0) != 0;
    *memory = { memory->version, number("zerototal", 0) ? 0 : figures.total, figures.reserved, figures.free(),
        inclusive ? figures.used + figures.reserved : figures.used };
    return Success;
}
EXPORTED int nvmlDeviceGetUtilizationRates(Device device, Utilization *rates)
{
    if (const int code = check(device, "nvmlDeviceGetUtilizationRates", "util"))
        return code;
    *rates = { 42, 17 };
    return Success;
}
EXPORTED int nvmlDeviceGetTemperature(Device device, int, unsigned *celsius)
{
    if (const int code = check(device, "nvmlDeviceGetTemperature", "temp"))
        return code;
    *celsius = 61;
    return Success;
}
EXPORTED int nvmlDeviceGetTemperatureV(Device device, TemperatureV1 *reading)
{
    if (const int code = check(device, "nvmlDeviceGetTemperatureV", "temp"))
        return code;
    if (reading->version != 0x0100000C)
        return ArgumentVersionMismatch;
    reading->celsius = 61;
    return Success;
}
EXPORTED int nvmlDeviceGetPowerUsage(Device device, unsigned *milliwatts)
{
    if (const int code = check(device, "nvmlDeviceGetPowerUsage", "power"))
        return code;
    *milliwatts = 123'400;
    return Success;
}
EXPORTED int nvmlDeviceGetComputeRunningProcesses_v3(Device device, unsigned *count, void *list)
{
    return processes(device, count, list, number("stride", 24), "nvmlDeviceGetComputeRunningProcesses_v3", true);
}
EXPORTED int nvmlDeviceGetComputeRunningProcesses_v2(Device device, unsigned *count, void *list)
{
    return processes(device, count, list, 24, "nvmlDeviceGetComputeRunningProcesses_v2", true);
}
EXPORTED int nvmlDeviceGetComputeRunningProcesses(Device device, unsigned *count, void *list)
{
    return processes(device, count, list, 16, "nvmlDeviceGetComputeRunningProcesses", true);
}
EXPORTED int nvmlDeviceGetGraphicsRunningProcesses_v3(Device device, unsigned *count, void *list)
{
    return processes(device, count, list, number("stride", 24), "nvmlDeviceGetGraphicsRunningProcesses_v3", false);
}
EXPORTED int nvmlDeviceGetGraphicsRunningProcesses_v2(Device device, unsigned *count, void *list)
{
    return processes(device, count, list, 24, "nvmlDeviceGetGraphicsRunningProcesses_v2", false);
}
EXPORTED int nvmlDeviceGetGraphicsRunningProcesses(Device device, unsigned *count, void *list)
{
    return processes(device, count, list, 16, "nvmlDeviceGetGraphicsRunningProcesses", false);
}
EXPORTED int nvmlDeviceGetConfComputeMemSizeInfo(Device, void *)
{
    return NotSupported;
}
EXPORTED int nvmlDeviceGetRunningProcessDetailList(Device, void *)
{
    return NotSupported;
}
EXPORTED int nvmlDeviceGetMigMode(Device device, unsigned *current, unsigned *pending)
{
    if (const int code = check(device, "nvmlDeviceGetMigMode"))
        return code;
    if (number("mig", -1) < 0)
        return NotSupported;
    *current = *pending = indexOf(device) == number("mig", -1) ? 1 : 0;
    return Success;
}
EXPORTED int nvmlDeviceGetMaxMigDeviceCount(Device device, unsigned *count)
{
    *count = 4;
    return check(device, "nvmlDeviceGetMaxMigDeviceCount");
}
EXPORTED int nvmlDeviceGetMigDeviceHandleByIndex(Device device, unsigned index, Device *mig)
{
    if (const int code = check(device, "nvmlDeviceGetMigDeviceHandleByIndex"))
        return code;
    if (index == 1 || index == 3) // holes
        return NotFound;
    *mig = reinterpret_cast<Device>(101L + long(index));
    return Success;
}
