#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [BUILD] [quick] : builds and runs every benchmark in one go. BUILD is a folder of a release build (default build/bench).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath -m -- "${1:-$root/build/bench}")
. "$root/packaging/virtualdisplay.sh"
trap 'display_close || true' EXIT
[ -f "$build/CMakeCache.txt" ] || cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >/dev/null
grep -q '^CMAKE_BUILD_TYPE:STRING=Release$' "$build/CMakeCache.txt" || { echo "$build is not a release build" >&2; exit 2; }
cmake --build "$build" --target pilothouse bench_startup bench_env bench_form bench_charts bench_markdown bench_log >/dev/null
bench=$build/tests/bench
export XDG_CONFIG_HOME XDG_STATE_HOME DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent
XDG_CONFIG_HOME=$(mktemp -d)
XDG_STATE_HOME=$XDG_CONFIG_HOME/state
part() { printf '\n== %s\n' "$1"; }

echo "$(nproc) processors, load before the run: $(cut -d' ' -f1-3 /proc/loadavg)"
display_open 1600x1000
part "Start: first frame and whole page of the program, against an empty QMainWindow"
mkdir -p "$XDG_CONFIG_HOME/deployment"
printf 'LLM_MODE=none\n' >"$XDG_CONFIG_HOME/deployment/.env"
"$bench/startup/bench_startup" 15 "$build/app/pilothouse" "$XDG_CONFIG_HOME/deployment"
echo "with the Monitor page:"
"$bench/startup/bench_startup" 15 "$build/app/pilothouse" --page monitor "$XDG_CONFIG_HOME/deployment"
part "Charts: 8 series of 86,400 samples against 8 of 600"
"$bench/charts/bench_charts"
part "Markdown: a streamed answer of 32,000 tokens against insertText"
"$bench/markdown/bench_markdown" "${@:2:1}"
part "Log: a million lines against QPlainTextEdit, and the heartbeat under a flood"
"$bench/log/bench_log" "${@:2:1}"
part ".env of 10,000 lines: parse against dotenv of npm, and the Configuration page"
if command -v npm >/dev/null; then sh "$root/tests/bench/env/run.sh" "$build"; else echo "left out: node and npm are not installed"; fi
rm -rf "$XDG_CONFIG_HOME"
