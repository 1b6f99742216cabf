#!/bin/sh
# Starts one Elasticsearch 8.19 node on loopback, for development and tests: in a container where
# an engine answers, else with the Java of this machine. Prints SEARCH_URL. Everything it makes
# lies under var/elasticsearch. ES_PORT chooses the port.
set -eu
. deploy/elasticsearch/common.sh

IMAGE=docker.elastic.co/elasticsearch/elasticsearch:8.19.8
HEAP="-Xms512m -Xmx512m"

find_java() {
    java=${JAVA_HOME:+$JAVA_HOME/bin/}java
    properties=$("$java" -XshowSettings:properties -version 2>&1) || properties=
    version=$(echo "$properties" | sed -n 's/.*java\.specification\.version = //p')
    [ "${version%%.*}" -ge 17 ] 2>/dev/null ||
        fail "Elasticsearch needs Java 17 or later, or a running container engine." \
            "Install a JDK (Debian: apt-get install default-jre-headless), or set JAVA_HOME."
    echo "$properties" | sed -n 's/.*java\.home = //p'
}

unpack() {
    command -v mvn >/dev/null || fail "Elasticsearch is fetched with Maven, which is missing." \
        "Install it (Debian: apt-get install maven), or start a container engine."
    say "Fetching Elasticsearch with Maven (909 MB the first time)"
    mvn --batch-mode --quiet --file deploy/elasticsearch/pom.xml -Dfolder="$folder" \
        dependency:unpack >"$folder/unpack.log" 2>&1 ||
        fail "Maven could not fetch Elasticsearch." "See $folder/unpack.log, then try again."
    # Renamed last, so that an unpacking that was broken off is done again.
    mv "$folder"/unpacked/*/elasticsearch "$folder/server"
    rm -rf "$folder/unpacked"
}

# The build has no bin/elasticsearch: this is what that script would do.
start_daemon() {
    # shellcheck disable=SC2086 # one option a word
    as_service "$run_as" env -u JAVA_HOME CLI_NAME=server CLI_LIBS=lib/tools/server-cli \
        ES_JAVA_HOME="$java_home" ES_JAVA_OPTS="$HEAP" ES_TMPDIR="$folder/tmp" \
        "$folder/server/bin/elasticsearch-cli" --daemonize --pidfile "$folder/pid" \
        $options -Enetwork.host=127.0.0.1 -Ehttp.port="$PORT" \
        -Epath.data="$folder/data" -Epath.logs="$folder/logs" >"$folder/start.log" 2>&1
}

start_here() {
    java_home=$(find_java)
    [ -d "$folder/server" ] || unpack
    mkdir -p "$folder/data" "$folder/logs" "$folder/tmp"
    give "$run_as" "$folder"
    options=$(sed 's/^/-E/' deploy/elasticsearch/settings.env)
    start_daemon || fail "Elasticsearch did not start." "See $folder/start.log and $folder/logs."
    echo "$PORT" >"$folder/port"
}

# Nothing is kept when the container stops: the site fills its index again from the database.
start_container() {
    "$engine" run --detach --rm --name "$CONTAINER" --publish "127.0.0.1:$PORT:9200" \
        --env-file deploy/elasticsearch/settings.env --env ES_JAVA_OPTS="$HEAP" "$IMAGE" >&2 ||
        fail "$engine could not start $IMAGE." \
            "Read its message above, or go without a container: CONTAINER_ENGINE=none"
}

start() {
    sh deploy/check_port.sh "$PORT" ES_PORT
    say "Starting Elasticsearch on port $PORT"
    if [ -n "$engine" ]; then start_container; else start_here; fi
    wait_for 120 answers || fail "Elasticsearch does not answer on port $PORT." \
        "See $folder/logs, or the log of container $CONTAINER."
}

already_runs() {
    container_runs "$engine" "$CONTAINER" && return
    server_runs "$folder" || return
    running=$(cat "$folder/port")
    [ "$running" = "$PORT" ] || fail "Elasticsearch already runs on port $running." \
        "Use that one, or stop it first: make elasticsearch-stop"
}

python=$(find_python)
engine=$(container_engine)
folder=$(service_folder elasticsearch "$run_as")
already_runs || start
echo "SEARCH_URL=http://127.0.0.1:$PORT/wijkkennis"
