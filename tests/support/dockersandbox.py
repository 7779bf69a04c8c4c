# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Docker engine in namespaces of its own: nothing of the machine's engine, network or processes is touched."""
import io
import os
import re
import subprocess
import sys
import tarfile
import time
from pathlib import Path

MARK = 'PILOTHOUSE_DOCKER_SANDBOX'


def enter():
    """Starts this program again in its own network, mount and pid namespaces; returns only inside of them."""
    if os.environ.get(MARK):
        subprocess.run(['ip', 'link', 'set', 'lo', 'up'], check=True)
        subprocess.run(['mount', '-t', 'tmpfs', 'tmpfs', '/run'], check=True)  # containerd's and docker's own places
        return
    os.environ[MARK] = '1'
    command = ['unshare', '-n', '-m', '-p', '-f', '--kill-child', '--mount-proc', sys.executable, '-B', *sys.argv]
    if os.getuid() != 0:
        command = ['sudo', '-n', '-E', *command]
    os.execvp(command[0], command)


def libraries(program):
    for line in subprocess.run(['ldd', program], capture_output=True, text=True, check=True).stdout.splitlines():
        if found := re.search(r'(/\S+) (?:=> \S+ )?\(0x', line):
            yield found.group(1)


def image(server, model):
    """A tar with the real llama-server, its libraries and a model; no shell, no other program."""
    programs = [server, *(path for path in server.parent.glob('libggml-cpu-*') if re.search('x64|haswell|sse42', path.name))]
    names = {str(name) for program in programs for name in (program, *libraries(program))}
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w') as tar:
        for name in sorted(names):
            tar.add(Path(name).resolve(), name)
        temporary = tarfile.TarInfo('tmp')
        temporary.type, temporary.mode = tarfile.DIRTYPE, 0o1777
        tar.addfile(temporary)
        link = tarfile.TarInfo('usr/bin/llama-server')
        link.type, link.linkname = tarfile.SYMTYPE, str(server)
        tar.addfile(link)
        tar.add(model, 'models/tiny.gguf')
    return out.getvalue()


class Engine:
    def __init__(self, root, compose):
        """root: an empty folder; compose: the plugin's program."""
        self.root = root
        (root / 'config/cli-plugins').mkdir(parents=True)
        (root / 'config/cli-plugins/docker-compose').symlink_to(compose)
        self.environment = {'DOCKER_HOST': f'unix://{root}/docker.sock', 'DOCKER_CONFIG': str(root / 'config')}
        self.log = open(root / 'log', 'wb')
        self.daemon = subprocess.Popen(
            ['dockerd', '--data-root', root / 'data', '--exec-root', root / 'exec', '--pidfile', root / 'pid',
             '-H', self.environment['DOCKER_HOST'], '--exec-opt', 'native.cgroupdriver=cgroupfs'],
            stdout=self.log, stderr=self.log)
        end = time.monotonic() + 60
        while subprocess.run(['docker', 'version'], env={**os.environ, **self.environment}, capture_output=True,
                             check=False).returncode:
            if self.daemon.poll() is not None or time.monotonic() > end:
                raise RuntimeError('dockerd did not start:\n' + (root / 'log').read_text()[-3000:])
            time.sleep(0.1)

    def docker(self, *words, **options):
        done = subprocess.run(['docker', *words], env={**os.environ, **self.environment}, capture_output=True, timeout=60,
                              check=False, **options)
        if done.returncode:
            raise RuntimeError(f'docker {words}: {done.stderr.decode()}')
        return done.stdout.decode().strip()

    def stop(self):
        self.daemon.terminate()
        self.daemon.wait(30)
        self.log.close()
