#!/bin/sh
# Collects the static files into var/static, only when something they come from has changed.
set -eu
. deploy/common.sh

STAMP=$VAR/static/collected

sources() {
    cat .venv/requirements "$VAR/assets/installed" cms/settings.py
    find . \( -path './.*' -o -path ./var \) -prune -o -type f \
        \( -path './assets/*' -o -path '*/static/*' \) -exec cksum {} +
}

state=$(sources | cksum)
if [ "$(cat "$STAMP" 2>/dev/null)" != "$state" ]; then
    say "Collecting static files"
    .venv/bin/python manage.py collectstatic --noinput --clear --verbosity 0
    echo "$state" >"$STAMP"
fi
