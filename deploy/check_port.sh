#!/bin/sh
# Stops at once when the port is taken, before anything that takes long: `check_port.sh 8000`.
set -eu
. deploy/common.sh

python=$(find_python)
"$python" -c 'import socket, sys; socket.create_server(("127.0.0.1", int(sys.argv[1])))' "$1" \
    2>/dev/null || fail "port $1 of 127.0.0.1 cannot be used; another program may have it." \
    "Stop that program, or choose another port: make $2 PORT=8001"
