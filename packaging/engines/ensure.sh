#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ensure.sh NAME : makes sure that an engine or model is in the cache and prints its folder. NAME: llama-server, ollama, vllm, smollm2,
# docker-compose.
# The cache lies outside the build tree and is keyed by the hash of the scripts that fill it, so a second run costs nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/pilothouse-engines
case "${1:-}" in
  llama-server) parts=(get-llama-server.sh debian-sid.sh) ;;
  ollama)       parts=(get-ollama.sh get-llama-server.sh debian-sid.sh) ;;
  vllm)         parts=(get-vllm.sh cuda_stubs.py vllm-cpu-overrides.txt) ;;
  smollm2)      parts=(get-smollm2.sh) ;;
  docker-compose) parts=(get-docker-compose.sh debian-sid.sh) ;;
  *) echo "usage: ensure.sh llama-server|ollama|vllm|smollm2|docker-compose" >&2; exit 2 ;;
esac
key=$(cd "$here" && cat "${parts[@]}" | sha256sum | cut -c1-12)
dir=$cache/$1-$key
mkdir -p "$cache"
exec 9>"$dir.lock"
flock 9                                   # two runs at once: the second waits and finds the work done
if [ ! -e "$dir/.complete" ]; then
  echo "Getting $1 (once, kept in $cache) …" >&2
  bash "$here/${parts[0]}" "$dir" >&2 || { echo "$1 could not be set up (the reason is above). Check the network and run this again: it goes on where it stopped." >&2; exit 1; }
  touch "$dir/.complete"
fi
printf '%s\n' "$dir"
