#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [--engine ollama|llama-server] [--dir FOLDER] [DEPLOYMENT] : sets up, builds and opens the panel.
#   Without DEPLOYMENT it lays an example with a small real model and opens that.
#   --engine llama-server  the quick example: nothing is compiled but the panel      --dir FOLDER  where the example goes
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
engine=ollama example=$root/build/example deployment=
while [ $# -gt 0 ]; do
  case "$1" in
    --engine) engine=${2:-}; shift ;;
    --dir) example=$(realpath -m "${2:?--dir needs a folder}"); shift ;;
    -*) sed -n '3,5s/^# //p' "$0" >&2; exit 2 ;;
    *) deployment=$(realpath "$1") ;;
  esac
  shift
done
case "$engine" in ollama|llama-server) ;; *) echo "--engine is ollama or llama-server" >&2; exit 2 ;; esac

step() { printf '\n== %s\n' "$*"; }
step "Packages"
bash "$root/packaging/packages.sh" build
step "Build"
(cd "$root" && cmake --preset release >/dev/null && cmake --build --preset release --target pilothouse pilothousectl)
bin=$root/build/release/app

if [ -z "$deployment" ]; then
  step "Engine and model"
  if [ "$engine" = ollama ] && command -v ollama >/dev/null; then
    echo "Using $(command -v ollama)"
  else
    engine_dir=$(bash "$root/packaging/engines/ensure.sh" "$engine")
    export PATH=$engine_dir/bin:$PATH
  fi
  model=$(bash "$root/packaging/engines/ensure.sh" smollm2)/smollm2-135m-instruct.gguf
  step "Example deployment in $example"
  bash "$root/packaging/example/lay.sh" "$engine" "$example" "$model"
  deployment=$example
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  step "Opening $deployment"
  exec "$bin/pilothouse" "$deployment"
fi
exec bash "$root/packaging/headless.sh" "$bin" "$deployment"
