"""A small OpenID provider, which says of whoever comes that they are the person it was given."""

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "wijkkennis", "geheim van de site"


class Provider:
    """Holds the key, the person who comes, and what was asked of it."""

    def __init__(self):
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.person = {}
        self.asked = []
        self.codes = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def _handler(provider):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self._answer({})

            def do_POST(self):
                length = int(self.headers["Content-Length"])
                self._answer(parse_qs(self.rfile.read(length).decode()))

            def _answer(self, sent):
                parts = urlsplit(self.path)
                provider.asked.append(parts.path)
                fields = {
                    name: values[0] for name, values in (parse_qs(parts.query) | sent).items()
                }
                status, headers, body = provider.answer(parts.path, fields, self.headers)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(json.dumps(body).encode())

            def log_message(self, *_args):
                """Be quiet."""

        return Handler

    def answer(self, path, fields, headers):
        """Return status, headers and body for a request."""
        ways = {
            "/.well-known/openid-configuration": self._configuration,
            "/jwks": self._keys,
            "/authorize": self._authorize,
            "/token": self._token,
            "/userinfo": self._userinfo,
        }
        if path not in ways:
            return 404, {}, {}
        return ways[path](fields, headers)

    def _configuration(self, _fields, _headers):
        places = {
            "authorization_endpoint": "/authorize",
            "token_endpoint": "/token",
            "userinfo_endpoint": "/userinfo",
            "jwks_uri": "/jwks",
        }
        found = {name: f"{self.address}{path}" for name, path in places.items()}
        return _json(found | {"issuer": self.address})

    def _keys(self, _fields, _headers):
        public = json.loads(RSAAlgorithm.to_jwk(self.key.public_key()))
        return _json({"keys": [public | {"kid": "1", "use": "sig", "alg": "RS256"}]})

    def _authorize(self, fields, _headers):
        assert fields["client_id"] == CLIENT
        assert fields["code_challenge_method"] == "S256"
        code = f"code-{len(self.codes)}"
        self.codes[code] = fields["code_challenge"]
        back = urlencode({"code": code, "state": fields["state"]})
        return 302, {"Location": f"{fields['redirect_uri']}?{back}"}, {}

    def _token(self, fields, _headers):
        # A code is given for a token once, to who asked for it.
        challenge = self.codes.pop(fields.get("code"), None)
        proof = hashlib.sha256(fields.get("code_verifier", "").encode()).digest()
        if challenge != base64.urlsafe_b64encode(proof).rstrip(b"=").decode():
            return 400, {"Content-Type": "application/json"}, {"error": "invalid_grant"}
        if (fields.get("client_id"), fields.get("client_secret")) != (CLIENT, SECRET):
            return 401, {"Content-Type": "application/json"}, {"error": "invalid_client"}
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 60, **self.person}
        token = jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "1"})
        return _json({"access_token": "toegang", "token_type": "Bearer", "id_token": token})

    def _userinfo(self, _fields, headers):
        assert headers["Authorization"] == "Bearer toegang"
        return _json(self.person)


def _json(body):
    return 200, {"Content-Type": "application/json"}, body
