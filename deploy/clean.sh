#!/bin/sh
# Stops the services and removes all that was made here: the environment, the site's data, the
# services' data.
set -eu
. deploy/common.sh

say "Removing .venv and $VAR, with the database and the uploaded files of this checkout."
sh deploy/elasticsearch/stop.sh
sh deploy/postgres/stop.sh
for moved in "$VAR"/*/moved-to; do
    [ ! -f "$moved" ] || rm -rf "$(cat "$moved")"
done
rm -rf .venv "$VAR"
