#!/usr/bin/env bash
# Measures how soon the kiosk is back after a kill and after a hang, at the speed of this machine:
# the whole system in a container (systemd-nspawn), its screen a picture in memory.
#
#   packaging/deb/try-restart.sh SUITE
#
# After try-boot.sh, whose root it copies. Must be run as root, with systemd-container. Exit code 1 when
# a kill takes more than ten seconds. Settings: see packaging/bare_root.sh.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../bare_root.sh"
if [ $# -ne 1 ] || [ "$(id -u)" -ne 0 ] || ! command -v systemd-nspawn >/dev/null ||
    [ ! -d "$roots/$1-boot" ]; then
    sed -n '2,9p' "$0" | sed 's/^# \{0,1\}//' >&2
    exit 2
fi
root=$roots/$1-container
rm -rf --one-file-system "$root"
cp -a --reflink=auto "$roots/$1-boot" "$root"
rm -f "$root/etc/systemd/system/graphical.target.wants/anteroom-try.service"
printf '%s\n' WLR_RENDERER=pixman WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 \
    >"$root/etc/anteroom/session.env"
# A container has no console and no graphics card; everything else is as it is shipped.
cat >"$root/etc/systemd/system/anteroom-session.service.d/slow-machine.conf" <<'UNIT'
[Unit]
ConditionPathExists=
[Service]
TTYPath=
TTYReset=no
TTYVHangup=no
StandardInput=null
DevicePolicy=auto
DeviceAllow=
UNIT
cat >"$root/srv/restarts.sh" <<'INSIDE'
unit=anteroom-session.service
count() { systemctl show -p NRestarts --value $unit; }
now() { date +%s%3N; }
kiosk() {
    for one in /proc/[0-9]*; do
        tr '\0' ' ' 2>/dev/null <"$one/cmdline" |
            grep -q '^/usr/bin/python3 .*/usr/bin/anteroom run' && echo "${one#/proc/}"
    done | head -1
}
back() { # back SIGNAL: says after how many milliseconds the first page is there again
    local before from
    before=$(count)
    from=$(now)
    kill "-$1" "$(kiosk)"
    for _ in $(seq 900); do
        [ "$(count)" -gt "$before" ] && systemctl --quiet is-active $unit && break
        sleep 0.1
    done
    echo $(($(now) - from))
}
for _ in $(seq 600); do systemctl --quiet is-active $unit && break; sleep 0.2; done
echo "Welcome by itself; $(systemd-analyze 2>/dev/null | tail -1)"
worst=0
for _ in 1 2 3; do
    took=$(back KILL)
    echo "kill -9: first page back after $took ms"
    [ "$took" -gt "$worst" ] && worst=$took
    sleep 3
done
echo "hang: first page back after $(back STOP) ms, watchdog $(systemctl show -p WatchdogUSec --value $unit)"
[ "$worst" -le 10000 ]
INSIDE
timeout 400 systemd-nspawn -q -D "$root" --boot --private-network --register=no --keep-unit \
    --console=pipe >"$roots/$1-container.log" 2>&1 </dev/null &
keeper=$!
trap 'kill $keeper 2>/dev/null; wait $keeper 2>/dev/null || true' EXIT
sleep 3
leader=$(pgrep -P "$(pgrep -P $keeper -f systemd-nspawn | head -1)" | head -1)
nsenter -t "$leader" -m -u -i -n -p -C --root="/proc/$leader/root" bash /srv/restarts.sh
