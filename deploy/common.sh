# What the scripts in this folder share. Sourced from the root of the checkout, never run.

VAR=${WIJKKENNIS_DATA_DIR:-var}

# Messages go to standard error: standard output carries only what another command may read.
say() {
    printf '%s\n' "$*" >&2
}

# fail "what is wrong" "what to do about it"
fail() {
    say "Error: $1"
    say "  $2"
    exit 1
}

checksum() {
    cksum <"$1" | tr -d '\n'
}

python_fits() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# A name on the PATH proves nothing (it may be a version manager's empty shim): ask each one.
find_python() {
    for python in ${PYTHON:-} python3 python3.13 python3.12 python3.14 python3.11; do
        if python_fits "$python"; then
            printf '%s\n' "$python"
            return
        fi
    done
    fail "no Python 3.11 or later with its venv module was found." \
        "Install one (Debian: apt-get install python3 python3-venv), or name it: make PYTHON=/path/to/python3"
}
