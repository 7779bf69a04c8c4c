#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints one line: read + parse of a 10,000-line .env against npm dotenv's warm parse(). Needs node and npm.
# run.sh [BUILD-FOLDER]   the folder of a release build; default: build/bench, made when missing.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)
build=${1:-$root/build/bench}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ ! -f "$build/CMakeCache.txt" ]; then
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$work/log" || { cat "$work/log" >&2; exit 1; }
fi
cmake --build "$build" --target bench_env >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
(cd "$work" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund dotenv@18.0.10 >/dev/null)
python3 "$root/tests/bench/env/generate.py" 10000 "$work/env"
"$build/tests/bench/env/bench_env" "$work/env" 31 >"$work/values.json" 2>"$work/figures"
cd "$work" && node "$root/tests/bench/env/compare.cjs" env values.json figures
