#!/bin/bash
# get-docker-compose.sh PREFIX : the real docker compose (Debian sid's docker-compose 2), for "config" only: no daemon, nothing is
# installed. 17 MB download, 66 MB kept. Idempotent.
set -euo pipefail
P=$(mkdir -p "$1" && cd "$1" && pwd); [ -e "$P/.ok" ] && exit 0
here=$(cd "$(dirname "$0")" && pwd); T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
bash "$here/debian-sid.sh" "$T/sid" docker-compose
mkdir -p "$P/bin"
cp "$T/sid/root/usr/libexec/docker/cli-plugins/docker-compose" "$P/bin/docker-compose"
"$P/bin/docker-compose" version
touch "$P/.ok"
