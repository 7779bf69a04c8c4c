#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test.sh [--quick] [--asan] : builds and runs every test, the ones on real engines included, then each fuzz target for a minute.
#   --quick  leaves vLLM (735 MB once) and fuzzing out      --asan  afterwards runs all but real engines and failing system calls under the sanitizers
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
quick='' asan=''
for option in "$@"; do
  case "$option" in
    --quick) quick=1 ;;
    --asan) asan=1 ;;
    *) sed -n '3,4s/^# //p' packaging/test.sh >&2; exit 2 ;;
  esac
done
SECONDS=0
step() { printf '\n== %s (after %d:%02d)\n' "$*" $((SECONDS / 60)) $((SECONDS % 60)); }
build() { cmake --preset "$1" >/dev/null; cmake --build --preset "$1"; }
step "Packages"
bash packaging/packages.sh test
step "Build with warnings as errors"
build dev
step "Engines and model"
for engine in llama-server smollm2 ollama docker-compose $([ "$quick" ] || echo vllm); do bash packaging/engines/ensure.sh "$engine"; done
export CTEST_OUTPUT_ON_FAILURE=1
step "Tests"
ctest --test-dir build/dev --no-tests=error -j2 ${quick:+-LE vllm}
if [ ! "$quick" ]; then
  step "Build of the fuzz targets with clang and the sanitizers"
  build fuzz
  step "Fuzz targets, a minute each"
  ctest --test-dir build/fuzz --no-tests=error -j2 -L 'fuzz$'
fi
if [ "$asan" ]; then
  step "Build with sanitizers"
  build asan
  step "Tests under the sanitizers"
  ctest --test-dir build/asan --no-tests=error -j2 -LE 'real|lint' -E 'tst_envsavefaults|tst_envpowerloss'
fi
step "All passed"
