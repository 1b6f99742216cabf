# What start.sh and stop.sh of PostgreSQL share. Sourced, never run.
. deploy/common.sh
. deploy/service.sh

PORT=${PG_PORT:-5433}
CONTAINER=wijkkennis-postgres-$PORT

run_as=nobody
if id postgres >/dev/null 2>&1; then
    run_as=postgres
fi

server_runs() {
    [ -s "$1/data/postmaster.pid" ] && as_service "$run_as" "$bin/pg_ctl" -D "$1/data" status >/dev/null
}

# Prints the folder with the server programs, the newest of those that Debian keeps side by side.
find_binaries() {
    for place in $(ls -dr /usr/lib/postgresql/*/bin 2>/dev/null) "$(pg_config --bindir 2>/dev/null)"; do
        if [ -x "$place/initdb" ] && [ "$(major_version "$place")" -ge 15 ]; then
            echo "$place"
            return
        fi
    done
}

major_version() {
    "$1/initdb" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/'
}
