# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by headless.sh and screenshots.sh: a virtual display with a window manager, and keys for the one window on it.

# display_open WIDTHxHEIGHT : sets DISPLAY; display_close ends what was started here and nothing else.
display_open() {
  local number work
  work=$(mktemp -d)
  mkfifo "$work/number"
  Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp -noreset 3>"$work/number" >"$work/log" 2>&1 &
  display_xvfb=$!
  if ! read -r -t 20 number <"$work/number"; then
    echo "The virtual display did not start:" >&2
    tail -n 5 "$work/log" >&2
    return 1
  fi
  rm -rf "$work"
  export DISPLAY=:$number QT_QPA_PLATFORM=xcb
  unset WAYLAND_DISPLAY
  [ -n "${XDG_RUNTIME_DIR:-}" ] || { display_run=$(mktemp -d); export XDG_RUNTIME_DIR=$display_run; }
  openbox >/dev/null 2>&1 &
  display_openbox=$!
  for _ in $(seq 100); do xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep '0x' >/dev/null && return 0; sleep 0.1; done
}

display_close() {
  local pid
  for pid in "${display_openbox:-}" "${display_xvfb:-}"; do
    [ -n "$pid" ] && kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null
  done
  [ -z "${display_run:-}" ] || rm -rf "$display_run"
  display_openbox='' display_xvfb='' display_run=''
}

# window_wait PID : waits for the window of a program and puts its id into $window.
window_wait() {
  for _ in $(seq 300); do
    window=$(xdotool search --onlyvisible --pid "$1" --name . 2>/dev/null | head -n 1 || true)
    [ -n "$window" ] && { xdotool windowfocus --sync "$window"; return 0; }
    kill -0 "$1" 2>/dev/null || { echo "The window closed at once." >&2; return 1; }
    sleep 0.1
  done
  echo "The window did not come up within 30 seconds." >&2
  return 1
}

# picture FILE : the window's area of the screen, so that dialogs, which are windows of their own, are in it.
picture() {
  local area
  area=$(xwininfo -id "$window" | awk '/Absolute upper-left X/ {x = $NF} /Absolute upper-left Y/ {y = $NF} $1 == "Width:" {w = $2} $1 == "Height:" {h = $2}
    END {printf "%dx%d+%d+%d", w, h, x, y}')
  import -window root -crop "$area" +repage "$1"
}

# keys KEY… : one after the other, with time to react.   say TEXT : types it.
keys() { local key; for key in "$@"; do xdotool key --clearmodifiers "$key"; sleep 0.4; done; }
say() { xdotool type --delay 15 -- "$1"; sleep 0.2; }
