#!/usr/bin/env bash
# Proves the packages in a bare Debian or Ubuntu root, from installing offline to purging.
#
#   packaging/deb/try.sh SUITE MIRROR OLD NEW
#
# OLD and NEW are folders with the packages of two releases, the older first:
#   python3 packaging/deb/build.py --out dist
#   python3 packaging/deb/build.py --revision 2 --quick --out build/next
# SUITE is a release name (bookworm, trixie, noble); MIRROR is the address of a package mirror. Must
# be run as root, with debootstrap. Settings: see packaging/bare_root.sh. The root stays as
# ROOTS/SUITE-deb. The network is used for one step alone, which fetches what Debian provides.
set -euo pipefail

if [ $# -ne 4 ] || [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
    sed -n '2,14p' "$0" | sed 's/^# \{0,1\}//' >&2
    exit 2
fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../bare_root.sh"
fresh_root "$1" "$2" deb
mkdir -p "$root/srv/old" "$root/srv/new" "$root/srv/try"
cp "$3"/*.deb "$root/srv/old/"
cp "$4"/*.deb "$root/srv/new/"
cp "$here/try-inside.sh" "$root/srv/try/"

export ROOT_FOLDER=$root
# Mounts and programs live in namespaces of their own and are gone with them.
exec unshare --mount --pid --fork --kill-child bash -euc '
    mount -t proc proc "$ROOT_FOLDER/proc"
    mount --rbind /dev "$ROOT_FOLDER/dev"
    inside() { chroot "$ROOT_FOLDER" env -i HOME=/srv LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@" </dev/null; }
    inside bash /srv/try/try-inside.sh fetch
    export -f inside
    exec unshare --net bash -euc "inside bash /srv/try/try-inside.sh prove"
'
