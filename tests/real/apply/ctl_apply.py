# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved versus running on real engines: what differs is told with its source, and apply does the least that is needed."""
import json
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / 'support'))
from ctl import SOURCE, CtlTest, alive, answers, engine, free_port  # noqa: E402


def environment_of(pid):
    entries = Path(f'/proc/{pid}/environ').read_bytes().split(b'\0')
    return dict(entry.decode().split('=', 1) for entry in entries if b'=' in entry)


def arguments_of(pid):
    return Path(f'/proc/{pid}/cmdline').read_bytes().decode().split('\0')


class Engine(CtlTest):
    kind = ''

    @classmethod
    def setUpClass(cls):
        if not cls.kind:
            raise unittest.SkipTest('only what is made of it is tested')
        cls.path = f'{engine(cls.kind)}/bin:'
        super().setUpClass()
        model = engine('smollm2') / 'smollm2-135m-instruct.gguf'
        subprocess.run(['bash', SOURCE / 'packaging/example/lay.sh', cls.kind, cls.folder, model], env=cls.environment, check=True)

    def value(self, status, key):
        return next((entry for entry in status['values'] if entry['key'] == key), None)


class Ollama(Engine):
    kind = 'ollama'

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.port = free_port()
        text = cls.folder.joinpath('.env').read_text()
        host = next(line for line in text.splitlines() if line.startswith('OLLAMA_HOST='))
        (cls.folder / '.env').write_text(text.replace(host, f'OLLAMA_HOST=127.0.0.1:{cls.port}') + 'OLLAMA_NUM_CTX=2048\n')

    def test_1_nothing_differs_after_the_start(self):
        status = self.json('up')
        self.assertEqual((status['state'], status['drift']), ('ready', []))
        context = self.value(status, 'OLLAMA_NUM_CTX')
        self.assertEqual((context['saved'], context['running'], context['differs']), ('2048', '2048', False))
        self.assertEqual(context['source'], f'OLLAMA_CONTEXT_LENGTH in the environment of process {status["pid"]}')
        self.assertEqual(environment_of(status['pid'])['OLLAMA_CONTEXT_LENGTH'], '2048')

    def test_2_a_value_of_the_environment_needs_a_restart(self):
        pid = self.json('status')['pid']
        self.ctl('env', 'set', 'OLLAMA_NUM_CTX=1024')
        status = self.json('status')
        self.assertEqual(status['drift'], [{'key': 'OLLAMA_NUM_CTX', 'saved': '1024', 'running': '2048', 'apply': 'restart'}])
        out, _ = self.ctl('status')
        self.assertIn('pilothousectl apply', out)
        self.assertIn(f'environment of process {pid}', out)
        applied = self.json('apply')
        self.assertEqual((applied['state'], applied['drift']), ('ready', []))
        self.assertNotEqual(applied['pid'], pid)
        self.assertFalse(alive(pid))
        self.assertEqual(environment_of(applied['pid'])['OLLAMA_CONTEXT_LENGTH'], '1024')

    def test_3_a_model_is_loaded_without_a_restart(self):
        pid = self.json('status')['pid']
        self.ctl('env', 'set', 'LLM_MODEL=smollm2:135m-brief')
        self.assertEqual([entry['apply'] for entry in self.json('status')['drift']], ['reload-model'])
        applied = self.json('apply')
        self.assertEqual((applied['pid'], applied['drift'], applied['model']['running']), (pid, [], 'smollm2:135m-brief'))
        self.assertTrue(alive(pid))

    def test_4_a_value_of_requests_needs_nothing(self):
        pid = self.json('status')['pid']
        self.ctl('env', 'set', 'LLM_TEMPERATURE=0.1')
        status = self.json('status')
        self.assertEqual(status['drift'], [])
        self.assertEqual(self.value(status, 'LLM_TEMPERATURE')['apply'], 'next-request')
        self.assertEqual(self.json('apply')['pid'], pid)
        _, err = self.ctl('apply')
        self.assertIn('Nothing has to be applied', err)

    def test_5_the_backend_has_a_word(self):
        port = free_port()
        said = self.root / 'model'
        said.write_text('old:1')
        (self.folder / '.pilothouse.json').write_text(json.dumps({'backend': f'http://127.0.0.1:{port}'}))
        self.assertIsNone(self.json('status')['model']['backend'])
        self.assertIn('no answer', self.ctl('status')[0])
        backend = subprocess.Popen([sys.executable, SOURCE / 'tests/support/fakebackend.py', '--port', str(port),
                                    '--model', f'@{said}'])
        try:
            self.eventually(lambda: answers(port))
            status = self.json('status')
            self.assertEqual(status['model']['backend'], 'old:1')
            self.assertEqual(status['drift'], [{'key': 'LLM_MODEL', 'saved': 'smollm2:135m-brief', 'running': 'old:1',
                                                'apply': 'restart-elsewhere'}])
            self.assertIn('still runs with old values', self.ctl('status')[0])
            self.assertEqual(self.error('apply')['code'], 'apply.elsewhere')
            said.write_text('smollm2:135m-brief')
            self.assertEqual(self.json('status')['drift'], [])
        finally:
            backend.kill()
            backend.wait()
            (self.folder / '.pilothouse.json').unlink()

    def test_6_a_stopped_provider_has_nothing_to_apply(self):
        self.ctl('down')
        self.ctl('env', 'set', 'OLLAMA_NUM_CTX=512')
        status = self.json('apply')
        self.assertEqual((status['state'], status['drift']), ('stopped', []))


class LlamaServer(Engine):
    kind = 'llama-server'

    def test_1_arguments_are_read_and_applied(self):
        self.ctl('trust')
        status = self.json('up')
        self.assertEqual((status['state'], status['drift']), ('ready', []))
        self.assertEqual(self.value(status, 'VLLM_MODEL')['running'], 'smollm2-135m')
        length = self.value(status, 'VLLM_MAX_MODEL_LEN')
        self.assertEqual((length['running'], length['source']), ('2048', f'argument -c of process {status["pid"]}'))
        self.ctl('env', 'set', 'VLLM_MAX_MODEL_LEN=1024', 'VLLM_MODEL=smollm2-135m-copy', 'LLM_MODEL=smollm2-135m-copy')
        drift = self.json('status')['drift']
        self.assertEqual([(entry['key'], entry['running'], entry['apply']) for entry in drift],
                         [('VLLM_MODEL', 'smollm2-135m', 'restart'), ('VLLM_MAX_MODEL_LEN', '2048', 'restart')])
        applied = self.json('apply')
        self.assertEqual((applied['state'], applied['drift'], applied['model']['running']), ('ready', [], 'smollm2-135m-copy'))
        arguments = arguments_of(applied['pid'])
        self.assertEqual(arguments[arguments.index('-c') + 1], '1024')


if __name__ == '__main__':
    unittest.main(failfast=True)
