# SPDX-License-Identifier: GPL-3.0-or-later
"""pilothousectl as its user meets it: a folder of its own, states and settings of its own, exit codes and JSON."""
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

SOURCE = Path(os.environ['PILOTHOUSE_SOURCE_DIR'])
PROGRAM = os.environ['PILOTHOUSECTL']


def engine(name):
    """The folder of a real engine; got once, then cached outside the build tree."""
    return Path(subprocess.check_output(['bash', SOURCE / 'packaging/engines/ensure.sh', name], text=True).strip())


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


def answers(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(('127.0.0.1', port)) == 0


def alive(pid):
    """A process that waits for its starter to take note of its end is not alive."""
    try:
        return Path(f'/proc/{pid}/stat').read_text().rpartition(')')[2].split()[0] not in 'ZX'
    except (FileNotFoundError, ProcessLookupError):
        return False


def processes_of(text):
    """Pids of living processes, this one aside, with text in their command line or environment."""
    found = []
    for entry in Path('/proc').iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            known = (entry / 'cmdline').read_bytes() + (entry / 'environ').read_bytes()
        except OSError:
            continue
        if text.encode() in known and alive(entry.name):
            found.append(int(entry.name))
    return found


def group_of(leader):
    """Pids of the living processes in the leader's process group."""
    found = []
    for entry in Path('/proc').iterdir():
        try:
            if entry.name.isdigit() and int((entry / 'stat').read_text().rpartition(')')[2].split()[2]) == leader and alive(entry.name):
                found.append(int(entry.name))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


class CtlTest(unittest.TestCase):
    path = ''  # folders put before PATH

    @classmethod
    def setUpClass(cls):
        cls.root = Path(tempfile.mkdtemp(prefix='pilothouse-ctl-'))
        cls.folder = cls.root / 'deployment'
        cls.folder.mkdir(mode=0o700)
        cls.environment = {**os.environ, 'XDG_STATE_HOME': str(cls.root / 'state'), 'XDG_CONFIG_HOME': str(cls.root / 'config'),
                           'XDG_CACHE_HOME': str(cls.root / 'cache'), 'HOME': str(cls.root),
                           'PATH': cls.path + os.environ['PATH']}

    @classmethod
    def tearDownClass(cls):
        subprocess.run([PROGRAM, '-C', cls.folder, 'down'], env=cls.environment, capture_output=True, check=False)
        shutil.rmtree(cls.root, ignore_errors=True)

    @property
    def env_file(self):
        return self.folder / '.env'

    def command(self, *words, folder=None):
        return [PROGRAM, '-C', str(folder or self.folder), *words]

    def ctl(self, *words, code=0, folder=None, **options):
        """stdout and stderr of a run that must end with this exit code (None: with any)."""
        done = subprocess.run(self.command(*words, folder=folder), env={**self.environment, **options.pop('env', {})},
                              capture_output=True, timeout=180, check=False, **options)
        out, err = done.stdout.decode(errors='replace'), done.stderr.decode(errors='replace')
        if code is not None:
            self.assertEqual(done.returncode, code, f'{words}\n{out}\n{err}')
        return out, err

    def json(self, *words, code=0, folder=None, **options):
        """The one JSON document on stdout; anything else there is an error."""
        out, err = self.ctl('--json', *words, code=code, folder=folder, **options)
        self.assertEqual(out.count('\n'), 1, out)
        self.assertEqual(err, '')
        return json.loads(out)

    def error(self, *words, code=1, folder=None, **options):
        """The failure object; each of its four parts is there."""
        failure = self.json(*words, code=code, folder=folder, **options)['error']
        self.assertEqual(sorted(failure), ['code', 'detail', 'fix', 'message'])
        return failure

    def start(self, *words):
        return subprocess.Popen(self.command(*words), env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def eventually(self, condition, seconds=20):
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, 'it did not happen')
            time.sleep(0.05)
