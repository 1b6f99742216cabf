"""Gunicorn, for `make run` and the container alike; the address is given on the command line."""

from gunicorn.http import message

worker_class = "gthread"
workers = 2
threads = 4
# Quiet, so that the address and the demo logins stay the last lines on the screen.
loglevel = "warning"
# Gunicorn refuses an address of more than 8190 bytes in English and without our pages; the site
# itself says in Dutch what is too long.
message.MAX_REQUEST_LINE = limit_request_line = 64 * 1024
# Gunicorn would put a control socket in the home folder; nothing here uses it.
control_socket_disable = True


def post_worker_init(worker):
    """Index what an earlier process left in the queue."""
    from search.changes import wake

    wake()
