"""A server on this machine that answers as the sources do, or fails as they do."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit


class Answer:
    """What a path answers: once, or as often as `times` says before the next one's turn."""

    def __init__(self, body=b"", status=200, headers=(), times=None, wait=0, cut_off=False):
        self.body = json.dumps(body).encode() if isinstance(body, (dict, list)) else body
        self.status, self.headers, self.times = status, dict(headers), times
        self.wait, self.cut_off = wait, cut_off


class Source:
    """A server with answers per path; `asked` remembers every address, unquoted."""

    def __init__(self):
        self.answers, self.asked = {}, []
        handler = type("Handler", (_Handler,), {"source": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def on(self, path, *answers):
        """Answer this way at a path, with or without a query; a function gets the query."""
        self.answers[path] = list(answers)

    def before(self, path, *answers):
        """Answer this way first, then as was set."""
        self.answers[path] = [*answers, *self.answers[path]]

    def count(self, path):
        return sum(asked.startswith(path) for asked in self.asked)

    @contextmanager
    def running(self):
        thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()

    def take(self, path):
        """Return the answer whose turn it is at a path; the whole address goes before its path."""
        self.asked.append(unquote(path))
        parts = urlsplit(path)
        turns = self.answers.get(unquote(path)) or self.answers.get(parts.path)
        if not turns:
            return Answer(b"<html>Not found</html>", status=404)
        answer = turns[0]
        if callable(answer):
            query = {key: value[0] for key, value in parse_qs(parts.query).items()}
            return Answer(answer(query))
        if not isinstance(answer, Answer):
            return Answer(answer)
        if answer.times is not None:
            answer.times -= 1
            if answer.times == 0:
                turns.pop(0)
        return answer


class _Handler(BaseHTTPRequestHandler):
    source = None

    def do_GET(self):
        answer = self.source.take(self.path)
        time.sleep(answer.wait)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        body = answer.body[: len(answer.body) // 2] if answer.cut_off else answer.body
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            # The client did not wait for the rest, which is what some tests are about.
            self.close_connection = True
        if answer.cut_off:
            self.close_connection = True

    def log_message(self, *_words):
        """Stay silent: the tests look at `asked`."""


def failing(status, times, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(b"<html>Service Unavailable</html>", status=status, headers=named, times=times)
