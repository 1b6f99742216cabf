#!/bin/sh
# Stops what start.sh started; the data stays.
set -eu
. deploy/postgres/common.sh

engine=$(container_engine)
bin=$(find_binaries)
folder=$(service_folder postgres "$run_as")
if container_runs "$engine" "$CONTAINER"; then
    "$engine" stop "$CONTAINER" >/dev/null
elif [ -n "$bin" ] && server_runs "$folder"; then
    as_service "$run_as" "$bin/pg_ctl" -D "$folder/data" -m fast -w stop >/dev/null
else
    say "PostgreSQL was not running."
    exit 0
fi
say "PostgreSQL has stopped."
