# What starting and stopping a service needs. Sourced after common.sh, never run.

# The container engine that really answers, not the one that is merely installed; empty when
# none does. CONTAINER_ENGINE=none chooses the service without a container.
container_engine() {
    for engine in ${CONTAINER_ENGINE:-docker podman}; do
        if "$engine" info >/dev/null 2>&1; then
            echo "$engine"
            return
        fi
    done
}

container_runs() {
    [ -n "$1" ] && [ -n "$("$1" ps --quiet --filter "name=^$2\$")" ]
}

# Both servers refuse to run as root: root starts them as another user.
# as_service USER COMMAND…: in a folder that every user can enter, so its paths must be absolute.
as_service() {
    user=$1
    shift
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
        return
    fi
    command -v setpriv >/dev/null || fail "setpriv is missing, and root cannot run this service." \
        "Install util-linux, or start the service as an ordinary user."
    (cd / && setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@")
}

# Prints the folder of a service, made when needed: service_folder NAME USER.
# That is var/NAME, unless USER cannot reach it (a checkout in root's home, say): then it is a
# folder for temporary files, remembered in var/NAME/moved-to so that the next start finds it.
service_folder() {
    mkdir -p "$VAR/$1"
    folder=$(cd "$VAR/$1" && pwd)
    if [ -f "$folder/moved-to" ] && [ -d "$(cat "$folder/moved-to")" ]; then
        cat "$folder/moved-to"
        return
    fi
    if ! as_service "$2" test -x "$folder"; then
        moved=$(mktemp -d "${TMPDIR:-/tmp}/wijkkennis-$1.XXXXXX")
        chmod 755 "$moved"
        as_service "$2" test -x "$moved" ||
            fail "user $2 can reach neither $folder nor $moved." \
                "Set TMPDIR to a folder that every user can reach."
        echo "$moved" >"$folder/moved-to"
        say "User $2 cannot reach $folder: using $moved"
        folder=$moved
    fi
    echo "$folder"
}

# give USER FOLDER: all that lies in it must belong to the user of the service.
give() {
    if [ "$(id -u)" -eq 0 ]; then
        chown -R "$1" "$2"
    fi
}

# wait_for SECONDS COMMAND…
wait_for() {
    left=$1
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 1
    done
}
