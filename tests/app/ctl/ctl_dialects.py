# SPDX-License-Identifier: GPL-3.0-or-later
"""env get --dialect: the measured cases of the six readers through the program, in the environment it was measured in."""
import base64
import hashlib
import json
import os
import subprocess
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / 'support'))
from ctl import PROGRAM, SOURCE, CtlTest  # noqa: E402

DATA = json.loads((SOURCE / 'tests/fixtures/env-dialects/cases.json').read_text())
DYNAMIC = {'dynamic': True}


def value_of(shape):
    """Bytes, None or DYNAMIC for what stands in the JSON."""
    if isinstance(shape, str):
        return shape.encode()
    return base64.b64decode(shape['base64']) if shape and 'base64' in shape else shape


def same(want, got, dynamic):
    if got == DYNAMIC:
        return dynamic or (isinstance(want, dict) and 'template' in want)
    if want is None or got is None:
        return want is got
    if isinstance(want, str):
        return want.encode() == got
    if 'sha256' in want:
        return len(got) == want['len'] and hashlib.sha256(got).hexdigest() == want['sha256']
    if 'any_of' in want:
        return any(same(each, got, dynamic) for each in want['any_of'])
    return 'base64' in want and base64.b64decode(want['base64']) == got


def difference(case, consumer, code, answer):
    """None, or what is not as measured."""
    digest = case.get('expected_digest', {}).get(consumer)
    want = None if digest else case['expected'][consumer]
    if want == 'error':
        error = answer.get('error')
        told = code == 1 and isinstance(error, dict) and sorted(error) == ['code', 'detail', 'fix', 'message']
        return None if told and 'line' in error['message'] else f'not refused: {answer}'[:300]
    if code != 0:
        return f'exit {code}: {answer}'[:300]
    got = {key: value_of(shape) for key, shape in answer.items()}
    if digest:
        text = b''.join(key.encode() + (b'' if got[key] is None else b'=' + got[key]) + b'\0' for key in sorted(got))
        return None if (len(got), hashlib.sha256(text).hexdigest()) == (digest['count'], digest['sha256']) else 'digest differs'
    dynamic = consumer == 'sh' and case.get('sh_dynamic', False)
    right = set(want) == set(got) and all(same(want[key], got[key], dynamic) for key in want)
    return None if right else f'want {want}, got {answer}'[:400]


class Dialects(CtlTest):
    def test_cases_read_as_measured(self):
        environment = {**DATA['base_environment'], 'LC_ALL': 'C.UTF-8'}
        paths = {}
        for case in DATA['cases']:
            paths[case['id']] = self.folder / case['id']
            paths[case['id']].write_bytes(base64.b64decode(case['input_base64']))

        def run(job):
            case, consumer = job
            done = subprocess.run([PROGRAM, '--env-file', paths[case['id']], 'env', 'get', '--dialect', consumer, '--json'],
                                  env=environment, capture_output=True, timeout=60, check=False)
            return difference(case, consumer, done.returncode, json.loads(done.stdout))

        jobs = [(case, consumer) for case in DATA['cases'] for consumer in DATA['consumers']]
        if 'PILOTHOUSE_ALL_CASES' not in os.environ:  # tst_dialects reads all of them; a process each takes a minute
            jobs = jobs[::7]
        with ThreadPoolExecutor(2) as pool:
            found = [f'{case["id"]} as {consumer}: {text}'
                     for (case, consumer), text in zip(jobs, pool.map(run, jobs)) if text]
        self.assertEqual(found, [], f'{len(found)} of {len(jobs)}')

    def test_one_key(self):
        self.env_file.write_bytes(b'A="x" B=2\n')
        self.assertEqual(self.json('env', 'get', 'B', '--dialect', 'compose'), {'B': '2'})
        self.assertEqual(self.error('env', 'get', 'B', '--dialect', 'node-dotenv')['code'], 'env.no-key')
        self.assertEqual(self.ctl('env', 'get', 'A', '--dialect', 'docker-env-file')[0], '"x" B=2\n')

    def test_a_refusal_names_line_and_reason(self):
        self.env_file.write_bytes(b'A=1\nSECRET_KEY="hunter2 is open\n')
        failure = self.error('env', 'get', '--dialect', 'sh')
        self.assertEqual(failure['code'], 'env.refused')
        self.assertIn('line', failure['message'])
        self.assertNotIn('hunter2', json.dumps(failure))

    def test_unknown_dialect_is_wrong_usage(self):
        self.env_file.write_bytes(b'A=1\n')
        self.ctl('env', 'get', '--dialect', 'csh', code=2)
        self.ctl('env', 'set', 'A=2', '--dialect', 'sh', code=2)


if __name__ == '__main__':
    unittest.main()
