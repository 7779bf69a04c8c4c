#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lay.sh ollama|llama-server FOLDER MODEL.gguf : an example deployment with two models to switch between. What is there stays.
set -euo pipefail
engine=$1 folder=$2 model=$3
here=$(cd "$(dirname "$0")" && pwd)
umask 077
mkdir -p "$folder"
cd "$folder"
free_port() { # the wanted one when nobody listens there, else any free one
  python3 - "$1" <<'PY'
import socket, sys
for port in (int(sys.argv[1]), 0):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(('127.0.0.1', port))
        except OSError:
            continue
        print(probe.getsockname()[1])
        break
PY
}

if [ "$engine" = ollama ]; then
  if [ ! -e .env ]; then
    case "$folder" in
      *\'*) echo "The example cannot lie in a folder with an apostrophe in its path: $folder" >&2; exit 2 ;;
      *[!A-Za-z0-9/._-]*) models="'$folder/models'" ;;
      *) models=$folder/models ;;
    esac
    text=$(<"$here/ollama.env")
    text=${text//@HOST@/"127.0.0.1:$(free_port 11434)"}
    printf '%s\n' "${text//@MODELS@/"$models"}" >.env
  fi
  cp -n "$here/README.md" README.md
  if [ ! -e models/.laid ]; then
    mkdir -p models
    port=$(free_port 0)
    env HOME="$folder" OLLAMA_HOST="127.0.0.1:$port" OLLAMA_MODELS="$folder/models" OLLAMA_NO_CLOUD=1 ollama serve >models/create.log 2>&1 &
    server=$!
    trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true' EXIT
    for _ in $(seq 150); do
      kill -0 $server 2>/dev/null || { echo "Ollama ended at once:" >&2; tail -n 5 models/create.log >&2; exit 1; }
      curl -fs --noproxy '*' "http://127.0.0.1:$port/api/version" >/dev/null && break
      sleep 0.2
    done
    create() { # one blob, two tags: a second tag with another system prompt costs no disk
      printf 'FROM %s\nPARAMETER num_thread 1\nPARAMETER num_ctx 2048\n%s\n' "$model" "$2" >models/Modelfile
      env HOME="$folder" OLLAMA_HOST="127.0.0.1:$port" ollama create "$1" -f models/Modelfile >>models/create.log 2>&1
    }
    create smollm2:135m ''
    create smollm2:135m-brief 'SYSTEM Answer in one short sentence.'
    touch models/.laid
  fi
else
  mkdir -p models config
  for name in smollm2-135m smollm2-135m-copy; do [ -e "models/$name.gguf" ] || cp --reflink=auto -l "$model" "models/$name.gguf" 2>/dev/null || cp "$model" "models/$name.gguf"; done
  port=$(free_port 8001)
  [ -e .env ] || sed "s|@PORT@|$port|" "$here/llama-server.env" >.env
  port=$(sed -n 's|^LLM_VLLM_URL=http://127.0.0.1:\([0-9]*\)/v1$|\1|p' .env)
  [ -e .pilothouse.json ] || sed "s|@PORT@|${port:-8001}|g" "$here/llama-server.json" >.pilothouse.json
  cp -n "$here/llm_models.json" config/llm_models.json
  cp -n "$here/README.md" README.md
fi
