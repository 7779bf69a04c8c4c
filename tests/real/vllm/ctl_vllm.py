# SPDX-License-Identifier: GPL-3.0-or-later
"""The real vLLM on CPU through pilothousectl: its whole process tree, a stop in the middle of an answer, a missing model."""
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / 'support'))
from ctl import SOURCE, CtlTest, alive, answers, engine, free_port, group_of  # noqa: E402

ENV = '''LLM_MODE=vllm
LLM_MODEL=org/tiny-model
VLLM_MODEL=org/tiny-model
LLM_VLLM_URL=http://127.0.0.1:{port}/v1
LLM_MAX_TOKENS=400
VLLM_MAX_MODEL_LEN=512
VLLM_MAX_NUM_SEQS=8
VLLM_ENFORCE_EAGER=true
'''
DESCRIPTION = '''{{"launcher": "vllm", "program": "{program}",
 "args": ["--dtype", "float32", "--max-num-batched-tokens", "512", "--kv-cache-memory-bytes", "64M"],
 "environment": {{"VLLM_NO_USAGE_STATS": "1", "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"}}}}
'''


class Vllm(CtlTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        programs = engine('vllm') / 'venv/bin'
        cls.port = free_port()
        # Slow enough to be stopped in the middle of its answer; vLLM takes the relative path for the model's name.
        subprocess.run([programs / 'python', SOURCE / 'packaging/engines/make_tiny_hf.py', cls.folder / 'org/tiny-model',
                        '--hidden', '128', '--heads', '4', '--kv-heads', '2', '--layers', '24'], check=True, capture_output=True)
        (cls.folder / '.env').write_text(ENV.format(port=cls.port))
        (cls.folder / '.pilothouse.json').write_text(DESCRIPTION.format(program=programs / 'vllm'))

    def test_1_starts_answers_and_stops_in_the_middle_of_an_answer(self):
        self.assertEqual(self.error('up')['code'], 'trust.needed')
        self.ctl('trust')
        out, phases = self.ctl('up')
        self.assertIn('starting: loading-model', phases)
        status = self.json('status')
        self.assertEqual((status['state'], status['mode'], status['launcher'], status['drift']), ('ready', 'vllm', 'vllm', []))
        self.assertEqual((status['model']['running'], status['model']['served']), ('org/tiny-model', ['org/tiny-model']))
        self.assertGreater(status['memory']['ram_bytes'], 300_000_000)
        tree = group_of(status['pid'])
        self.assertIn(status['pid'], tree)
        self.assertGreaterEqual(len(tree), 3, 'vllm, its engine core and its worker')

        answer = self.json('chat', 'Hello')
        self.assertTrue(answer['text'])
        self.assertGreater(answer['prompt_tokens'], 0)
        self.assertGreater(answer['completion_tokens'], 0)
        self.assertGreater(answer['tokens_per_second'], 0)
        self.assertTrue(self.json('smoke')['passed'])

        talk = self.start('chat', 'A long story')
        self.assertTrue(talk.stdout.read(5))
        self.assertEqual(self.json('down')['state'], 'stopped')
        text, figures = talk.communicate(timeout=30)
        self.assertTrue(text)
        self.assertIn('broken off', figures.decode())
        self.assertEqual(talk.returncode, 1)
        self.assertEqual([pid for pid in tree if alive(pid)], [])
        self.assertEqual(group_of(status['pid']), [])
        self.assertFalse(answers(self.port))

    def test_2_missing_model_is_named_as_the_cause(self):
        self.ctl('env', 'set', 'LLM_MODEL=org/absent', 'VLLM_MODEL=org/absent')
        status = self.json('up', code=1)
        self.assertEqual((status['state'], status['pid']), ('failed', None))
        self.assertEqual(status['failure']['message'], 'The model is not on this machine and could not be downloaded.')
        self.assertTrue(status['failure']['fix'])
        self.assertFalse(answers(self.port))


if __name__ == '__main__':
    unittest.main(failfast=True)
