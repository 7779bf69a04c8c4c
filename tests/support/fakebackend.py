#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A deployment's backend as far as Pilothouse asks it: GET /health and GET /model-config, right or wrong.

usage: fakebackend.py --port N [--mode M] [--model NAME] [--health KIND] [--config KIND]
KIND: ok, degraded (503 with a body), error (500), text, huge, slow, redirect (to another origin), missing
--model is read anew for each answer when it names a file ("@FILE").
"""
import argparse
import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

parser = argparse.ArgumentParser()
parser.add_argument("--port", type=int, required=True)
parser.add_argument("--mode", default="ollama")
parser.add_argument("--model", default="smollm2:135m")
parser.add_argument("--health", default="ok")
parser.add_argument("--config", default="ok")
options = parser.parse_args()


def model():
    if options.model.startswith("@"):
        with open(options.model[1:]) as file:
            return file.read().strip()
    return options.model


class Handler(BaseHTTPRequestHandler):
    def send(self, status, body, content_type="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        good = {"/health": {"status": "degraded" if options.health == "degraded" else "ok",
                            "components": {"llm": {"ok": options.health != "degraded", "mode": options.mode, "model": model()}}},
                "/model-config": {"provider": options.mode, "model": model()}}
        kind = {"/health": options.health, "/model-config": options.config}.get(self.path, "missing")
        if kind == "slow":
            time.sleep(30)
        if kind == "redirect":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:9/health")
            self.end_headers()
        elif kind == "missing":
            self.send(404, b'{"detail":"Not Found"}')
        elif kind == "error":
            self.send(500, b"Internal Server Error", "text/plain")
        elif kind == "text":
            self.send(200, b"<html>hello</html>", "text/html")
        elif kind == "huge":
            self.send(200, b'{"status":"' + b"x" * 1_000_000 + b'"}')
        else:
            self.send(503 if kind == "degraded" else 200, json.dumps(good[self.path]).encode())

    def log_message(self, text, *arguments):
        pass


ThreadingHTTPServer.daemon_threads = True
ThreadingHTTPServer(("127.0.0.1", options.port), Handler).serve_forever()
