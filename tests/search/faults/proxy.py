"""Stands between the site and a real Elasticsearch, and does to it what networks and servers do."""

import http.client
import json
import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from tests import services

NOT_PASSED_ON = {"connection", "transfer-encoding", "content-length", "content-encoding"}
LATE = 1.2
REJECTED = {"type": "es_rejected_execution_exception", "reason": "the queue is full"}


class Proxy:
    """A server that passes everything on, until it is told to behave badly.

    `fault` is one of: None, "refuse" (nobody listens), "hang" (no answer), "late" (answers
    after more than a second), "cut" (half an
    answer), "busy" (429 to everything), "broken" (503 to everything), "third" (429 for a third
    of the documents), "too_large" (413 to requests that hold a title too long), "chokes_on_page"
    (503 to requests with a page in them), "mute" (does what it is asked and gives no answer).
    `asked` counts the requests that came; `muted` holds the paths of those without an answer.
    """

    def __init__(self, context=None):
        self.fault = None
        self.asked = 0
        self.headers = []
        self.muted = []
        self.released = threading.Event()
        self._context = context
        self._port = 0
        self._server = None

    @property
    def url(self):
        """Return the address to give to the site, without the name of an index."""
        return f"{'https' if self._context else 'http'}://127.0.0.1:{self._port}"

    def start(self):
        """Listen, on the same port as before."""
        handler = type("Handler", (_Handler,), {"proxy": self})
        self._server = _Server(("127.0.0.1", self._port), handler)
        if self._context:
            self._server.socket = self._context.wrap_socket(self._server.socket, server_side=True)
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self):
        """Do not listen any more."""
        self._server.shutdown()
        self._server.server_close()

    @contextmanager
    def failing(self, fault):
        """Behave badly in one way for a while."""
        self.fault = fault
        self.released.clear()
        self.muted.clear()
        if fault == "refuse":
            self.stop()
        try:
            yield self
        finally:
            self.fault = None
            self.released.set()
            if fault == "refuse":
                self.start()


class _Server(ThreadingHTTPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        """Say nothing: a client that hangs up is what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    proxy = None

    def answer(self):
        """Answer a request in the way the proxy must behave now."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.proxy.asked += 1
        self.proxy.headers.append(dict(self.headers))
        getattr(self, f"_{self.proxy.fault}", self._pass)(body)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, *args):
        """Say nothing."""

    def _pass(self, body):
        self._send(*self._asked_of_the_server(body))

    def _refuse(self, body):
        self.close_connection = True

    def _hang(self, body):
        self.proxy.released.wait(timeout=60)
        self.close_connection = True

    def _late(self, body):
        self.proxy.released.wait(timeout=LATE)
        self._pass(body)

    def _mute(self, body):
        if "_bulk" in self.path:
            self._asked_of_the_server(body)
            self.proxy.muted.append(self.path)
            self._hang(body)
        else:
            self._pass(body)

    def _cut(self, body):
        status, headers, answer = self._asked_of_the_server(body)
        self.send_response(status)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", headers.get("content-type", "application/json"))
        self.send_header("Content-Length", str(len(answer) + 100))
        self.end_headers()
        self.wfile.write(answer[: len(answer) // 2])
        self.close_connection = True

    def _busy(self, body):
        self._send_error(429)

    def _broken(self, body):
        self._send_error(503)

    def _too_large(self, body):
        self._send_error(413) if b"x" * 250 in body else self._pass(body)

    def _chokes_on_page(self, body):
        self._send_error(503) if b'"page:' in body else self._pass(body)

    def _third(self, body):
        if "_bulk" not in self.path:
            return self._pass(body)
        actions = list(_actions(body))
        passed = [lines for n, lines in enumerate(actions) if n % 3]
        status, headers, answer = 200, {}, b'{"items": []}'
        if passed:
            lines = b"\n".join(line for each in passed for line in each) + b"\n"
            status, headers, answer = self._asked_of_the_server(lines)
        answer = json.loads(answer)
        answer["items"] += [_rejected(lines) for lines in actions[::3]]
        answer["errors"] = True
        return self._send(status, headers, json.dumps(answer).encode())

    def _asked_of_the_server(self, body):
        server = urlsplit(services.elasticsearch_url())
        connection = http.client.HTTPConnection(server.hostname, server.port, timeout=30)
        headers = {
            name: value
            for name, value in self.headers.items()
            if name.lower() not in {*NOT_PASSED_ON, "accept-encoding", "host", "authorization"}
        }
        connection.request(self.command, self.path, body or None, headers)
        response = connection.getresponse()
        answer = response.read()
        connection.close()
        return response.status, {k.lower(): v for k, v in response.getheaders()}, answer

    def _send_error(self, status):
        body = json.dumps({"error": REJECTED, "status": status}).encode()
        self._send(status, {}, body)

    def _send(self, status, headers, body):
        self.send_response(status)
        defaults = {"x-elastic-product": "Elasticsearch", "content-type": "application/json"}
        for name, value in {**defaults, **headers}.items():
            if name not in NOT_PASSED_ON:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _actions(body):
    """Yield the lines of each action of a bulk request."""
    lines = iter(body.splitlines())
    for line in lines:
        yield [line] if "delete" in json.loads(line) else [line, next(lines)]


def _rejected(lines):
    ((action, meta),) = json.loads(lines[0]).items()
    return {action: {"_id": meta["_id"], "status": 429, "error": REJECTED}}


def encrypted(certificate, key):
    """Return what a server needs to speak https."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
