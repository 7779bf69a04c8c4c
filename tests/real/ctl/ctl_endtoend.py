# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job through pilothousectl on the real Ollama; one story, so the cases run in the order of their names."""
import json
import os
import signal
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / 'support'))
from ctl import SOURCE, CtlTest, alive, answers, engine, free_port, processes_of  # noqa: E402

OLD, NEW, BROKEN = 'smollm2:135m', 'smollm2:135m-brief', 'broken:1'


class EndToEnd(CtlTest):
    @classmethod
    def setUpClass(cls):
        cls.path = f'{engine("ollama")}/bin:'
        super().setUpClass()
        model = engine('smollm2') / 'smollm2-135m-instruct.gguf'
        subprocess.run(['bash', SOURCE / 'packaging/example/lay.sh', 'ollama', cls.folder, model], env=cls.environment, check=True)
        cls.port = free_port()
        text = (cls.folder / '.env').read_text()
        host = next(line for line in text.splitlines() if line.startswith('OLLAMA_HOST='))
        (cls.folder / '.env').write_text(text.replace(host, f'OLLAMA_HOST=127.0.0.1:{cls.port}'))

    def status(self):
        return self.json('status')

    def add_broken_model(self):
        """A tag that Ollama lists and cannot load: its weights are gone after it was made."""
        gguf = self.root / 'tiny.gguf'
        subprocess.run([sys.executable, SOURCE / 'packaging/engines/make_tiny_gguf.py', gguf], check=True, capture_output=True)
        modelfile = self.root / 'Modelfile'
        modelfile.write_text(f'FROM {gguf}\n')
        environment = {**self.environment, 'OLLAMA_HOST': f'127.0.0.1:{self.port}'}
        before = set((self.folder / 'models/blobs').iterdir())
        subprocess.run(['ollama', 'create', BROKEN, '-f', modelfile], env=environment, check=True, capture_output=True)
        weights = max(set((self.folder / 'models/blobs').iterdir()) - before, key=lambda blob: blob.stat().st_size)
        with open(weights, 'r+b') as blob:
            blob.truncate(weights.stat().st_size // 2)

    def test_01_stopped(self):
        status = self.status()
        self.assertEqual(status['state'], 'stopped')
        self.assertEqual(status['model'], {'configured': OLD, 'running': None, 'served': [], 'backend': None})
        for unknown in ('pid', 'since', 'phase', 'failure'):
            self.assertIsNone(status[unknown])
        self.assertEqual(status['memory'], {'gpu_bytes': None, 'ram_bytes': None})
        self.assertEqual(self.error('chat', 'Hello')['code'], 'chat.stopped')
        report = self.json('smoke', code=1)
        self.assertEqual((report['passed'], report['first_broken']), (False, 'process'))
        self.assertEqual(self.error('logs')['code'], 'log.none')

    def test_02_up(self):
        started = self.json('up')
        status = self.status()
        for each in (started, status):
            self.assertEqual(each['state'], 'ready')
            self.assertEqual(each['model']['running'], OLD)
            self.assertEqual(each['model']['served'], [OLD])
            self.assertEqual(each['endpoint'], f'http://127.0.0.1:{self.port}')
            self.assertGreater(each['memory']['ram_bytes'], 50_000_000)
        self.assertTrue(alive(status['pid']))
        self.assertEqual(os.readlink(f'/proc/{status["pid"]}/exe'), os.path.realpath(f'{engine("ollama")}/bin/ollama'))
        self.assertEqual(status['since'], started['since'])
        self.assertEqual(self.json('up')['pid'], status['pid'], 'a second start starts nothing')

    def test_03_chat(self):
        out, err = self.ctl('chat', 'What is the capital of France?')
        self.assertGreater(len(out.split()), 2)
        self.assertIn('tok/s', err)
        answer = self.json('chat', 'Say hello.')
        self.assertTrue(answer['text'].strip())
        self.assertIn(answer['finish_reason'], ('stop', 'length'))
        self.assertEqual(answer['measured_by'], 'server')
        self.assertFalse(answer['interrupted'])
        for figure in ('ttft_ms', 'tokens_per_second', 'prompt_tokens', 'completion_tokens'):
            self.assertGreater(answer[figure], 0, figure)

    def test_04_env(self):
        before = self.env_file.read_bytes()
        self.assertIn('LLM_TEMPERATURE', self.error('env', 'set', 'LLM_TEMPERATURE=3')['message'])
        self.assertEqual(self.env_file.read_bytes(), before)
        self.assertEqual(self.json('env', 'set', 'LLM_TEMPERATURE=0.2'), {'saved': True, 'changed': ['LLM_TEMPERATURE']})
        self.assertEqual(before.count(b'LLM_TEMPERATURE=0.7'), 1)
        self.assertEqual(self.env_file.read_bytes(), before.replace(b'LLM_TEMPERATURE=0.7', b'LLM_TEMPERATURE=0.2'))
        self.assertEqual(self.ctl('env', 'get', 'LLM_TEMPERATURE')[0], '0.2\n')

    def test_05_drift_and_restart(self):
        pid = self.status()['pid']
        self.ctl('env', 'set', f'LLM_MODEL={NEW}')
        status = self.status()
        self.assertEqual(status['drift'], [{'key': 'LLM_MODEL', 'saved': NEW, 'running': OLD, 'apply': 'reload-model'}])
        self.assertEqual(status['model']['running'], OLD)
        restarted = self.json('restart')
        self.assertEqual((restarted['state'], restarted['drift'], restarted['model']['running']), ('ready', [], NEW))
        self.assertNotEqual(restarted['pid'], pid)
        self.assertFalse(alive(pid))

    def test_06_switch(self):
        before = self.env_file.read_bytes()
        plan = self.json('switch', '--dry-run', OLD)
        self.assertEqual((plan['result'], plan['diff']), ('planned', [{'key': 'LLM_MODEL', 'old': NEW, 'new': OLD}]))
        self.assertEqual(self.env_file.read_bytes(), before)
        outcome = self.json('switch', OLD)
        self.assertEqual((outcome['result'], outcome['reason']), ('done', None))
        self.assertEqual([(step['id'], step['state']) for step in outcome['steps']],
                         [(name, 'done') for name in ('write-env', 'load', 'compare', 'answer')])
        self.assertEqual(self.env_file.read_bytes(), before.replace(f'LLM_MODEL={NEW}'.encode(), f'LLM_MODEL={OLD}'.encode()))
        self.assertEqual(self.status()['model'], {'configured': OLD, 'running': OLD, 'served': [OLD], 'backend': None})
        missing = self.json('switch', 'absent:1', code=1)
        self.assertEqual(missing['result'], 'blocked')
        self.assertIn('absent:1', missing['reason'])

    def assert_returned(self, outcome, before):
        self.assertEqual(outcome['result'], 'returned')
        self.assertTrue(outcome['reason'])
        self.assertEqual([step['state'] for step in outcome['steps'] if step['id'] in ('restore-env', 'load-old', 'compare-old')],
                         ['done'] * 3, outcome)
        self.assertEqual(self.env_file.read_bytes(), before)
        status = self.status()
        self.assertEqual((status['state'], status['drift'], status['model']['served']), ('ready', [], [OLD]))

    def test_07_failing_switch_returns(self):
        before = self.env_file.read_bytes()
        self.add_broken_model()
        self.assert_returned(self.json('switch', BROKEN, code=1), before)

    def test_08_switch_ended_by_hand_returns(self):
        before = self.env_file.read_bytes()
        for end in (lambda run: run.send_signal(signal.SIGINT), lambda run: os.kill(pid, signal.SIGKILL)):
            pid = self.status()['pid']
            run = self.start('--json', 'switch', NEW)
            self.eventually(lambda: self.env_file.read_bytes() != before)
            end(run)
            out, _ = run.communicate(timeout=120)
            self.assertEqual(run.returncode, 1, out)
            self.assert_returned(json.loads(out), before)

    def test_09_smoke(self):
        report = self.json('smoke')
        self.assertEqual((report['passed'], report['first_broken']), (True, None))
        self.assertEqual([(step['id'], step['status']) for step in report['steps']],
                         [(name, 'pass') for name in ('rules', 'process', 'port', 'model', 'answer')])
        self.assertTrue(self.json('logs', '-n', '5')['lines'])
        names = {model['name']: model['loaded'] for model in self.json('models')}
        self.assertEqual((names[OLD], names[NEW]), (True, False))

    def answering(self):
        run = self.start('chat', 'Write a long story about a ship and its crew.')
        self.assertTrue(run.stdout.read(5))
        return run

    def test_10_interrupted_chat(self):
        run = self.answering()
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=20)
        self.assertEqual(run.returncode, 1)
        self.assertIn('broken off', err.decode())

    def test_11_killed_chat_leaves_the_provider(self):
        pid = self.status()['pid']
        run = self.answering()
        run.kill()
        run.communicate()
        status = self.status()
        self.assertEqual((status['state'], status['pid']), ('ready', pid))
        self.assertTrue(alive(pid))

    def test_12_engine_killed_in_the_answer(self):
        pid = self.status()['pid']
        run = self.answering()
        os.kill(pid, signal.SIGKILL)
        out, err = run.communicate(timeout=20)
        self.assertEqual(run.returncode, 1)
        self.assertTrue(out, 'what had come stays')
        self.assertIn('before the answer was complete', err.decode())
        self.assertEqual(self.status()['state'], 'failed')
        self.assertEqual(self.json('up')['state'], 'ready')

    def test_13_down(self):
        pid = self.status()['pid']
        stopped = self.json('down')
        self.assertEqual((stopped['state'], stopped['pid'], stopped['model']['served']), ('stopped', None, []))
        self.assertFalse(alive(pid))
        self.assertFalse(answers(self.port))
        self.assertEqual(processes_of(str(self.folder / 'models')), [])
        self.assertEqual(self.json('down')['state'], 'stopped', 'stopping twice is no failure')

    def test_14_interrupted_start(self):
        run = self.start('up')
        self.eventually(lambda: processes_of(str(self.folder / 'models')))
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=20)
        self.assertEqual(run.returncode, 1)
        self.assertEqual(processes_of(str(self.folder / 'models')), [])
        self.assertFalse(answers(self.port))

    def test_15_switch_while_stopped(self):
        self.assertEqual(self.json('switch', NEW)['result'], 'done')
        self.assertEqual(self.status()['model']['served'], [NEW])
        self.ctl('down')


if __name__ == '__main__':
    unittest.main(failfast=True)
