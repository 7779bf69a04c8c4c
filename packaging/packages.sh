#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packages.sh build|test : installs what is missing on Debian 12, 13 and Ubuntu 24.04. Does nothing, and needs no root, when all is there.
set -euo pipefail
build=(build-essential cmake ninja-build ccache git qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6svg6 qt6-qpa-plugins libgl1-mesa-dri libacl1-dev
  fonts-noto-core fonts-hack xvfb xauth imagemagick openbox x11-utils
  patchelf binutils python3 python3-venv ca-certificates curl procps util-linux)
test=(xdotool strace acl attr python3-dotenv dash busybox-static libnuma1 gdb iproute2 jq dbus at-spi2-core python3-pyatspi python3-numpy clang xclip)
case "${1:-}" in
  build) wanted=("${build[@]}") ;;
  test)  wanted=("${build[@]}" "${test[@]}") ;;
  *) echo "usage: packages.sh build|test" >&2; exit 2 ;;
esac
command -v apt-get >/dev/null || { echo "This script knows Debian and Ubuntu. Install by hand: ${wanted[*]}" >&2; exit 1; }
installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }
missing=()
for package in "${wanted[@]}"; do installed "$package" || missing+=("$package"); done
[ ${#missing[@]} -eq 0 ] && exit 0
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "These packages are missing, and installing them needs root: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing: ${missing[*]}" >&2
"${as_root[@]}" apt-get update -qq
# A newer release may have folded a package into another (libqt6opengl6-dev is part of qt6-base-dev in Debian 13).
available=()
for package in "${missing[@]}"; do
  if apt-cache policy "$package" 2>/dev/null | grep -q 'Candidate: [^(]'; then available+=("$package"); else echo "Not in this release, skipped: $package" >&2; fi
done
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${available[@]}" >/dev/null
