#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scripted OpenAI-compatible provider for faults that a real one does not make on demand.

usage: fakeprovider.py MODE --port N [--model NAME] [--seconds S] [--mark FILE]
MODE: ready, other-model, loading, never-binds, exit3, dies-later, ignores-term, hangs, forks-and-exits, daemon, tree, flood,
      port-taken, environment (writes its environment and descriptors to --mark)
--mark: every process of this program appends "PID role", or "PID TERM" when it gets a SIGTERM that it survives.
"""
import argparse
import json
import os
import signal
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

parser = argparse.ArgumentParser()
parser.add_argument("mode")
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--model", default="fake")
parser.add_argument("--seconds", type=float, default=0.5)
parser.add_argument("--mark", default=os.devnull)
options = parser.parse_args()
begun = time.monotonic()


def mark(text):
    with open(options.mark, "a") as file:
        file.write(f"{os.getpid()} {text}\n")


def ignore_term():
    signal.signal(signal.SIGTERM, lambda *_: mark("TERM"))


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if options.mode == "loading" and time.monotonic() - begun < options.seconds:
            self.answer(503, {"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}})
        elif self.path == "/v1/models":
            self.answer(200, {"object": "list", "data": [{"id": options.model, "object": "model", "owned_by": "fake"}]})
        else:
            self.answer(404, {"error": {"message": "not found"}})

    def log_message(self, text, *arguments):
        pass


def serve():
    mark("serves")
    ThreadingHTTPServer.daemon_threads = True
    ThreadingHTTPServer(("127.0.0.1", options.port), Handler).serve_forever()


def sleeper(role, own_session):
    if os.fork() == 0:
        if own_session:
            os.setsid()
        ignore_term()
        mark(role)
        while True:
            time.sleep(1)


print(f"fake provider in mode {options.mode}", flush=True)
if options.mode == "never-binds":
    mark("waits")
    while True:
        time.sleep(1)
elif options.mode == "exit3":
    for line in range(30):
        print(f"line {line}")
    print("\x1b[31mfatal: \x1b[0mtoken hf_abcdefghijklmnopqrst was refused", flush=True)
    sys.exit(3)
elif options.mode == "port-taken":
    print(f"Error: listen tcp 127.0.0.1:{options.port}: bind: address already in use", flush=True)
    sys.exit(1)
elif options.mode == "dies-later":
    threading.Timer(options.seconds, lambda: os._exit(7)).start()
    serve()
elif options.mode == "ignores-term":
    ignore_term()
    serve()
elif options.mode == "hangs":
    import socket
    server = socket.create_server(("127.0.0.1", options.port))
    mark("hangs")
    while True:
        time.sleep(1)
elif options.mode == "forks-and-exits":
    if os.fork() == 0:
        serve()
    time.sleep(0.2)
elif options.mode == "daemon":
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            serve()
        os._exit(0)
    os.wait()
elif options.mode == "tree":
    sleeper("child", False)
    sleeper("escaped", True)
    if os.fork() == 0:  # a double fork: the parent of "daemon" is gone at once
        os.setsid()
        sleeper("daemon", False)
        os._exit(0)
    os.wait()
    serve()
elif options.mode == "flood":
    def flood():
        count = 0
        while True:
            print("\n".join(f"flood line {count + line} " + "x" * 80 for line in range(1000)), flush=True)
            count += 1000
            time.sleep(0.1)
    threading.Thread(target=flood, daemon=True).start()
    serve()
elif options.mode == "environment":
    with open(options.mark, "w") as file:
        json.dump({"environment": dict(os.environ), "descriptors": sorted(int(fd) for fd in os.listdir("/proc/self/fd")),
                   "stdin": os.readlink("/proc/self/fd/0"), "folder": os.getcwd(), "session": os.getsid(0),
                   "pid": os.getpid(), "arguments": sys.argv[1:],
                   "blocked": open("/proc/self/status").read().split("SigBlk:")[1].split()[0],
                   "ignored": open("/proc/self/status").read().split("SigIgn:")[1].split()[0]}, file)
else:
    serve()
