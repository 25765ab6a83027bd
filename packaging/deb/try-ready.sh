#!/usr/bin/env bash
# Proves docs/it.md: from the packages to a passing `anteroom check`, by its own lines, without a screen.
#
#   packaging/deb/try-ready.sh SUITE MIRROR DIST
#
# DIST is a folder with both packages. Two test approvers sign the content with keys made for this run
# and thrown away: it proves the way, and says nothing about the content. Must be run as root, with
# debootstrap. Settings: see packaging/bare_root.sh. The root stays as ROOTS/SUITE-ready, with the
# report in /srv/anteroom. The network is used for one step alone, which fetches what Debian provides.
set -euo pipefail

if [ $# -ne 3 ] || [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
    sed -n '2,9p' "$0" | sed 's/^# \{0,1\}//' >&2
    exit 2
fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../bare_root.sh"
fresh_root "$1" "$2" ready
mkdir -p "$root/srv/anteroom" "$root/srv/try"
cp "$3"/anteroom_*.deb "$3"/anteroom-session_*.deb "$root/srv/anteroom/"
cp "$here/try-ready-inside.sh" "$here/../../docs/it.md" "$root/srv/try/"

export ROOT_FOLDER=$root
# Mounts and programs live in namespaces of their own and are gone with them.
exec unshare --mount --pid --fork --kill-child bash -euc '
    mount -t proc proc "$ROOT_FOLDER/proc"
    mount --rbind /dev "$ROOT_FOLDER/dev"
    inside() { chroot "$ROOT_FOLDER" env -i HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@" </dev/null; }
    inside bash /srv/try/try-ready-inside.sh fetch
    export -f inside
    exec unshare --net bash -euc "ip link set lo up; inside bash /srv/try/try-ready-inside.sh prove"
'
