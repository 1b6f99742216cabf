# What start.sh and stop.sh of Elasticsearch share. Sourced, never run.
. deploy/common.sh
. deploy/service.sh

PORT=${ES_PORT:-9200}
CONTAINER=wijkkennis-elasticsearch-$PORT

run_as=nobody

# Another program may have the number of a server that died: look at what runs, too.
server_runs() {
    command -v ps >/dev/null || fail "the command ps is missing." "Install it (Debian: procps)."
    [ -s "$1/pid" ] && ps -ww -p "$(cat "$1/pid")" -o args= | grep -q -F "$1/"
}

answers() {
    "$python" -c 'import sys, urllib.request as r; r.build_opener(r.ProxyHandler({})).open(sys.argv[1], timeout=5)' \
        "http://127.0.0.1:$PORT/_cluster/health?wait_for_status=yellow&timeout=1s"
}
