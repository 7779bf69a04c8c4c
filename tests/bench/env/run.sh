#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A .env of 10,000 lines: read + parse against npm dotenv's warm parse(), then opening, keystrokes and memory of the page.
# Needs node and npm; without a display the page is painted off screen.
# run.sh [BUILD-FOLDER]   the folder of a release build; default: build/bench, made when missing.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)
build=${1:-$root/build/bench}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ ! -f "$build/CMakeCache.txt" ]; then
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$work/log" || { cat "$work/log" >&2; exit 1; }
fi
cmake --build "$build" --target bench_env bench_form >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
(cd "$work" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund dotenv@18.0.10 >/dev/null)
python3 "$root/tests/bench/env/generate.py" 10000 "$work/env"
"$build/tests/bench/env/bench_env" "$work/env" 31 >"$work/values.json" 2>"$work/figures"
[ -n "${DISPLAY:-}" ] || export QT_QPA_PLATFORM=offscreen
status=0
(cd "$work" && node "$root/tests/bench/env/compare.cjs" env values.json figures) || status=1
for view in split form; do "$build/tests/bench/env/bench_form" "$work/env" "$view" || status=1; done
exit $status
