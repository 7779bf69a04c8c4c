// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/sse_ndjson_checks.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (!pilothouse::test::checkSse(bytes, quint32(size)))
        std::abort();
    return 0;
}
