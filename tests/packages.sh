#!/bin/sh
# Installs the Debian packages named that are missing, and says so. Without dpkg it does nothing: there the
# compiler will say what is missing. "A|B" takes B where A cannot be had.
set -eu
command -v dpkg-query >/dev/null || exit 0
has() { dpkg-query -W -f '${Status}\n' "$1" 2>/dev/null | grep -q 'ok installed'; }
missing=
for package in "$@"; do has "$package" || missing="$missing $package"; done
[ -n "$missing" ] || exit 0
echo "installing packages:$missing"
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
export DEBIAN_FRONTEND=noninteractive
mkdir -p build
# shellcheck disable=SC2086
{
    $sudo apt-get install -y --no-install-recommends $missing || {
        $sudo apt-get update && $sudo apt-get install -y --no-install-recommends $missing
    }
} >build/apt.log 2>&1 </dev/null || {
    tail -n 20 build/apt.log
    exit 4
}
