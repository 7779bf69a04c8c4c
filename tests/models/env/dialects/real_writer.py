# SPDX-License-Identifier: GPL-3.0-or-later
"""10,000 nasty values written as "env set" writes them, read back by the real readers. A value that the tool wrote for a
reader must come back; dash, bash and python-dotenv have to be there, the others are asked where they are installed:
npm dotenv (PILOTHOUSE_NODE_DOTENV names the folder that holds node_modules), systemd's library, docker-compose."""
import base64
import glob
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOOL = os.environ['PILOTHOUSE_WRITETOOL']
COUNT, PER_FILE = 10_000, 50
TARGETS = ['compose,python-dotenv,sh', 'compose,python-dotenv,sh,node-dotenv,systemd', 'compose,python-dotenv,node-dotenv',
           'sh,systemd', 'compose,python-dotenv,sh,node-dotenv,systemd,docker-env-file', 'sh', 'python-dotenv', 'compose',
           'node-dotenv', 'systemd']
PIECES = ['a', 'B9', ' ', '\t', '\n', "'", '"', '`', '\\', '\\\\', '$', '$A', '$(', '#', ' #', '~', ':~', '=', ';', '&', '|', '<', '>',
          ')', '(', '\\n', "\\'", '\\"', '\\$', '\\0', '\\t', '\r', '\r\n', 'é', '\u00a0', '\u2028', '\u0085', '\ufeff', '\u3000', '🚢',
          '!', '*', '?', '[', ']', '{a,b}', '}', '{', '\x1c', '\x0b', '\x01', '\x7f', '-', '%', '@', '+', ',', '.', '/', 'export ', 'K1',
          '${', '$$', '$1', '$?', '\ufffe']
REFERENCE = re.compile(r'\$(?:\{[A-Za-z_][A-Za-z0-9_]*(?::?[-+][^{}"\'`\\$]*)?\}|[A-Za-z_][A-Za-z0-9_]*)')

PYTHON = r'''
import base64, json, sys, dotenv
e = lambda s: None if s is None else base64.b64encode(s.encode()).decode()
for p in sys.stdin.read().splitlines(): print(json.dumps({k: e(v) for k, v in dotenv.dotenv_values(p).items()}))
'''
NODE = r'''
const d = require(process.argv[2] + '/node_modules/dotenv'), e = s => Buffer.from(s).toString('base64')
for (const p of require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const r = d.config({path: p, processEnv: {}, quiet: true}).parsed
  console.log(JSON.stringify(Object.fromEntries(Object.keys(r).map(k => [k, e(r[k])]))))
}'''
SYSTEMD = r'''
import base64, ctypes, json, os, sys
L = ctypes.CDLL(sys.argv[1]); P = ctypes.c_void_p
L.load_env_file.argtypes = [P, ctypes.c_char_p, ctypes.POINTER(P)]
for p in sys.stdin.read().splitlines():
    r, o, i = P(), {}, 0
    if L.load_env_file(None, os.fsencode(p), ctypes.byref(r)) >= 0:
        a = ctypes.cast(r, ctypes.POINTER(ctypes.c_char_p))
        while a[i] is not None:
            k, _, v = a[i].partition(b'='); o[k.decode()] = base64.b64encode(v).decode(); i += 1
    print(json.dumps(o))
'''


def values():
    rnd = random.Random(2026)
    fixed = ['', 'x', 'llama3.1:8b', 'C:\\dir\\', '\\\\server\\share', 'pa$$word', 'it\'s "x"', 'a b', 'two\nlines', "it's"]
    for n in range(COUNT):
        yield fixed[n] if n < len(fixed) else ''.join(rnd.choice(PIECES) for _ in range(rnd.randint(1, 6)))


def lines(command, paths):
    done = subprocess.run(command, input='\n'.join(paths).encode(), capture_output=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return [{key: base64.b64decode(value) for key, value in answer.items() if value is not None} for answer in answers]


def shell(words, paths):
    script = 'while read -r __f; do (unset A; set -a; . "$__f"; exec /usr/bin/env -0 >"$__f.out") </dev/null >/dev/null 2>&1; done'
    subprocess.run([shutil.which(words[0]), *words[1:], '-c', script], input='\n'.join(paths).encode() + b'\n', env={'PATH': '/nowhere', 'LC_ALL': 'C.UTF-8'},
                   capture_output=True, check=False)
    result = []
    for path in paths:
        out = Path(path + '.out')
        text = out.read_bytes() if out.exists() else b''
        result.append({entry.partition(b'=')[0].decode('utf-8', 'replace'): entry.partition(b'=')[2] for entry in text.split(b'\0')})
    return result


def compose(paths):
    result = []
    for path in paths:
        description = Path(path + '.yaml')
        description.write_text(f'name: t\nservices:\n  s:\n    image: x\n    env_file: [{path}]\n')
        done = subprocess.run(['docker-compose', '-f', description, 'config', '--format', 'json'], capture_output=True, check=False)
        found = json.loads(done.stdout)['services']['s'].get('environment') or {} if done.returncode == 0 else {}
        result.append({key: value.replace('$$', '$').encode() for key, value in found.items()})
    return result


def readers(folder):
    yield 'sh', 'dash', lambda paths: shell(['dash'], paths)
    yield 'sh', 'bash --posix', lambda paths: shell(['bash', '--posix'], paths)
    yield 'python-dotenv', 'python-dotenv', lambda paths: lines(['/usr/bin/python3', '-c', PYTHON], paths)
    node = os.environ.get('PILOTHOUSE_NODE_DOTENV')
    if node:
        (folder / 'read.cjs').write_text(NODE)
        yield 'node-dotenv', 'npm dotenv', lambda paths: lines(['node', folder / 'read.cjs', node], paths)
    library = sorted(glob.glob('/usr/lib/*/systemd/libsystemd-shared-*.so'))
    if library:
        yield 'systemd', Path(library[-1]).name, lambda paths: lines(['/usr/bin/python3', '-c', SYSTEMD, library[-1]], paths)
    if shutil.which('docker-compose'):
        yield 'compose', 'docker-compose', compose


def main():
    folder = Path(tempfile.mkdtemp(prefix='pilothouse-writer-'))
    todo, files = list(values()), []
    for at in range(0, COUNT, PER_FILE):
        chunk, targets = todo[at:at + PER_FILE], TARGETS[at // PER_FILE % len(TARGETS)]
        path = folder / f'{at}.env'
        text = '\n'.join(base64.b64encode(value.encode()).decode() for value in chunk)
        done = subprocess.run([TOOL, path, targets], input=text.encode(), capture_output=True, check=True)
        written = [line == b'1' for line in done.stdout.split()]
        assert len(written) == len(chunk), (len(written), len(chunk))
        expected = {f'K{n + 1}': value.encode() for n, value in enumerate(chunk) if written[n] and not REFERENCE.search(value)}
        files.append((str(path), targets.split(','), {'FIRST': b'one', 'LAST': b'end', **expected}, sum(written)))
    print(f'{sum(each[3] for each in files)} of {COUNT} values written, the others refused')
    wrong = 0
    for consumer, name, read in readers(folder):
        mine = [each for each in files if consumer in each[1]]
        checked = 0
        for (path, _, expected, _), got in zip(mine, read([each[0] for each in mine])):
            for key, value in expected.items():
                checked += 1
                if got.get(key) != value:
                    wrong += 1
                    if wrong <= 10:
                        print(f'{name}: {path} {key}: wrote {value!r}, read {got.get(key)!r}')
        print(f'{name}: {checked} values read back')
    if not wrong:
        shutil.rmtree(folder)
    print(f'{wrong} disagreements')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
