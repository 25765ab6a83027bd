#!/usr/bin/env bash
# What try-boot.sh does inside the machine. Every line goes to the serial line; "SHOT name" has a
# picture taken of the screen.
set -u
UNIT=anteroom-session.service
DATA=/var/lib/anteroom
bad=0

say() { echo "$*"; }
fail() { say "FAIL  $*"; bad=1; }
up() { systemctl --quiet is-active $UNIT; }
wait_up() { # wait_up SECONDS: until the first page is on the screen
    local until=$((SECONDS + $1))
    while [ $SECONDS -lt $until ]; do up && return 0; sleep 0.3; done
    return 1
}
back() { # back SECONDS COUNT: until it was started again after COUNT times, and is up
    local until=$((SECONDS + $1))
    while [ $SECONDS -lt $until ]; do [ "$(restarts)" -gt "$2" ] && up && return 0; sleep 0.3; done
    return 1
}
restarts() { systemctl show -p NRestarts --value $UNIT; }
processes() { # processes WORDS: the numbers of those whose command line holds these words
    local one
    for one in /proc/[0-9]*; do
        tr '\0' ' ' 2>/dev/null <"$one/cmdline" | grep -q -- "$1" && echo "${one#/proc/}"
    done
}
kiosk() { processes '^/usr/bin/python3 .*/usr/bin/anteroom run' | head -1; }
shot() { sleep 4; say "SHOT $1"; sleep 2; }
ms() { date +%s%3N; }

say "up $(cut -d' ' -f1 /proc/uptime) s after the kernel; $(uname -r); network devices: $(ls /sys/class/net | tr '\n' ' ')"
wait_up 1800 || { fail "the kiosk did not come up"; systemctl status $UNIT --no-pager -n 30; journalctl -b -u $UNIT -u seatd --no-pager | tail -40; }
say "ok    Welcome by itself, $(cut -d' ' -f1 /proc/uptime) s after the kernel, unit $(systemctl is-active $UNIT)"
shot 1-welcome
tr '\0' '\n' <"/proc/$(kiosk)/environ" | grep -q glibc.malloc.perturb=165 && say "ok    freed memory is overwritten" || fail "no memory settings"
say "      core limit $(awk '/Max core/ {print $5}' "/proc/$(kiosk)/limits"), sysrq $(cat /proc/sys/kernel/sysrq), gettys $(processes agetty | wc -l)"
anteroom check 2>/dev/null | grep -E '^(ok |FIX)  (display|window|screen|touch|data-folder|disk|clock|fonts) '
anteroom walk --door questions --size 1280x800 --data $DATA/walk | head -1
anteroom records verify --data $DATA/walk | tail -1

before=$(restarts); start=$(ms)
kill -9 "$(kiosk)"
back 180 "$before" || fail "not back after kill -9"
took=$(($(ms) - start))
say "ok    kill -9: back after $took ms, restarts $before -> $(restarts)"
# Here all is slow; try-restart.sh holds it to ten seconds at the speed of the real machine.
[ "$took" -le 120000 ] || fail "kill -9: much too late"
shot 2-after-kill

before=$(restarts); start=$(ms)
kill -STOP "$(kiosk)"
back 300 "$before" || fail "a hang was not noticed"
say "ok    hang: found and back after $(($(ms) - start)) ms, restarts $before -> $(restarts)"

sed -i 's/^mode = .*/mode = "live"/' /etc/anteroom/anteroom.toml
systemctl restart $UNIT
wait_up 180
shot 3-wrong-settings
journalctl -b -u $UNIT -o cat --no-pager | grep 'mode:' | tail -1
sed -i 's/^mode = .*/mode = "demo"/' /etc/anteroom/anteroom.toml
systemctl restart $UNIT
wait_up 180 || fail "not back with good settings"

DEBIAN_FRONTEND=noninteractive dpkg --force-confold -i /srv/new/*.deb >/tmp/upgrade.log 2>&1 || { fail "upgrade"; tail -5 /tmp/upgrade.log; }
wait_up 180 || fail "not back after the upgrade"
say "ok    upgrade beside a running kiosk: $(dpkg-query -W -f '${Version}' anteroom), unit $(systemctl is-active $UNIT)"
anteroom records verify --data $DATA/walk | tail -1
shot 4-after-upgrade

coredumpctl list --no-pager 2>/dev/null | tail -1
find / -xdev -name 'core*' -size +100k -newer /srv/boot-inside.sh -type f 2>/dev/null | grep -v -E '^/(usr|proc|boot)' | head -3
say "      log on disk: $(journalctl --disk-usage 2>&1)"
[ $bad = 0 ] && say "END in order" || say "END with faults"
sleep 5
systemctl poweroff
