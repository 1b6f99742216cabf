#!/bin/sh
# Stops what start.sh started; the data of a server outside a container stays.
set -eu
. deploy/elasticsearch/common.sh

stopped() {
    ! server_runs "$folder"
}

stop_server() {
    pid=$(cat "$folder/pid")
    kill "$pid"
    wait_for 60 stopped || fail "Elasticsearch (process $pid) does not stop." "End it: kill -9 $pid"
}

engine=$(container_engine)
folder=$(service_folder elasticsearch "$run_as")
if container_runs "$engine" "$CONTAINER"; then
    "$engine" stop "$CONTAINER" >/dev/null
elif server_runs "$folder"; then
    stop_server
else
    say "Elasticsearch was not running."
    exit 0
fi
say "Elasticsearch has stopped."
