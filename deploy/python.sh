#!/bin/sh
# Brings .venv up to the locked requirements: `python.sh run` or `python.sh dev`.
#
# One environment serves both. .venv/requirements tells what it holds; dev holds all that run
# needs, so once somebody develops here `run` keeps the development packages current as well.
set -eu
. deploy/common.sh

STAMP=.venv/requirements

create() {
    python=$(find_python)
    say "Creating .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}

wanted_set() {
    case "$1 $(cat "$STAMP" 2>/dev/null)" in
    "dev "* | *" dev "*) echo dev ;;
    *) echo run ;;
    esac
}

install() {
    say "Installing requirements/$1.txt"
    # Python compiles what it imports, which is a small part of all there is.
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-compile \
        --require-hashes -r "requirements/$1.txt"
}

# A checkout that was moved, or a Python that was removed, leaves a .venv that cannot start.
.venv/bin/python -c '' 2>/dev/null || create
set=$(wanted_set "$1")
state="$set $(checksum "requirements/$set.txt")"
if [ "$(cat "$STAMP" 2>/dev/null)" != "$state" ]; then
    install "$set"
    echo "$state" >"$STAMP"
fi
