#!/usr/bin/env bash
# The steps of packaging/deb/try-ready.sh, inside the bare root.
set -euo pipefail

HANDED=/srv/anteroom
OFFICE=/srv/office
LINES=/srv/try/lines
GUIDE=/srv/try/it.md

fetch() { # what the guide's own line fetches, and what this trial wants beside it
    apt-get -qq update
    cd $HANDED
    apt-get install -y -qq --no-install-recommends --download-only \
        ./anteroom_*.deb ./anteroom-session_*.deb espeak-ng alsa-utils >/dev/null
    apt-get install -y -qq --no-install-recommends \
        xvfb minisign cups cups-client printer-driver-cups-pdf >/dev/null 2>&1
}

guide() { # guide N: the lines of the Nth block of commands of the part "Install"
    awk -v wanted="$1" '/^## /{part = $0} part == "## Install" && /^```sh/{n++; on = 1; next}
        /^```/{on = 0} on && n == wanted' $GUIDE
}

queue() { # a print queue that writes files
    cupsd
    for _ in $(seq 50); do lpstat -r 2>/dev/null | grep -q "is running" && break; sleep 0.2; done
    lpadmin -p Office -v cups-pdf:/ -E \
        -P "$(ls /usr/share/ppd/cups-pdf/*.ppd | head -1)" 2>/dev/null
    lpstat -p Office
}

office() { # what people do at the back office: keys, review, signatures
    mkdir -p $OFFICE
    cd $OFFICE
    PYTHONPATH=/usr/lib/anteroom
    export PYTHONPATH
    anteroom() { HOME=$OFFICE python3 -Ps -c 'import sys; sys.path.insert(0, "/usr/lib/anteroom")
from kiosk.__main__ import main; sys.exit(main())' "$@"; }
    anteroom keys new clinic --no-passphrase
    anteroom keys new recovery --no-passphrase
    cp -r /usr/share/anteroom/content/ketamine pack
    today=$(date +%F)
    anteroom content review-language pack --lang en --name "Test Reviewer" \
        --qualification "test, not a review" --date "$today"
    yes y | anteroom content vouch pack --name "Test Ann" --role nurse | tail -1 || true
    sed -i 's/^status = "draft"/status = "approved"/' pack/pack.toml
    for name in ann bo; do minisign -G -W -s $name.key -p $name.pub >/dev/null; done
    printf 'approvers = ["Test Ann; nurse; %s", "Test Bo; physician; %s"]\n' \
        "$(tail -1 ann.pub)" "$(tail -1 bo.pub)" >approvers.toml
    anteroom content approve pack --name "Test Ann" --role nurse --key ann.key \
        --config approvers.toml --data data
    anteroom content approve pack --name "Test Bo" --role physician --key bo.key \
        --config approvers.toml --data data
    python3 -m zipfile -c $HANDED/pack.zip pack
    cp clinic.pub recovery.pub $HANDED/
    echo 407193 >$HANDED/pin.txt
    {
        printf 'region = "US"\nscreen_mm = 396\nrecipients = ["clinic.pub", "recovery.pub"]\n'
        printf 'pin_file = "pin.txt"\nclinic_name = "North Clinic"\nprinter = "Office"\n'
        cat approvers.toml
    } >$HANDED/answers.toml
    chmod 644 $HANDED/*
}

if [ "$1" = fetch ]; then
    fetch
    exit 0
fi
. /etc/os-release
echo "$PRETTY_NAME, without a network."
guide 1 >$LINES.1
guide 2 >$LINES.2
grep -q 'anteroom setup' $LINES.1 && grep -q 'anteroom check' $LINES.2
queue
Xvfb :7 -screen 0 1920x1080x24 -dpi 141 >/dev/null 2>&1 &
export DISPLAY=:7
cd $HANDED
# The office needs the program as well; its time does not count as the kiosk's.
head -1 $LINES.1 >$LINES.install
sed 1d $LINES.1 >$LINES.set-up
from=$SECONDS
echo "+ $(cat $LINES.install)"
bash -eu $LINES.install >/srv/try/apt.log 2>&1 || { tail -20 /srv/try/apt.log; exit 1; }
kiosk=$((SECONDS - from))
echo "The office: keys, review, two signatures, by test people."
(office) >/srv/try/office.log 2>&1 || { tail -20 /srv/try/office.log; exit 1; }
from=$SECONDS
bash -eux $LINES.set-up
bash -eux $LINES.2
kiosk=$((kiosk + SECONDS - from))
anteroom check --json | python3 -c 'import json, sys; sys.exit(not json.load(sys.stdin)["ready"])'
grep -q "Ready for real visits." readiness.html
# What the page that tries the printer would say of the queue.
python3 -Ps -c 'import sys; sys.path.insert(0, "/usr/lib/anteroom")
from kiosk.platform.print_queue import standing; print(standing()); sys.exit("idle" not in standing())'
echo "From the package to a passing report: $kiosk s."
kill %1
