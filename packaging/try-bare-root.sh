#!/usr/bin/env bash
# Proves set-up from nothing: a bare Debian or Ubuntu root with only python3, then the one command.
#
#   packaging/try-bare-root.sh SUITE MIRROR [arguments for `dev.py test`]
#
# SUITE is a release name (bookworm, trixie, noble); MIRROR is the address of a package mirror.
# Must be run as root, with debootstrap installed. Settings, all optional:
#   ROOTS            where roots are built, never inside this tree (default /var/tmp/anteroom-roots)
#   PARTS            archive components (default main; Ubuntu needs main,universe)
#   RELEASE_SCRIPT   debootstrap script, for a suite that this debootstrap does not know
#   UNCHECKED=1      skip the archive signature, where the archive's key is not on this machine
#   EXTRA_CA         a certificate bundle to add to the root's own, for a machine behind a proxy
#   COMMAND          what to run instead of `test` (for example: lint)
# The bare root is kept as ROOTS/SUITE-base and copied afresh for each run to ROOTS/SUITE-run, which
# stays for inspection. PIP_*, UV_* and *_proxy variables reach the root; nothing else does.
set -euo pipefail

if [ $# -lt 2 ] || [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
    sed -n '2,17p' "$0" | sed 's/^# \{0,1\}//' >&2
    exit 2
fi
suite=$1
mirror=$2
shift 2
tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$tree/packaging/bare_root.sh"

echo "Making the root and copying the tree." >&2
fresh_root "$suite" "$mirror" run
mkdir -p "$root/srv/anteroom"
(cd "$tree" && git ls-files --cached --others --exclude-standard -z |
    tar --create --null --files-from=- --ignore-failed-read) |
    tar --extract --no-same-owner --directory "$root/srv/anteroom"
if [ -n "${EXTRA_CA:-}" ]; then
    install -D -m 644 "$EXTRA_CA" "$root/usr/local/share/extra-ca.pem"
fi

passed=()
while IFS= read -r -d '' pair; do
    case $pair in
        PIP_*=* | UV_*=* | *_proxy=* | *_PROXY=*) passed+=("$pair") ;;
    esac
done < <(env -0)

export ROOT_FOLDER=$root COMMAND_NAME=${COMMAND:-test}
# Mounts live in a namespace of their own and are gone with it.
exec unshare --mount --pid --fork --kill-child bash -euc '
    mount -t proc proc "$ROOT_FOLDER/proc"
    mount --rbind /dev "$ROOT_FOLDER/dev"
    inside() { chroot "$ROOT_FOLDER" env -i HOME=/srv LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        DEBIAN_FRONTEND=noninteractive "$@" </dev/null; }
    inside apt-get -qq update
    inside apt-get -qq install -y --no-install-recommends python3 ca-certificates >/dev/null 2>&1
    if [ -e "$ROOT_FOLDER/usr/local/share/extra-ca.pem" ]; then
        cat "$ROOT_FOLDER/usr/local/share/extra-ca.pem" >>"$ROOT_FOLDER/etc/ssl/certs/ca-certificates.crt"
    fi
    arguments=() passed=()
    into=passed
    for word in "$@"; do
        if [ "$word" = -- ] && [ $into = passed ]; then into=arguments; continue; fi
        if [ $into = passed ]; then passed+=("$word"); else arguments+=("$word"); fi
    done
    echo "Bare root ready: $(inside python3 --version). Running dev.py $COMMAND_NAME." >&2
    cd "$ROOT_FOLDER/srv/anteroom"
    time inside "${passed[@]}" python3 /srv/anteroom/packaging/dev.py "$COMMAND_NAME" "${arguments[@]}"
' bare-root "${passed[@]}" -- "$@"
