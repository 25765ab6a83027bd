#!/usr/bin/env bash
# The steps of packaging/deb/try.sh, inside the bare root. Every step prints one line; the first that
# is not as it should be ends the run with exit code 1 and what was seen.
set -uo pipefail

DATA=/var/lib/anteroom
DEMO=$DATA/.local/share/anteroom/demo
CONFIG=/etc/anteroom/anteroom.toml
APT="apt-get install -y -q --no-install-recommends --allow-downgrades -o Dpkg::Options::=--force-confold"
TOOLS="xvfb systemd"
log=/srv/try/last.log
said=/srv/try/said
started=$SECONDS

step() { # step TITLE COMMAND...: runs a command, its output kept; says how long it took
    local title=$1 from=$SECONDS
    shift
    if "$@" >"$log" 2>&1; then
        printf 'ok    %3d s  %s\n' $((SECONDS - from)) "$title"
    else
        printf 'FAIL  %3d s  %s\n' $((SECONDS - from)) "$title"
        tail -25 "$log"
        exit 1
    fi
}
say() { printf '             %s\n' "$1"; }

packages() { ls /srv/"$1"/anteroom_*.deb; }
both() { ls /srv/"$1"/anteroom_*.deb /srv/"$1"/anteroom-session_*.deb; }
as_kiosk() { setpriv --reuid anteroom --regid anteroom --init-groups env HOME=$DATA "$@"; }
head_of_records() {
    anteroom records verify --json --data $DEMO | python3 -c "import json, sys
found = json.load(sys.stdin)
print(found['size'], 'records, check code', found['head']['check_code']) if found['ok'] else sys.exit(1)"
}

fetch() {
    apt-get -qq update &&
        $APT --download-only $TOOLS $(both old) &&
        $APT $TOOLS
}

install_offline() { # nothing but the files on this machine
    ! getent hosts localhost.example && $APT $(packages old)
}
check_runs() {
    DISPLAY=:7 anteroom check --json >/srv/try/check.json
    [ $? -eq 1 ] || return 1
    python3 - <<'PY'
import json
found = json.load(open("/srv/try/check.json"))
ok = {one["name"] for one in found["checks"] if one["ok"]}
print(sorted(ok))
assert {"content", "fonts", "display", "data-folder", "disk", "clock"} <= ok, found
assert not found["ready"] and found["mode"] == "demo"
PY
}
papers() { # what is installed is listed, and its licences are there
    python3 - <<'PY'
import json
from pathlib import Path
doc, app = Path("/usr/share/doc/anteroom"), Path("/usr/lib/anteroom")
bill = json.loads((doc / "sbom.cdx.json").read_text())
notices = (doc / "THIRD-PARTY.txt").read_text()
parts = bill["components"]
libraries = [one["name"] for one in parts if "purl" in one]
assert all(one["name"] in notices for one in parts), "a part is not in the notices"
for name in libraries:
    assert any((doc / "licences" / name).glob("*")) or name.startswith(("PySide6", "shiboken")), name
assert "Lesser General Public License, version 3" in notices
assert "GNU LESSER GENERAL PUBLIC LICENSE" in (doc / "licences/Qt/LGPL-3.0.txt").read_text()
assert len(list((app / "PySide6/Qt/lib").glob("libQt6*.so*"))) > 3, "Qt is not in files of its own"
known = {name.lower().replace("-", "_").removesuffix("_cffi") for name in libraries}
known |= {"kiosk", "pyside6", "_cffi_backend", "_argon2_cffi_bindings"}
strange = [
    one.name for one in app.iterdir()
    if one.name.split(".")[0].lower() not in known and not one.name.startswith("__")
]
print(len(parts), "parts,", len(libraries), "libraries; not listed:", strange)
assert not strange, strange
PY
}
rights() {
    stat -c '%a %U %n' $DATA /var/cache/anteroom
    [ "$(stat -c '%a %U' $DATA)" = "700 anteroom" ] || return 1
    ! setpriv --reuid nobody --regid nogroup --clear-groups ls $DATA || return 1
    ! as_kiosk touch /usr/lib/anteroom/x || return 1
    ! as_kiosk touch $CONFIG
}
set_up() { # a production kiosk without a screen, in one command; then back to the demo
    anteroom keys new $DATA/clinic --no-passphrase && mv $DATA/clinic.* /srv/try/ &&
        echo 135792 >/srv/try/pin && cp $CONFIG /srv/try/demo.toml || return 1
    anteroom setup --region US --screen-mm 396 --recipient /srv/try/clinic.pub \
        --pin-file /srv/try/pin --mode production --no-questions || return 1
    DISPLAY=:7 anteroom check --json --report $DATA/readiness.html >/srv/try/check.json
    python3 - <<'PY' || return 1
import json
found = json.load(open("/srv/try/check.json"))
bad = {one["name"] for one in found["checks"] if not one["ok"]}
print(bad)
# Nobody has reviewed or approved the content that ships: no set-up can mend that.
assert bad == {"approval", "languages"}, found
PY
    [ -z "$(find $DATA ! -user anteroom)" ] && [ -z "$(find $DATA -mindepth 1 -perm /077)" ] &&
        rm -r $DATA/records.db $DATA/device.* $DATA/ratchet && cp /srv/try/demo.toml $CONFIG &&
        rm $CONFIG.before-setup
}
walk_and_verify() {
    DISPLAY=:7 anteroom walk --sessions 1 --door questions --size 1280x800 --data $DEMO || return 1
    head_of_records | tee /srv/try/head
    [ -s /srv/try/head ] && [ "$(stat -c '%a %U' $DEMO/records.db)" = "600 anteroom" ]
}
forgets() { # memory is overwritten, and no core file can be written
    DISPLAY=:7 anteroom run --data $DATA/forgets & # root: becomes the account
    local seen=1
    for _ in $(seq 60); do
        sleep 0.5
        if tr '\0' '\n' <"/proc/$!/environ" | grep -q 'glibc.malloc.perturb=165'; then seen=0; break; fi
    done
    tr '\0' '\n' <"/proc/$!/environ"
    grep -i core "/proc/$!/limits"
    [ "$(stat -c %U /proc/$!)" = anteroom ] || seen=1
    [ "$(awk '/Max core/ {print $5}' "/proc/$!/limits")" = 1 ] || seen=1
    kill $!
    wait $! 2>/dev/null
    rm -rf $DATA/forgets
    return $seen
}
same_records() { [ "$(head_of_records)" = "$(cat /srv/try/head)" ]; }
upgrade() {
    sed -i 's/^region = ""/region = "US"/' $CONFIG
    $APT $(packages new) && same_records && grep -q 'region = "US"' $CONFIG
}
rollback() { $APT $(packages old) && same_records && grep -q 'region = "US"' $CONFIG; }
session() {
    $APT $(both old) || return 1
    systemctl is-enabled anteroom-session.service || return 1
    systemd-analyze verify anteroom-session.service || return 1
    systemd-analyze security --offline=true --threshold=35 anteroom-session.service | tail -1
}
remove() {
    sha256sum $DEMO/records.db >/srv/try/sum
    apt-get remove -y -q anteroom anteroom-session >$said 2>&1 || return 1
    grep 'records, keys and settings stay' $said || return 1
    [ ! -e /usr/lib/anteroom ] && [ ! -e /usr/bin/anteroom ] && [ -e $CONFIG ] &&
        sha256sum -c /srv/try/sum
}
again() { $APT $(packages old) && same_records; }
purge_keeps() {
    apt-get purge -y -q anteroom anteroom-session >$said 2>&1 || return 1
    grep 'KEPT the records' $said && [ ! -e /etc/anteroom ] && sha256sum -c /srv/try/sum &&
        getent passwd anteroom
}
purge_erases() {
    $APT $(packages old) || return 1
    ANTEROOM_PURGE_RECORDS=erase apt-get purge -y -q anteroom >$said 2>&1 || return 1
    grep 'deleted ALL RECORDS' $said && [ ! -e $DATA ] && ! getent passwd anteroom
}
purge_without_records() {
    $APT $(packages old) && apt-get purge -y -q anteroom >$said 2>&1 || return 1
    grep 'it held no records' $said && [ ! -e $DATA ] && ! getent passwd anteroom
}

if [ "$1" = fetch ]; then
    . /etc/os-release
    echo "$PRETTY_NAME, $(dpkg-query -W | wc -l) packages."
    step "fetch what Debian provides (the only step with a network)" fetch
    exit 0
fi
step "install offline" install_offline
say "$(du -sm /usr/lib/anteroom /usr/share/anteroom | awk '{sum += $1} END {print sum}') MB, $(python3 --version)"
Xvfb :7 -screen 0 1280x800x24 >/dev/null 2>&1 &
screen=$!
for _ in $(seq 50); do [ -S /tmp/.X11-unix/X7 ] && break; sleep 0.1; done
step "anteroom check: demo, machine in order" check_runs
step "bill of materials, notices and licences are there, and list all that is installed" papers
step "data is for the kiosk's account alone; program and settings are not its to change" rights
step "anteroom setup without a screen: all is met but the review of the content" set_up
step "walk one visit on a screen, and verify its record" walk_and_verify
say "$(cat /srv/try/head)"
step "the running kiosk overwrites freed memory and leaves no core" forgets
step "upgrade keeps records and edited settings" upgrade
step "rollback keeps records and settings" rollback
step "session package: enabled at boot, unit in order" session
say "$(tail -1 "$log")"
step "remove keeps records, keys and settings, and says so" remove
step "installing again finds the records" again
step "purge keeps the records and says so" purge_keeps
grep '^anteroom:' $said | sed 's/^/             /'
step "purge with ANTEROOM_PURGE_RECORDS=erase erases all and says so" purge_erases
step "purge of a kiosk without records leaves nothing" purge_without_records
kill $screen
echo "All steps are in order, after $((SECONDS - started)) s."
