#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# screenshots.sh FOLDER [BIN] : pictures of every page, from the real program with the real Ollama, on a display of its own.
#   BIN is the folder of the two programs (default build/release/app). ONLY="light dark ru sizes" picks parts.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ $# -ge 1 ] || { sed -n '3,4s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
out=$(mkdir -p "$1" && cd "$1" && pwd)
bin=$(cd "${2:-$root/build/release/app}" && pwd)
. "$root/packaging/virtualdisplay.sh"
engine=$(bash "$root/packaging/engines/ensure.sh" ollama)
model=$(bash "$root/packaging/engines/ensure.sh" smollm2)/smollm2-135m-instruct.gguf
export PATH=$engine/bin:$PATH LC_ALL=C.UTF-8
work=$(mktemp -d)
export HOME=$work                         # the pictures show ~/notes-bot
deployment=$work/notes-bot
export XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state XDG_RUNTIME_DIR=$work/run DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset QT_SCALE_FACTOR QT_STYLE_OVERRIDE QT_QPA_PLATFORMTHEME
panel=''
ctl() { "$bin/pilothousectl" -C "$deployment" "$@"; }
tidy() {
  [ -n "$panel" ] && kill "$panel" 2>/dev/null || true
  ctl down >/dev/null 2>&1 || true
  display_close || true
  rm -rf "$work"
}
trap tidy EXIT
bash "$root/packaging/example/lay.sh" ollama "$deployment" "$model"
cp "$deployment/.env" "$work/saved.env"

open() { # open THEME LANGUAGE WIDTHxHEIGHT [ARGUMENTS…]
  rm -rf "$XDG_CONFIG_HOME"
  mkdir -p -m 700 "$XDG_CONFIG_HOME/pilothouse"
  printf '[appearance]\ntheme=%s\nlanguage=%s\n' "$1" "$2" >"$XDG_CONFIG_HOME/pilothouse/pilothouse.ini"
  "$bin/pilothouse" --geometry "$3+0+0" "${@:4}" &
  panel=$!
  window_wait "$panel"
  sleep 2
}
close() { kill "$panel"; wait "$panel" 2>/dev/null || true; panel=''; }
# The window's area of the screen, so that dialogs, which are windows of their own, are in the picture.
shot() { picture "$out/$1.png"; echo "$out/$1.png"; }
until_state() { for _ in $(seq 120); do [[ $(ctl status --json) == *'"state":"'"$1"'"'* ]] && return 0; sleep 0.5; done; echo "never $1" >&2; return 1; }
field() { # field KEY VALUE : the value's field on the Configuration page, found as a person at the keyboard finds it
  keys ctrl+f
  say "$1"
  keys Tab Tab Tab Tab
  keys ctrl+a
  say "$2"
}

tour() { # tour THEME LANGUAGE NAME
  local name=$3
  display_open 1300x850                    # room for the frame of the window manager
  open "$1" "$2" 1280x800
  shot "$name-welcome"
  close
  open "$1" "$2" 1280x800 --page overview "$deployment"
  shot "$name-overview-stopped"
  keys ctrl+shift+Return
  until_state ready
  keys ctrl+5 ctrl+l
  say 'Why is the sky blue? Answer in two short sentences.'
  keys Return
  sleep 7
  say 'Write hello world in Python, in a code block.'
  keys Return
  sleep 9
  shot "$name-chat"
  keys ctrl+4
  sleep 4
  shot "$name-monitor"
  keys ctrl+Return
  sleep 8
  keys ctrl+6
  sleep 1
  shot "$name-smoke"
  keys ctrl+1
  sleep 1
  shot "$name-overview-ready"
  keys ctrl+3
  sleep 1
  shot "$name-provider"
  keys ctrl+m
  sleep 2
  shot "$name-switch"
  keys Escape ctrl+2
  sleep 1
  shot "$name-configuration"
  field LLM_TEMPERATURE 3
  sleep 1
  shot "$name-configuration-wrong"
  keys ctrl+q
  sleep 1
  shot "$name-close"
  close
  ctl down >/dev/null
  display_close
  cp "$work/saved.env" "$deployment/.env"
}

sized() { # sized WIDTHxHEIGHT NAME [FACTOR] : the overview, ready
  local logical=$1
  display_open "$((${1%x*} + 20))x$((${1#*x} + 50))"
  [ -z "${3:-}" ] || { export QT_SCALE_FACTOR=$3; logical=$((${1%x*} / $3))x$((${1#*x} / $3)); }
  open light en "$logical" --page overview "$deployment"
  sleep 3
  shot "$2"
  close
  unset QT_SCALE_FACTOR
  display_close
}

for part in ${ONLY:-light dark ru sizes}; do
  case "$part" in
    light|dark) tour "$part" en "$part" ;;
    ru) tour light ru ru ;;
    sizes)
      ctl up >/dev/null
      sized 1920x1080 overview-1920x1080
      sized 1024x768 overview-1024x768
      sized 2560x1600 overview-200-percent 2
      ;;
    *) echo "There is no part $part" >&2; exit 2 ;;
  esac
done
