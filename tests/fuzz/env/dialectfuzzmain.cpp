// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/env/dialectfuzz.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
#ifdef FUZZ_CONSUMER
    const char *finding = dialectFuzzFinding(pilothouse::EnvConsumer::FUZZ_CONSUMER, bytes);
#else
    const char *finding = writerFuzzFinding(bytes);
#endif
    if (finding) {
        std::fprintf(stderr, "%s\n", finding);
        std::abort();
    }
    return 0;
}
