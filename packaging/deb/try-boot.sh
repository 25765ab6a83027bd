#!/usr/bin/env bash
# Boots a whole machine that is a kiosk, without a network, and hurts it: see boot-inside.sh.
#
#   packaging/deb/try-boot.sh SUITE MIRROR OLD NEW SHOTS
#
# OLD and NEW are folders with the packages of two releases, as for try.sh; SHOTS is a folder for
# pictures of the screen. Must be run as root, with debootstrap, qemu-system-x86_64, mke2fs and
# python3. Takes some minutes: the machine is emulated. Settings: see packaging/bare_root.sh, and
#   ACCEL   how qemu runs (default: -accel tcg,thread=multi -cpu Nehalem)
#   WATCHDOG seconds without a sign of life before the kiosk is started again (60; shipped are 20)
#   REUSE=1 keep the root of the last run as it is
set -euo pipefail

if [ $# -ne 5 ] || [ "$(id -u)" -ne 0 ] || ! command -v qemu-system-x86_64 >/dev/null; then
    sed -n '2,14p' "$0" | sed 's/^# \{0,1\}//' >&2
    exit 2
fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../bare_root.sh"
root=$roots/$1-boot
# Mounts live in a namespace of their own and are gone with it.
inside() {
    ROOT_FOLDER=$root unshare --mount --pid --fork --kill-child bash -euc '
        mount -t proc proc "$ROOT_FOLDER/proc"
        mount --rbind /dev "$ROOT_FOLDER/dev"
        chroot "$ROOT_FOLDER" env -i HOME=/srv LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            PATH=/usr/sbin:/usr/bin:/sbin:/bin bash -euc "$0" </dev/null' "$1"
}
apt="apt-get -q install -y --no-install-recommends --reinstall --allow-downgrades"
if [ -z "${REUSE:-}" ] || [ ! -e "$root/srv/complete" ]; then
    fresh_root "$1" "$2" boot
    echo "Installing a kernel and an init system." >&2
    inside "apt-get -qq update
        $apt linux-image-amd64 systemd-sysv dbus udev kmod >/var/log/try-boot.log 2>&1"
    touch "$root/srv/complete"
fi
rm -rf "$root/srv/old" "$root/srv/new"
mkdir -p "$root/srv/old"
cp "$3"/*.deb "$root/srv/old/"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
inside "$apt /srv/old/*.deb | tail -4"
mkdir -p "$root/srv/new"
cp "$4"/*.deb "$root/srv/new/"
cp "$here/boot-inside.sh" "$root/srv/"
cat >"$root/etc/systemd/system/anteroom-try.service" <<'UNIT'
[Unit]
After=multi-user.target
[Service]
ExecStart=/bin/bash /srv/boot-inside.sh
StandardOutput=tty
StandardError=tty
TTYPath=/dev/ttyS0
[Install]
WantedBy=graphical.target
UNIT
ln -sf /etc/systemd/system/anteroom-try.service "$root/etc/systemd/system/graphical.target.wants/" 2>/dev/null ||
    { mkdir -p "$root/etc/systemd/system/graphical.target.wants" &&
        ln -sf /etc/systemd/system/anteroom-try.service "$root/etc/systemd/system/graphical.target.wants/"; }
# An emulated machine has no graphics card, and is slow: this is what docs/it.md says for such.
echo WLR_RENDERER=pixman >"$root/etc/anteroom/session.env"
mkdir -p "$root/etc/systemd/system/anteroom-session.service.d"
printf '[Service]\nTimeoutStartSec=900\nWatchdogSec=%s\n' "${WATCHDOG:-60}" \
    >"$root/etc/systemd/system/anteroom-session.service.d/slow-machine.conf"
echo kiosk-under-test >"$root/etc/hostname"
rm -f "$root/etc/resolv.conf"

image=$roots/$1-boot.img
rm -f "$image"
size=$(($(du -sm "$root" | cut -f1) + 700))
mke2fs -q -t ext4 -L root -d "$root" "$image" "${size}M"
exec python3 "$here/boot_machine.py" "$image" "$root" "$5"
