#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# headless.sh BIN EXAMPLE : no display here, so the panel opens on a virtual one, does its job once, and leaves a screenshot.
set -euo pipefail
bin=$1 deployment=$2
. "$(dirname "${BASH_SOURCE[0]}")/virtualdisplay.sh"
ctl() { "$bin/pilothousectl" -C "$deployment" "$@"; }
panel=''
tidy() {
  [ -n "$panel" ] && kill "$panel" 2>/dev/null || true
  ctl down >/dev/null 2>&1 || true
  display_close || true
}
trap tidy EXIT
printf '\n== No display here: the panel opens on a virtual one\n'
display_open 1300x850                      # room for the frame of the window manager
ctl trust >/dev/null                       # the example names its own program; a deployment of yours is never confirmed for you
ctl up
"$bin/pilothouse" --geometry 1280x800+0+0 --page chat "$deployment" &
panel=$!
window_wait "$panel"
question="Why is the sky blue? Answer in two sentences."
printf '\n== Question: %s\n' "$question"
ctl chat "$question"
printf '\n== Smoke test\n'
ctl smoke
keys ctrl+l
say "$question"
keys Return
sleep 8                                    # the same question in the window, for the picture
shot=$deployment/pilothouse.png
picture "$shot"
cat <<END

Screenshot: $shot
The provider is stopped again. With a display, this command opens the window and leaves it to you. In a terminal:
  PATH=$PATH
  '$bin/pilothousectl' -C '$deployment' --help
END
