"""A mail server on a local port, that takes what it is given or refuses it as a test wants."""

import socketserver
import threading


class MailServer:
    """Keeps every mail; `refuse` answers no to them, `vanish` hangs up when it has one."""

    def __init__(self):
        self.received = []
        self.refuse = self.vanish = False
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                outer.talk(self)

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        """Hang up for good."""
        self.server.shutdown()
        self.server.server_close()

    def talk(self, caller):
        """Speak as much of SMTP as Python does."""

        def say(words):
            caller.wfile.write(words.encode() + b"\r\n")

        say("220 hier")
        for line in caller.rfile:
            word = line[:4].upper()
            if word == b"DATA":
                say("354 toe maar")
                mail = self._read(caller.rfile)
                if self.vanish:
                    return
                if self.refuse:
                    say("451 later <bas@voorbeeld.example>")
                else:
                    self.received.append(mail)
                    say("250 dank")
            elif word == b"QUIT":
                say("221 dag")
                return
            else:
                say("250 goed")

    @staticmethod
    def _read(lines):
        found = []
        for line in lines:
            if line == b".\r\n":
                break
            found.append(line)
        return b"".join(found)
