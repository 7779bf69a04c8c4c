# SPDX-License-Identifier: GPL-3.0-or-later
"""profile, history and env set --dry-run as their user meets them; two writers at one file."""
import fcntl
import hashlib
import os
import stat
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / 'support'))
from ctl import PROGRAM, CtlTest  # noqa: E402

CONTENT = 'LLM_MODE=ollama\nLLM_MODEL=a:1\nAPP_PORT=8080\nHF_TOKEN=secret-one\n'


class Versions(CtlTest):
    def setUp(self):
        for path in self.folder.glob('.env*'):
            path.unlink()
        state = self.state_folder() / 'history'
        for path in state.glob('*/*') if state.exists() else ():
            path.unlink()
        self.env_file.write_text(CONTENT)
        self.env_file.chmod(0o600)

    def state_folder(self):
        return Path(self.environment.get('XDG_STATE_HOME', str(Path(self.environment['HOME']) / '.local/state'))) / 'pilothouse'

    def profile(self, name, text):
        (self.folder / f'.env.{name}').write_text(text)

    def test_dry_run_shows_the_changed_lines_and_saves_nothing(self):
        answer = self.json('env', 'set', 'APP_PORT=9', 'HF_TOKEN=secret-two', '--dry-run')
        self.assertEqual(answer['saved'], False)
        self.assertEqual(answer['changed'], ['APP_PORT', 'HF_TOKEN'])
        self.assertEqual(answer['diff'][0], {'old_line': 3, 'new_line': 3, 'old': 'APP_PORT=8080', 'new': 'APP_PORT=9'})
        self.assertNotIn('secret', str(answer))
        self.assertEqual(self.json('env', 'unset', 'APP_PORT', '--dry-run')['diff'],
                         [{'old_line': 3, 'new_line': None, 'old': 'APP_PORT=8080', 'new': None}])
        self.assertIn('+    3  APP_PORT=9', self.ctl('env', 'set', 'APP_PORT=9', '--dry-run')[0])
        self.assertEqual(self.error('env', 'set', 'LLM_TEMPERATURE=7', '--dry-run')['code'], 'env.invalid')
        self.assertEqual(self.json('env', 'set', 'APP_PORT=8080', '--dry-run'), {'saved': False, 'changed': [], 'diff': []})
        self.assertEqual(self.env_file.read_text(), CONTENT)

    def test_a_value_that_readers_take_differently_is_written_on_request_only(self):
        for name, text in (('docker-compose.yml', 'services:\n  backend:\n    build: .\n    environment: [LLM_MODE]\n'),
                           ('start.sh', '#!/bin/sh\nset -a\n. ./.env\n')):  # compose, a python program and sh read it
            (self.folder / name).write_text(text)
            self.addCleanup((self.folder / name).unlink)
        value = "it's $HOME"
        error = self.error('env', 'set', f'NOTE={value}')
        self.assertEqual(error['code'], 'env.choice')
        self.assertIn('--style', error['fix'])
        self.assertIn("quote-escaped: NOTE='it\\'s $HOME'", error['detail'])
        self.assertIn('sh: ', error['detail'])
        self.assertEqual(self.error('env', 'set', f'NOTE={value}', '--dry-run')['code'], 'env.choice')
        self.assertEqual(self.env_file.read_text(), CONTENT)
        secret = self.error('env', 'set', f'HF_TOKEN=tok{value}')
        self.assertNotIn('tok', secret['detail'] + secret['message'])
        self.assertEqual(self.json('env', 'set', '--style', 'escaped', f'NOTE={value}')['changed'], ['NOTE'])
        self.assertEqual(self.env_file.read_text(), CONTENT + 'NOTE="it\'s \\$HOME"\n')
        self.error('env', 'set', '--style', 'curly', 'A=1', code=2)
        self.error('env', 'unset', '--style', 'plain', 'NOTE', code=2)

    def test_history_lists_shows_and_restores(self):
        self.assertEqual(self.json('history', 'list'), [])
        self.json('env', 'set', 'APP_PORT=9')
        self.json('env', 'set', 'HF_TOKEN=secret-two')
        versions = self.json('history', 'list')
        self.assertEqual([(each['id'], each['writer'], each['keys']) for each in versions],
                         [(3, 'ctl', ['HF_TOKEN']), (2, 'ctl', ['APP_PORT']), (1, 'other', [])])
        self.assertEqual(versions[2]['size_bytes'], len(CONTENT))
        diff = self.json('history', 'show', '1')
        self.assertEqual(diff[0], {'old_line': 3, 'new_line': 3, 'old': 'APP_PORT=9', 'new': 'APP_PORT=8080'})
        self.assertNotIn('secret', str(diff))
        self.assertEqual(self.json('history', 'restore', '1'), diff)
        self.assertEqual(self.env_file.read_text(), CONTENT)
        self.assertEqual(self.json('history', 'list')[0]['writer'], 'restore')
        self.assertEqual(self.json('history', 'restore', '1'), [])
        self.json('history', 'restore', '3')
        self.assertIn('secret-two', self.env_file.read_text())
        self.env_file.unlink()
        self.json('history', 'restore', '1')
        self.assertEqual(self.env_file.read_text(), CONTENT)
        self.assertEqual(stat.S_IMODE(self.env_file.stat().st_mode), 0o600)
        self.assertEqual(self.error('history', 'show', '99')['code'], 'env.no-version')
        for words in (('history',), ('history', 'x'), ('history', 'show'), ('history', 'restore', 'x'), ('history', 'list', '1')):
            self.assertEqual(self.error(*words, code=2)['code'], 'usage')

    def test_kept_versions_are_private_and_outside_the_deployment(self):
        self.json('env', 'set', 'APP_PORT=9')
        history = self.state_folder() / 'history'
        for path in [history, *history.glob('*')]:
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o700, path)
        kept = list(history.glob('*/*'))
        self.assertEqual(len(kept), 2)
        for path in kept:
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600, path)
        self.assertEqual([path.name for path in self.folder.glob('.env*')], ['.env'])

    def test_profiles_are_listed_compared_applied_and_saved(self):
        self.profile('vllm', 'LLM_MODE=none\nLLM_MODEL=a:1\nNEW=n\nHF_TOKEN=secret-two\n')
        self.profile('example', 'LLM_MODE=ollama\n')
        self.profile('vllm.swp', 'x')
        self.assertEqual([(each['name'], each['template']) for each in self.json('profile', 'list')], [('vllm', False), ('example', True)])
        changes = self.json('profile', 'show', 'vllm')
        self.assertEqual([(each['key'], each['kind']) for each in changes],
                         [('LLM_MODE', 'differs'), ('NEW', 'only_profile'), ('HF_TOKEN', 'differs'), ('APP_PORT', 'only_env')])
        self.assertNotIn('secret', str(changes))
        planned = self.json('profile', 'apply', 'vllm', '--dry-run')
        self.assertEqual([each['key'] for each in planned], ['LLM_MODE', 'HF_TOKEN', 'NEW'])
        self.assertEqual(self.env_file.read_text(), CONTENT)
        self.assertEqual(self.json('profile', 'apply', 'vllm', '--keys', 'LLM_MODE,APP_PORT'),
                         [{'key': 'LLM_MODE', 'old': 'ollama', 'new': 'none'}, {'key': 'APP_PORT', 'old': '8080', 'new': None}])
        self.assertEqual(self.env_file.read_text(), 'LLM_MODE=none\nLLM_MODEL=a:1\nHF_TOKEN=secret-one\n')
        self.assertEqual(self.json('history', 'list')[0]['writer'], 'profile')
        self.json('profile', 'save', 'mine')
        self.assertEqual((self.folder / '.env.mine').read_text(), self.env_file.read_text())
        self.assertEqual(stat.S_IMODE((self.folder / '.env.mine').stat().st_mode), 0o600)
        self.assertEqual(self.error('profile', 'save', 'mine')['code'], 'profile.exists')
        self.assertEqual(self.json('profile', 'save', 'mine', '--replace')['saved'], True)
        self.assertEqual(self.error('profile', 'save', '../x')['code'], 'profile.bad-name')
        self.assertEqual(self.error('profile', 'apply', 'none')['code'], 'profile.missing')
        self.assertEqual(self.error('profile', 'apply', 'vllm', '--keys', 'NOPE')['code'], 'profile.no-key')
        for words in (('profile',), ('profile', 'show'), ('profile', 'list', 'x'), ('profile', 'show', 'vllm', '--dry-run'),
                      ('profile', 'apply', 'vllm', '--replace')):
            self.assertEqual(self.error(*words, code=2)['code'], 'usage', words)

    def test_open_rights_name_their_fix(self):
        self.env_file.chmod(0o644)
        finding = [each for each in self.json('check') if each['id'] == 'permissions.open']
        self.assertIn('chmod 600', finding[0]['fix'])

    def race(self, theirs):
        """Holds the save's lock while another program writes: env set has read the file before, and meets the change."""
        self.json('env', 'set', 'APP_PORT=1')
        name = hashlib.sha256(os.fsencode(self.env_file.resolve())).hexdigest()[:32]
        with open(self.state_folder() / 'locks' / name, 'r+') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            process = subprocess.Popen([PROGRAM, '-C', self.folder, '--json', 'env', 'set', 'APP_PORT=9', 'HF_TOKEN=secret-mine'],
                                       env=self.environment, stdout=subprocess.PIPE, text=True)
            time.sleep(1.5)
            self.assertIsNone(process.poll())
            self.env_file.write_text(theirs)
        out, _ = process.communicate(timeout=30)
        return process.returncode, out

    def test_foreign_change_of_another_key_is_merged(self):
        code, out = self.race('# theirs\n' + CONTENT.replace('8080', '1').replace('a:1', 'b:1'))
        self.assertEqual(code, 0, out)
        self.assertEqual(self.env_file.read_text(),
                         '# theirs\n' + CONTENT.replace('8080', '9').replace('a:1', 'b:1').replace('secret-one', 'secret-mine'))

    def test_conflict_names_both_values_and_masks_secrets(self):
        theirs = CONTENT.replace('8080', '7').replace('secret-one', 'secret-theirs')
        code, out = self.race(theirs)
        self.assertEqual(code, 1, out)
        self.assertIn('env.conflict', out)
        self.assertIn('APP_PORT: yours is “9”, theirs is “7”.', out)
        self.assertIn('HF_TOKEN', out)
        self.assertNotIn('secret-', out)
        self.assertEqual(self.env_file.read_text(), theirs)


if __name__ == '__main__':
    unittest.main()
