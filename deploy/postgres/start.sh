#!/bin/sh
# Starts PostgreSQL on loopback, for development and tests: in a container where an engine
# answers, else with the PostgreSQL programs of this machine. Prints DATABASE_URL. Everything it
# makes lies under var/postgres. PG_PORT chooses the port.
set -eu
. deploy/postgres/common.sh

IMAGE=postgres:17

# Sorts as Dutch does; only the role of role.sql can sign in over the network. Single-user mode
# reads one statement a line. Renamed last, so that a cluster that was broken off is made again.
create_cluster() {
    rm -rf "$folder/new" &&
        as_service "$run_as" "$bin/initdb" -D "$folder/new" --username=postgres --encoding=UTF8 \
            --locale=C --locale-provider=icu --icu-locale=nl --no-sync \
            --auth-local=peer --auth-host=scram-sha-256 &&
        as_service "$run_as" "$bin/postgres" --single -D "$folder/new" postgres \
            <deploy/postgres/role.sql &&
        mv "$folder/new" "$folder/data"
}

# Without sockets in the file system no path can be too long for one. Without fsync the tests run
# faster; what lies here can be made again.
start_here() {
    [ -n "$bin" ] || fail "PostgreSQL 15 or later, or a running container engine, is needed." \
        "Install one (Debian: apt-get install postgresql)."
    give "$run_as" "$folder"
    [ -d "$folder/data" ] || create_cluster >"$folder/create.log" 2>&1 ||
        fail "the PostgreSQL cluster could not be made." "See $folder/create.log."
    as_service "$run_as" "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 \
        -o "-p $PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off" \
        start >/dev/null || fail "PostgreSQL did not start." "See $folder/log."
}

start_container() {
    mkdir -p "$folder/container"
    "$engine" run --detach --rm --name "$CONTAINER" --publish "127.0.0.1:$PORT:5432" \
        --env POSTGRES_USER=wijkkennis --env POSTGRES_PASSWORD=wijkkennis \
        --env POSTGRES_INITDB_ARGS="--locale=C --locale-provider=icu --icu-locale=nl" \
        --volume "$folder/container:/var/lib/postgresql/data" "$IMAGE" >&2 ||
        fail "$engine could not start $IMAGE." \
            "Read its message above, or go without a container: CONTAINER_ENGINE=none"
    # Over the network, for while the image prepares its data it answers on its socket only.
    wait_for 60 "$engine" exec "$CONTAINER" pg_isready --host=127.0.0.1 ||
        fail "PostgreSQL does not answer on port $PORT." "See the log of container $CONTAINER."
}

start() {
    sh deploy/check_port.sh "$PORT" PG_PORT
    say "Starting PostgreSQL on port $PORT"
    if [ -n "$engine" ]; then start_container; else start_here; fi
}

already_runs() {
    container_runs "$engine" "$CONTAINER" && return
    [ -n "$bin" ] && server_runs "$folder" || return
    running=$(sed -n 4p "$folder/data/postmaster.pid")
    [ "$running" = "$PORT" ] || fail "PostgreSQL already runs on port $running." \
        "Use that one, or stop it first: make postgres-stop"
}

engine=$(container_engine)
bin=$(find_binaries)
folder=$(service_folder postgres "$run_as")
already_runs || start
echo "DATABASE_URL=postgres://wijkkennis:wijkkennis@127.0.0.1:$PORT/wijkkennis"
