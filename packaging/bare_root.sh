# Read by the scripts that try set-up and packages in a bare Debian or Ubuntu root; runs nothing.
#
# ROOTS           where roots are built, never inside this tree (default /var/tmp/anteroom-roots)
# PARTS           archive components (default main; Ubuntu needs main,universe)
# RELEASE_SCRIPT  debootstrap script, for a suite that this debootstrap does not know
# UNCHECKED=1     skip the archive signature, where the archive's key is not on this machine

roots=${ROOTS:-/var/tmp/anteroom-roots}

# fresh_root SUITE MIRROR NAME: makes ROOTS/SUITE-base once, and ROOTS/SUITE-NAME afresh from it.
fresh_root() {
    local suite=$1 mirror=$2 base=$roots/$1-base
    root=$roots/$1-$3
    mkdir -p "$roots"
    if [ ! -e "$base/.complete" ]; then
        echo "Building a bare $suite root." >&2
        rm -rf "$base"
        debootstrap --variant=minbase "--components=${PARTS:-main}" \
            ${UNCHECKED:+--no-check-gpg} "$suite" "$base" "$mirror" \
            ${RELEASE_SCRIPT:+"$RELEASE_SCRIPT"} >"$roots/$suite.log" 2>&1 ||
            { tail -5 "$roots/$suite.log" >&2; exit 1; }
        touch "$base/.complete"
    fi
    rm -rf --one-file-system "$root"
    cp -a --reflink=auto "$base" "$root"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
}
