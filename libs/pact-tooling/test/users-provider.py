"""A provider that is not Node: users in memory, and the states that contracts ask for.

It listens on a free port of 127.0.0.1, prints the port on a line, and ends with SIGTERM or when stdin is closed.
"""

import json
import os
import re
import signal
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

users: dict[str, dict] = {}


class Users(BaseHTTPRequestHandler):
    """GET /users/<id>, and POST /_states with Pact's {"state", "params", "action"}."""

    def do_GET(self) -> None:
        found = re.fullmatch(r"/users/([^/?]+)", self.path)
        if found and found[1] in users:
            self.answer(200, users[found[1]])
        else:
            self.answer(404, {"error": f"There is nothing at {self.path}."})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path != "/_states":
            self.answer(404, {"error": f"There is nothing at {self.path}."})
            return
        try:
            change = json.loads(body)
            state, action = change["state"], change.get("action", "setup")
        except (ValueError, KeyError, TypeError, AttributeError):
            self.answer(400, 'The body must be JSON: {"state", "params", "action"}.')
            return
        user = re.fullmatch(r"user (\d+) exists", str(state or ""))
        # Pact asks without a name for interactions that have no state.
        if state and not user:
            self.answer(400, f'There is no state "{state}".')
            return
        if user and action == "teardown":
            users.pop(user[1], None)
        elif user:
            params = change.get("params") or {}
            users[user[1]] = {"id": int(user[1]), "name": f"User {user[1]}", **params}
        self.answer(200, {})

    def answer(self, status: int, content: object) -> None:
        is_text = isinstance(content, str)
        body = (content if is_text else json.dumps(content)).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8" if is_text else "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing: stdout is for the port."""


signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
server = ThreadingHTTPServer(("127.0.0.1", 0), Users)
threading.Thread(target=lambda: (sys.stdin.buffer.read(), os._exit(0)), daemon=True).start()
print(server.server_address[1], flush=True)
server.serve_forever()
