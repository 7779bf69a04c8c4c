#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [--engine ollama|llama-server] [--dir FOLDER] [DEPLOYMENT] : sets up, builds and opens the panel.
#   Without DEPLOYMENT it lays an example with a small real model and opens that.
#   --engine llama-server  the quick example: nothing is compiled but the panel      --dir FOLDER  where the example goes
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
usage() { sed -n '3,5s/^# //p' "${BASH_SOURCE[0]}"; exit "$1"; }
engine=ollama example='' deployment=''
while [ $# -gt 0 ]; do
  case "$1" in
    --engine) engine=${2:-}; shift $(($# > 1)) ;;
    --dir) [ -n "${2:-}" ] || usage 2 >&2; example=$(realpath -m -- "$2"); shift ;;
    -h|--help) usage 0 ;;
    -*) usage 2 >&2 ;;
    *) deployment=$(realpath -m -- "$1") ;;
  esac
  shift
done
case "$engine" in ollama|llama-server) ;; *) echo "--engine is ollama or llama-server" >&2; exit 2 ;; esac
[ -z "$deployment" ] || [ -e "$deployment" ] || { echo "There is no $deployment. Name a folder with a .env, or nothing for the example." >&2; exit 2; }
[ -n "$example" ] || { [ "$engine" = ollama ] && example=$root/build/example; } || example=$root/build/example-$engine

step() { printf '\n== %s\n' "$*"; }
step "Packages"
bash "$root/packaging/packages.sh" build
step "Build"
cd "$root"
cmake --preset release >/dev/null
cmake --build --preset release --target pilothouse pilothousectl
bin=$root/build/release/app

own=$deployment
if [ -z "$own" ]; then
  step "Engine and model"
  if [ "$engine" = ollama ] && command -v ollama >/dev/null; then
    echo "Using $(command -v ollama)"
  else
    folder=$(bash packaging/engines/ensure.sh "$engine")
    export PATH=$folder/bin:$PATH
    echo "Using $folder/bin/$engine"
  fi
  model=$(bash packaging/engines/ensure.sh smollm2)/smollm2-135m-instruct.gguf
  step "Example deployment in $example"
  bash packaging/example/lay.sh "$engine" "$example" "$model"
  deployment=$example
fi

# A DISPLAY may be left over from a session that is gone, so it is tried. A Wayland session has a socket.
usable_display() {
  [ -n "${DISPLAY:-}" ] && timeout 5 xdpyinfo >/dev/null 2>&1 && return 0
  [ -n "${WAYLAND_DISPLAY:-}" ] && [ -S "$(realpath -m -- "${XDG_RUNTIME_DIR:-/nonexistent}/$WAYLAND_DISPLAY")" ]
}
if usable_display; then
  step "Opening $deployment"
  exec "$bin/pilothouse" "$deployment"
fi
[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || echo "The display ${DISPLAY:-$WAYLAND_DISPLAY} does not answer."
if [ -n "$own" ]; then
  step "No display here, so the window cannot open. The terminal program does the same:"
  echo "$bin/pilothousectl -C '$own' --help"
  exec "$bin/pilothousectl" -C "$own" status
fi
exec bash packaging/headless.sh "$bin" "$deployment"
