// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/env/envfuzz.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (const char *finding
        = envFuzzFinding(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), EnvFuzzEdits::One)) {
        std::fprintf(stderr, "%s\n", finding);
        std::abort();
    }
    return 0;
}
