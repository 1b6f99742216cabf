#!/bin/sh
# Stops at once when the port is taken, before anything that takes long.
# check_port.sh NUMBER VARIABLE, where VARIABLE is how somebody chooses another one.
set -eu
. deploy/common.sh

python=$(find_python)
"$python" -c 'import socket, sys; socket.create_server(("127.0.0.1", int(sys.argv[1])))' "$1" \
    2>/dev/null || fail "port $1 of 127.0.0.1 cannot be used; another program may have it." \
    "Stop that program, or choose another port with $2=…"
