#!/bin/bash
# Try the Windows installer under Wine: install, check, walk, upgrade, refuse, uninstall.
#
#     packaging/windows/try-wine.sh OLD.msi NEW.msi
#
# NEW.msi is of a higher version. Needs wine, xvfb and gcc-mingw-w64-x86-64; works on Debian 13. Wine
# lacks the ICU that Windows has, so a stub of it is put into Wine's own folder, never into ours.
# What this shows holds for Wine; windows.yml repeats it on Windows.
set -eu
old=$(realpath "$1") new=$(realpath "$2")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
export WINEPREFIX=$work/wine WINEDEBUG=-all HOME=$work
trap 'wineserver -k 2>/dev/null || true; rm -rf "$work"' EXIT

say() { printf '%s\n' "$*"; }
on_wine() { xvfb-run -a wine "$@"; }
fails() { if "$@"; then say "should have failed: $*"; exit 1; fi; }
msi() { on_wine msiexec "$1" "Z:${2//\//\\}" /qn /norestart /l*v "Z:${work//\//\\}\\msi.log"; }

xvfb-run -a wineboot -i 2>/dev/null
wineserver -w
x86_64-w64-mingw32-gcc -shared -o "$WINEPREFIX/drive_c/windows/system32/icuuc.dll" "$here/wine-icu.c"

program="$WINEPREFIX/drive_c/Program Files/Anteroom"
data="$WINEPREFIX/drive_c/ProgramData/anteroom"
anteroom() { on_wine "C:\\Program Files\\Anteroom\\anteroom.exe" "$@"; }

msi /i "$old"
test -f "$program/anteroom.exe"
test -f "$data/anteroom.toml"
on_wine reg query 'HKLM\Software\Anteroom' /v Version
on_wine reg query 'HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Application\Anteroom' \
    /v EventMessageFile
say "installed"

on_wine cmd /c 'C:\Program Files\Anteroom\set-up.cmd' "$(on_wine cmd /c 'echo %USERNAME%' | tr -d '\r')" ||
    say "set-up.cmd does not work under Wine"
anteroom --version
anteroom check --data 'C:\ProgramData\anteroom\data' --json >"$work/check.json" || true
cat "$work/check.json"
anteroom walk --data 'C:\ProgramData\anteroom\data' --door questions --size 1280x800
anteroom records verify --data 'C:\ProgramData\anteroom\data'
say '# changed by the clinic' >>"$data/anteroom.toml"
sha256sum "$data/data/records.db" >"$work/records.sum"
say "checked and walked"

version() { on_wine reg query 'HKLM\Software\Anteroom' /v Version | tr -d '\r' | awk '/REG_SZ/ {print $3}'; }
was=$(version)
msi /i "$new"
say "from $was to $(version)"
test "$(version)" != "$was"
grep -q 'changed by the clinic' "$data/anteroom.toml"
sha256sum -c "$work/records.sum"
say "upgraded; settings and records are kept"

newer=$(version)
fails msi /i "$old"
test "$(version)" = "$newer"
say "the downgrade was refused"

msi /x "$new"
test ! -e "$program"
test -f "$data/anteroom.toml"
sha256sum -c "$work/records.sum"
say "uninstalled; settings and records stay"
