# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be wrong before any engine runs: each is a clear sentence, an exit code, and an untouched file."""
import base64
import os
import shutil
import socket
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / 'support'))
from ctl import PROGRAM, CtlTest, free_port  # noqa: E402

COMMAND_MODE = 'LLM_MODE=vllm\nLLM_MODEL=m\nVLLM_MODEL=m\nLLM_VLLM_URL=http://127.0.0.1:{port}/v1\n'


class BadInput(CtlTest):
    def setUp(self):
        self.port = free_port()
        self.env_file.unlink(missing_ok=True)
        (self.folder / '.pilothouse.json').unlink(missing_ok=True)

    def write(self, text):
        data = text if isinstance(text, bytes) else text.encode()
        self.env_file.write_bytes(data)
        return data

    def unchanged(self, data):
        self.assertEqual(self.env_file.read_bytes(), data)

    def describe(self, program, *arguments):
        words = ', '.join(f'"{word}"' for word in arguments)
        (self.folder / '.pilothouse.json').write_text(
            f'{{"launcher": "command", "program": "{program}", "args": [{words}], "endpoint": "http://127.0.0.1:{self.port}/v1"}}')

    def add_program(self, name, script):
        tools = self.root / 'bin'
        tools.mkdir(exist_ok=True)
        (tools / name).write_text(f'#!/bin/sh\n{script}\n')
        (tools / name).chmod(0o700)
        self.environment['PATH'] = f'{tools}:/usr/bin:/bin'

    def test_wrong_usage_is_exit_2(self):
        self.write('A=1\n')
        for words in ((), ('nosuch',), ('--bogus',), ('status', '--bogus'), ('status', 'x'), ('env',), ('env', 'set'), ('env', 'set', 'A'),
                      ('env', 'get', '--dialect', 'fish'), ('env', 'set', 'A=1', '--dialect', 'sh'), ('chat',), ('chat', 'a', 'b'), ('chat', '--via', 'backend', 'x'), ('chat', '--bogus'),
                      ('logs', '-n', 'x'), ('logs', '-n', '0'), ('switch',), ('switch', '--mode', 'x', 'm'), ('status', '-C'), ('gpu', '-x')):
            failure = self.error(*words, code=2)
            self.assertEqual(failure['code'], 'usage', words)
            self.assertIn('Usage: pilothousectl', failure['fix'])
            out, err = self.ctl(*words, code=2)
            self.assertEqual(out, '')
            self.assertIn(failure['message'], err)

    def test_dangerous_keys_need_yes(self):
        data = self.write('A=1\nHTTP_PROXY=http://old\n')
        failure = self.error('env', 'set', 'A=2', 'LD_PRELOAD=/tmp/x.so', 'OLLAMA_HOST=0.0.0.0')
        self.assertEqual(failure['code'], 'env.dangerous')
        self.assertIn('--yes', failure['fix'])
        for word in ('LD_PRELOAD: ', 'loads code', 'OLLAMA_HOST: ', 'every computer'):
            self.assertIn(word, failure['detail'])
        self.unchanged(data)
        self.ctl('env', 'set', 'A=2', 'HTTP_PROXY=http://old')  # not changed, so nothing to agree to
        self.ctl('env', 'set', '--yes', 'LD_PRELOAD=/tmp/x.so')
        self.assertIn(b'LD_PRELOAD=/tmp/x.so', self.env_file.read_bytes())
        self.ctl('env', 'unset', 'LD_PRELOAD')

    def test_help_and_version(self):
        self.assertRegex(self.ctl('--version')[0], r'^pilothousectl \d+\.\d+\.\d+\n$')
        for word in ('env', 'profile', 'history', 'check', 'status', 'up', 'down', 'apply', 'restart', 'logs', 'models', 'switch', 'chat', 'smoke', 'gpu', 'trust'):
            self.assertIn(f'\n  {word}', self.ctl('--help')[0])
            self.assertIn(f'pilothousectl {word}', self.ctl(word, '--help')[0])

    def test_no_folder(self):
        for command in ('status', 'up', 'check'):
            failure = self.error(command, folder=self.root / 'absent')
            self.assertEqual(failure['code'], 'deployment.missing')
            self.assertIn(str(self.root / 'absent'), failure['message'])

    def test_folder_without_env_starts_nothing(self):
        for words in (('up',), ('restart',), ('check',), ('models',), ('switch', 'm'), ('chat', 'x'), ('smoke',), ('env', 'get'), ('env', 'unset', 'A')):
            self.assertEqual(self.error(*words)['code'], 'env.missing', words)
        self.assertEqual(list(self.folder.iterdir()), [])
        self.assertEqual(self.json('env', 'set', 'LLM_MODE=none')['changed'], ['LLM_MODE'])
        self.assertEqual(self.env_file.read_bytes(), b'LLM_MODE=none\n')
        self.assertEqual(self.env_file.stat().st_mode & 0o777, 0o600)

    def test_unreadable_env(self):
        self.write('A=secret-of-someone\n')
        self.root.chmod(0o755)
        self.folder.chmod(0o755)
        self.env_file.chmod(0o600)
        owner = os.getuid() == 0  # root reads everything, so another user looks
        if not owner:
            self.env_file.chmod(0)
        places = {'XDG_STATE_HOME': '/nonexistent', 'XDG_CONFIG_HOME': '/nonexistent', 'HOME': '/nonexistent'}
        who = {'user': 65534, 'group': 65534, 'extra_groups': []} if owner else {}
        program = shutil.copy(PROGRAM, self.root / 'pilothousectl')  # the build may lie where only its owner looks
        for command in ('status', 'check', 'up'):
            done = subprocess.run([program, '-C', self.folder, command], env={**self.environment, **places}, text=True,
                                  cwd='/', capture_output=True, check=False, **who)
            self.assertEqual((done.returncode, done.stdout), (1, ''))
            self.assertIn(f'{self.env_file} cannot be read.', done.stderr)
            self.assertNotIn('secret-of-someone', done.stderr)
            self.assertNotIn('inotify', done.stderr)
        self.env_file.chmod(0o600)

    def test_binary_rubbish(self):
        data = self.write(bytes(range(256)) * 40)
        self.assertEqual(self.error('env', 'set', 'LLM_MODE=ollama')['code'], 'env.read-only')
        self.assertTrue(self.json('check', code=None))
        self.json('env', 'get', code=None)
        self.unchanged(data)

    def test_ten_megabytes(self):
        data = self.write('LLM_MODEL=tiny\n' + ''.join(f'K{i}={"x" * 90}\n' for i in range(110_000)))
        self.assertEqual(self.ctl('env', 'get', 'LLM_MODEL')[0], 'tiny\n')
        failure = self.error('env', 'set', 'LLM_MODEL=other')
        self.assertEqual(failure['code'], 'env.read-only')
        self.assertIn('10 MB', failure['message'])
        self.unchanged(data)

    def test_values_of_every_kind(self):
        self.write(b'A=one\nB=\xff\xfe\nC\nD=\nA=two # note\nexport E="a\\nb"\nVLLM_API_KEY=sk-abcdefghijklmnop\n')
        self.assertEqual(self.json('env', 'get'),
                         {'A': 'two', 'B': {'base64': base64.b64encode(b'\xff\xfe').decode()}, 'C': None, 'D': '', 'E': 'a\nb',
                          'VLLM_API_KEY': 'sk-abcdefghijklmnop'})
        self.assertEqual(self.ctl('env', 'get', 'VLLM_API_KEY')[0], 'sk-abcdefghijklmnop\n')
        self.assertEqual(self.error('env', 'get', 'NOPE')['code'], 'env.no-key')

    def test_refused_values_write_nothing(self):
        data = self.write('LLM_MODE=ollama\nLLM_MODEL=m\nLLM_TEMPERATURE=0.7\nLLM_TIMEOUT=60\n')
        for assignment in ('LLM_TEMPERATURE=3', 'LLM_TEMPERATURE=warm', 'LLM_TIMEOUT=0', 'LLM_MODE=other', '1X=2', 'A B=1'):
            failure = self.error('env', 'set', assignment)
            self.assertEqual(failure['code'], 'env.invalid', assignment)
            self.unchanged(data)
        both = self.error('env', 'set', 'LLM_TEMPERATURE=3', 'LLM_TIMEOUT=abc')
        self.assertIn('LLM_TIMEOUT', both['message'] + both['detail'])
        self.assertIn('LLM_TEMPERATURE', both['message'] + both['detail'])
        self.unchanged(data)
        self.assertEqual(self.json('env', 'set', 'LLM_TEMPERATURE=0.7'), {'saved': True, 'changed': []})
        self.unchanged(data)

    def test_secret_is_in_no_error(self):
        secret = 'sk-0123456789abcdefghij'
        self.write(COMMAND_MODE.format(port=self.port) + f'VLLM_API_KEY={secret}\n')
        self.describe('/bin/sh', '-c', f'echo key {secret} >&2; exit 3')
        for words in (('up',), ('trust',), ('up',), ('status',), ('logs',), ('chat', 'x'), ('switch', 'n'), ('smoke',)):
            done = subprocess.run(self.command(*words), env=self.environment, capture_output=True, text=True, check=False)
            self.assertNotIn(secret, done.stdout + done.stderr, words)

    def test_foreign_program_waits_for_consent(self):
        mark = self.root / 'ran'
        self.write(COMMAND_MODE.format(port=self.port))
        self.describe('/usr/bin/touch', str(mark))
        for words in (('up',), ('restart',)):
            failure = self.error(*words)
            self.assertEqual(failure['code'], 'trust.needed')
            self.assertIn(str(mark), failure['message'])
        self.assertEqual(self.json('switch', 'n', code=1)['result'], 'blocked')
        self.assertFalse(mark.exists())
        self.assertIn(str(mark), self.json('trust')['command'])
        self.json('up', code=1)
        self.assertTrue(mark.exists())

    def test_wrong_engine_path(self):
        self.write(COMMAND_MODE.format(port=self.port))
        self.describe('/opt/absent/llama-server')
        status = self.json('up', code=1)
        self.assertEqual(status['state'], 'failed')
        self.assertIn('/opt/absent/llama-server', status['failure']['message'])
        self.assertTrue(status['failure']['fix'])
        self.assertIn('/opt/absent/llama-server', self.error('trust')['message'])

    def test_no_engine_on_path(self):
        self.write(f'LLM_MODE=ollama\nLLM_MODEL=m\nOLLAMA_HOST=127.0.0.1:{self.port}\n')
        status = self.json('up', code=1, env={'PATH': '/nonexistent'})
        self.assertIn('ollama', status['failure']['message'])
        self.assertIn('/nonexistent', status['failure']['cause'])

    def test_broken_description(self):
        self.write(COMMAND_MODE.format(port=self.port))
        (self.folder / '.pilothouse.json').write_text('{"launcher": ')
        status = self.json('up', code=1)
        self.assertEqual(status['state'], 'failed')
        self.assertIn('.pilothouse.json', status['failure']['message'])

    def test_port_of_another_program_names_the_holder(self):
        with socket.create_server(('127.0.0.1', self.port)):
            self.write(f'LLM_MODE=ollama\nLLM_MODEL=m\nOLLAMA_HOST=127.0.0.1:{self.port}\n')
            self.add_program('ollama', 'exit 1')
            status = self.json('up', code=1)
            self.assertEqual(status['state'], 'failed')
            self.assertIn(str(self.port), status['failure']['message'])
            self.assertIn(str(os.getpid()), status['failure']['cause'])

    def test_engine_that_ends_at_once(self):
        self.write(f'LLM_MODE=ollama\nLLM_MODEL=m\nOLLAMA_HOST=127.0.0.1:{self.port}\n')
        self.add_program('ollama', 'echo Error: no space left >&2; exit 7')
        status = self.json('up', code=1)
        self.assertEqual((status['state'], status['pid']), ('failed', None))
        self.assertIn('7', status['failure']['cause'])
        out, err = self.ctl('up', code=1)
        self.assertEqual(out.count('state '), 1, 'the status stands there once')

    def test_russian_terminal_keeps_the_contract(self):
        self.write(f'LLM_MODE=ollama\nLLM_MODEL=m\nLLM_TEMPERATURE=3\nOLLAMA_HOST=127.0.0.1:{self.port}\n')
        russian = {'LC_ALL': '', 'LANG': 'ru_RU.UTF-8', 'LANGUAGE': 'ru'}
        finding = self.json('check', code=1, env=russian)[0]
        self.assertEqual((finding['level'], finding['key'], finding['line']), ('error', 'LLM_TEMPERATURE', 3))
        self.assertRegex(finding['message'], '[а-я]')
        self.assertEqual(self.json('status', env=russian)['state'], 'stopped')


if __name__ == '__main__':
    unittest.main()
