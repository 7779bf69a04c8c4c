#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packages.sh build|test : installs what is missing on Debian 12, 13 and Ubuntu 24.04. Does nothing, and needs no root, when all is there.
set -euo pipefail
build=(build-essential cmake ninja-build ccache git qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6svg6 qt6-qpa-plugins libgl1-mesa-dri libacl1-dev libyaml-cpp-dev
  fonts-noto-core fonts-hack xvfb xauth imagemagick openbox xdotool x11-utils
  patchelf binutils python3 python3-venv ca-certificates debian-archive-keyring curl procps util-linux)
test=(strace acl attr python3-dotenv dash libnuma1 iproute2 at-spi2-core docker.io iptables clang libclang-rt-dev)
case "${1:-}" in
  build) wanted=("${build[@]}") ;;
  test)  wanted=("${build[@]}" "${test[@]}") ;;
  *) echo "usage: packages.sh build|test" >&2; exit 2 ;;
esac
command -v apt-get >/dev/null || { echo "This script knows Debian and Ubuntu only (apt-get is not here). Install what corresponds to: ${wanted[*]}" >&2; exit 1; }

missing=()
for package in "${wanted[@]}"; do
  state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
  [[ $state == *'ok installed' ]] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && { echo "All needed packages are installed."; exit 0; }

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "Packages are missing, and there is neither root nor sudo to install them. Ask the administrator for: apt-get install ${missing[*]}" >&2
    exit 1
  }
  as_root=(sudo)
fi
echo "Installing ${#missing[@]} packages: ${missing[*]}"
failed() { echo "$1 Check the network and the apt sources, then run this again." >&2; exit 1; }
"${as_root[@]}" apt-get -qq update || failed "The package lists could not be read."
# A newer release may have folded a package into another one: libqt6opengl6-dev is part of qt6-base-dev in Debian 13.
available=()
for package in "${missing[@]}"; do
  policy=$(apt-cache policy "$package" 2>/dev/null)
  if [[ $policy == *'Candidate: '[^\(]* ]]; then available+=("$package"); else echo "Not in this release, left out: $package"; fi
done
[ ${#available[@]} -eq 0 ] && exit 0
log=$(mktemp)
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${available[@]}" >"$log" 2>&1 || {
  tail -n 20 "$log" >&2
  failed "The packages could not be installed (the end of apt's output is above)."
}
rm -f "$log"
