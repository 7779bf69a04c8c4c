// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>

/// The part of NVIDIA's management library that Pilothouse calls, declared here because the library is only ever
/// opened at run time. Layouts are those of the documented C interface on 64-bit Linux; the asserts hold them.
namespace pilothouse::nvml {

using Device = void *; ///< opaque handle, owned by the library

enum Code : int {
    Success = 0,
    Uninitialized = 1,
    InvalidArgument = 2,
    NotSupported = 3,
    NoPermission = 4,
    NotFound = 6,
    InsufficientSize = 7,
    InsufficientPower = 8,
    DriverNotLoaded = 9,
    Timeout = 10,
    LibraryNotFound = 12,
    FunctionNotFound = 13,
    GpuIsLost = 15,
    ResetRequired = 16,
    OperatingSystem = 17,
    LibRmVersionMismatch = 18,
    ArgumentVersionMismatch = 25,
    NotReady = 27,
    GpuNotFound = 28,
    Unknown = 999,
};

struct MemoryV1
{
    uint64_t total = 0;
    uint64_t free = 0;
    uint64_t used = 0; ///< with reserved
};

struct MemoryV2
{
    uint32_t version = 0x02000028; ///< sizeof | 2 << 24; anything else is refused with ArgumentVersionMismatch
    uint64_t total = 0;
    uint64_t reserved = 0;
    uint64_t free = 0;
    uint64_t used = 0; ///< without reserved
};

struct Utilization
{
    unsigned gpu = 0; ///< % of time with at least one kernel running
    unsigned memory = 0; ///< % of time the memory bus was busy: not occupancy
};

struct PciInfo
{
    char busIdLegacy[16];
    unsigned domain;
    unsigned bus;
    unsigned device;
    unsigned pciDeviceId;
    unsigned pciSubSystemId;
    char busId[32];
};

struct TemperatureV1
{
    uint32_t version = 0x0100000C;
    uint32_t sensor = 0;
    int32_t celsius = 0;
};

/// One running process; the element in the library's array is 16, 24 or 32 bytes long (nvmlprocesses.h).
struct ProcessV2
{
    uint32_t pid;
    uint64_t usedBytes; ///< all ones: not available
    uint32_t gpuInstance;
    uint32_t computeInstance;
};

inline constexpr uint64_t NotAvailable = ~uint64_t(0);
inline constexpr unsigned NameSize = 96;
inline constexpr unsigned VersionSize = 80;

static_assert(sizeof(MemoryV1) == 24 && offsetof(MemoryV1, used) == 16);
static_assert(sizeof(MemoryV2) == 40 && offsetof(MemoryV2, total) == 8 && offsetof(MemoryV2, used) == 32);
static_assert(sizeof(Utilization) == 8);
static_assert(sizeof(PciInfo) == 68 && offsetof(PciInfo, busId) == 36);
static_assert(sizeof(TemperatureV1) == 12 && offsetof(TemperatureV1, celsius) == 8);
static_assert(sizeof(ProcessV2) == 24 && offsetof(ProcessV2, usedBytes) == 8 && offsetof(ProcessV2, gpuInstance) == 16);

} // namespace pilothouse::nvml
