#!/bin/sh
# Installs the locked style sheets and fonts of package.json into var/assets/node_modules.
set -eu
. deploy/common.sh

HOME_OF_ASSETS=$VAR/assets
STAMP=$HOME_OF_ASSETS/installed

# Older versions of npm read the lock file differently.
npm_fits() {
    version=$(npm --version 2>/dev/null) && [ "${version%%.*}" -ge 9 ]
}

# Node.js comes as a Python package where the machine has none.
use_npm_from_python() {
    say "No npm 9 or later on this machine: installing requirements/node.txt"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
        --only-binary :all: -r requirements/node.txt
    PATH=$PWD/.venv/bin:$PATH
}

install() {
    say "Installing style sheets and fonts"
    mkdir -p "$HOME_OF_ASSETS"
    cp package.json package-lock.json .npmrc "$HOME_OF_ASSETS"
    npm_fits || use_npm_from_python
    (cd "$HOME_OF_ASSETS" && npm ci --ignore-scripts --loglevel=error >&2) ||
        fail "npm could not install the packages of package-lock.json; its message is above." \
            "Check the network, then try again."
}

state=$(cat package.json package-lock.json .npmrc | cksum)
if [ "$(cat "$STAMP" 2>/dev/null)" != "$state" ]; then
    install
    echo "$state" >"$STAMP"
fi
