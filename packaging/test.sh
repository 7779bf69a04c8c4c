#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test.sh [--quick] [--asan] : builds and runs every test, the ones on real engines included.
#   --quick  leaves vLLM out (735 MB once)      --asan  afterwards runs all but the real ones under the sanitizers
set -euo pipefail
cd "$(dirname "$0")/.."
quick= asan=
for option in "$@"; do
  case "$option" in
    --quick) quick=1 ;;
    --asan) asan=1 ;;
    *) sed -n '3,4s/^# //p' "$0" >&2; exit 2 ;;
  esac
done
bash packaging/packages.sh test
cmake --preset dev
cmake --build --preset dev
for engine in llama-server smollm2 ollama $([ "$quick" ] || echo vllm); do bash packaging/engines/ensure.sh "$engine" >/dev/null; done
export CTEST_OUTPUT_ON_FAILURE=1
ctest --test-dir build/dev --no-tests=error -j2 ${quick:+-LE vllm}
if [ "$asan" ]; then
  cmake --preset asan
  cmake --build --preset asan
  ctest --test-dir build/asan --no-tests=error -j2 -LE 'real|lint'
fi
