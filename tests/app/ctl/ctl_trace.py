# SPDX-License-Identifier: GPL-3.0-or-later
"""pilothousectl trace and what check says with the compose files at hand."""
import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / 'support'))
from ctl import CtlTest  # noqa: E402

COMPOSE = '''services:
  backend:
    build: .
    environment:
      LLM_MODE: ${LLM_MODE:-vllm}
      LLM_MODEL: llama3.1:8b
  vllm:
    image: vllm/vllm-openai
    command: --model ${VLLM_MODEL} --api-key ${VLLM_API_KEY} --max-model-len ${VLLM_MAX_MODEL_LEN:-4096}
    environment:
      - VLLM_ENABLE_FP8=${VLLM_ENABLE_FP8:-false}
      - HF_TOKEN=${HF_TOKEN:-}
    ports: ["8001:8001"]
'''
ENV = '''LLM_MODE=vllm
LLM_MODEL=a/b
VLLM_MODEL=a/b
LLM_VLLM_URL=http://vllm:8001/v1
VLLM_ENABLE_FP8=true
VLLM_API_KEY=topsecretkey1
HUGGING_FACE_HUB_TOKEN=hf_topsecret12
NOBODY=1
'''


class TraceTest(CtlTest):
    def setUp(self):
        self.env_file.write_text(ENV)
        self.env_file.chmod(0o600)
        (self.folder / 'docker-compose.yml').write_text(COMPOSE)

    def trace(self, *words, **options):
        return {entry['key']: entry for entry in self.json('trace', *words, **options)}

    def test_the_shape_is_the_documented_one(self):
        keys = self.trace()
        for entry in keys.values():
            self.assertEqual(sorted(entry), ['by', 'effective', 'key', 'line', 'readers', 'value', 'verdict'])
            self.assertIn(entry['verdict'], ('applies', 'shadowed', 'unused', 'dead'))
            for reader in entry['readers']:
                self.assertEqual(sorted(reader), ['effective', 'file', 'flag', 'line', 'service', 'variable'])
        self.assertEqual(keys['VLLM_MODEL'], {
            'key': 'VLLM_MODEL', 'line': 3, 'value': 'a/b', 'verdict': 'applies', 'effective': 'a/b', 'by': None,
            'readers': [{'file': 'docker-compose.yml', 'line': 9, 'service': 'vllm', 'variable': None, 'flag': '--model',
                         'effective': 'a/b'}]})
        self.assertEqual(keys['LLM_MODEL']['by'], {'file': 'docker-compose.yml', 'line': 6})
        self.assertEqual(keys['LLM_MODEL']['effective'], 'llama3.1:8b')
        self.assertEqual({name: entry['verdict'] for name, entry in keys.items() if entry['line']}, {
            'LLM_MODE': 'applies', 'LLM_MODEL': 'shadowed', 'VLLM_MODEL': 'applies', 'LLM_VLLM_URL': 'unused',
            'VLLM_ENABLE_FP8': 'dead', 'VLLM_API_KEY': 'applies', 'HUGGING_FACE_HUB_TOKEN': 'unused', 'NOBODY': 'unused'})
        self.assertEqual(keys['LLM_TIMEOUT']['line'], None)
        self.assertEqual(keys['LLM_TIMEOUT']['value'], None)
        self.assertEqual(keys['LLM_TIMEOUT']['effective'], None)

    def test_one_key_and_an_unknown_one(self):
        self.assertEqual(list(self.trace('NOBODY')), ['NOBODY'])
        self.assertEqual(self.error('trace', 'ABSENT')['code'], 'trace.no-key')
        self.error('trace', 'A', 'B', code=2)

    def test_the_shell_beats_the_file(self):
        entry = self.trace('LLM_MODE', env={'LLM_MODE': 'none'})['LLM_MODE']
        self.assertEqual((entry['verdict'], entry['effective'], entry['by']),
                         ('shadowed', 'none', {'file': 'shell environment', 'line': None}))

    def test_text_masks_secrets_and_json_prints_them(self):
        out, err = self.ctl('trace')
        self.assertNotIn('topsecret', out + err)
        self.assertIn('docker-compose.yml:9', out)
        self.assertIn('shadowed by docker-compose.yml:6', out)
        self.assertEqual(self.trace('VLLM_API_KEY')['VLLM_API_KEY']['value'], 'topsecretkey1')

    def test_check_knows_the_compose_file(self):
        found = {(problem['id'], problem['key']) for problem in self.json('check', code=None)}
        for expected in (('key.unused', 'NOBODY'), ('token.name', 'HUGGING_FACE_HUB_TOKEN'), ('url.container-only', 'LLM_VLLM_URL')):
            self.assertIn(expected, found)
        self.assertNotIn(('key.unused', 'VLLM_ENABLE_FP8'), found)
        self.env_file.write_text('LLM_MODE=vllm\nLLM_MODEL=a/b\nLLM_VLLM_URL=http://vllm:8001/v1\n')
        fallback = [problem for problem in self.json('check', code=1) if problem['id'] == 'vllm-model.fallback']
        self.assertEqual([problem['level'] for problem in fallback], ['error'])

    def test_a_broken_compose_file_is_said_and_does_not_stop_the_trace(self):
        (self.folder / 'docker-compose.yml').write_text(COMPOSE.replace('${LLM_MODE:-vllm}', '${LLM_MODE:=vllm}'))
        out, err = self.ctl('trace')
        self.assertIn('docker-compose.yml:5', err)
        self.assertIn('--model', out)
        problem = [each for each in self.json('check', code=None) if each['id'] == 'compose.invalid'][0]
        self.assertIn('line 5', problem['message'])
        self.assertEqual(json.dumps(problem).count('topsecret'), 0)

    def test_a_folder_with_nothing_but_an_env_file(self):
        (self.folder / 'docker-compose.yml').unlink()
        keys = self.trace()
        self.assertEqual(keys['VLLM_ENABLE_FP8']['readers'][0]['flag'], '--quantization')
        self.assertEqual(keys['LLM_TEMPERATURE']['verdict'], 'applies')
        self.assertNotIn('key.unused', {problem['id'] for problem in self.json('check', code=None)})


if __name__ == '__main__':
    unittest.main()
