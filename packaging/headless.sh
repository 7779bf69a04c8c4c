#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# headless.sh BIN DEPLOYMENT : no display here, so the panel opens on a virtual one, does its job once, and leaves a screenshot.
set -euo pipefail
bin=$1 deployment=$2
shot=$deployment/pilothouse.png
work=$(mktemp -d)
xvfb='' panel=''
tidy() {
  [ -n "$panel" ] && kill "$panel" 2>/dev/null || true
  "$bin/pilothousectl" -C "$deployment" down >/dev/null 2>&1 || true
  [ -n "$xvfb" ] && kill "$xvfb" 2>/dev/null || true
  rm -rf "$work"
}
trap tidy EXIT
mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$work/display" 2>"$work/xvfb.log" &
xvfb=$!
read -r number <"$work/display"
export DISPLAY=:$number QT_QPA_PLATFORM=xcb
printf '\n== No display here: the panel runs on a virtual one\n'
"$bin/pilothousectl" -C "$deployment" trust >/dev/null
"$bin/pilothousectl" -C "$deployment" up
"$bin/pilothouse" --geometry 1280x800+0+0 "$deployment" &
panel=$!
"$bin/pilothousectl" -C "$deployment" chat "Why is the sky blue? Answer in two sentences."
"$bin/pilothousectl" -C "$deployment" smoke
sleep 3
import -window root "$shot"
printf '\nScreenshot: %s\nThe provider is stopped again. With a display, this command opens the window and leaves it to you.\n' "$shot"
