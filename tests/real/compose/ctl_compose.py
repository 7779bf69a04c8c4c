# SPDX-License-Identifier: GPL-3.0-or-later
"""A real engine and the real docker compose through pilothousectl: up, health, crash, conflicts, and nothing left behind."""
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / 'support'))
import dockersandbox  # noqa: E402
from ctl import SOURCE, CtlTest, alive, answers, engine, processes_of  # noqa: E402

ENV = '''LLM_MODE=vllm
LLM_MODEL={model}
LLM_VLLM_URL=http://llm:8000/v1
MODEL_FILE={file}
HF_TOKEN=hf_thisisnotarealtokenatall0
{more}
'''
COMPOSE = '''services:
  llm:
    image: {image}
    command: [llama-server, -m, "${{MODEL_FILE}}", --alias, "${{LLM_MODEL}}", --host, 0.0.0.0, --port, "8000", -t, "1"]
    environment: [HF_TOKEN]
    ports: ["127.0.0.1:8001:8000"]
    stop_grace_period: 1s
{more}
  other:
    image: pilothouse-test
    command: [llama-server, -m, /models/tiny.gguf]
    environment: ["LLAMA_ARG_THREADS=${{THREADS:-2}}"]
    depends_on: [llm]
    stop_grace_period: 1s
'''


class Compose(CtlTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        (cls.root / 'engine').mkdir()
        cls.engine = dockersandbox.Engine(cls.root / 'engine', engine('docker-compose') / 'bin/docker-compose')
        cls.environment.update(cls.engine.environment)
        model = cls.root / 'tiny.gguf'
        subprocess.run([sys.executable, SOURCE / 'packaging/engines/make_tiny_gguf.py', model], check=True, capture_output=True)
        cls.engine.docker('import', '-', 'pilothouse-test',
                          input=dockersandbox.image(engine('llama-server') / 'bin/llama-server', model))

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.engine.stop()

    def lay(self, model='tiny', file='/models/tiny.gguf', image='pilothouse-test', service='', more='', trust=True):
        self.env_file.write_text(ENV.format(model=model, file=file, more=more))
        (self.folder / 'docker-compose.yml').write_text(COMPOSE.format(image=image, more=service))
        if trust:
            self.ctl('trust')

    def containers(self, *more):
        return self.engine.docker('ps', '-aq', *more).split()

    def compose(self, *words):
        return self.engine.docker('compose', *words, cwd=self.folder)

    def failure(self, *words):
        return self.json(*words, code=1)['failure']

    def test_1_up_is_ready_and_says_what_runs(self):
        self.lay(trust=False)
        refusal = self.error('up')
        self.assertEqual(refusal['code'], 'trust.needed')
        self.assertIn('docker compose -f docker-compose.yml up -d llm', refusal['message'])
        self.assertEqual(self.json('status')['state'], 'stopped')
        self.assertEqual(self.containers(), [])
        self.ctl('trust')
        status = self.json('up')
        self.assertEqual((status['launcher'], status['state'], status['endpoint']), ('compose', 'ready', 'http://127.0.0.1:8001'))
        self.assertEqual(status['model']['served'], ['tiny'])
        self.assertTrue(alive(status['pid']))
        self.assertIn('llama-server', Path(f'/proc/{status["pid"]}/cmdline').read_text())
        self.assertEqual(self.json('status')['pid'], status['pid'])
        self.assertEqual(len(self.containers()), 1)  # the other service was not asked for

    def test_2_its_log_is_ours_and_holds_no_secret(self):
        log = '\n'.join(self.json('logs')['lines'])
        self.assertIn('listening on', log)
        self.assertIn('Started', log)  # what compose said
        for path in (self.root / 'state').rglob('*'):
            if path.is_file():
                self.assertNotIn(b'hf_thisisnot', path.read_bytes(), path)
        follower = self.start('logs', '-f')
        self.eventually(lambda: b'listening on' in follower.stdout.read1())
        follower.send_signal(2)
        follower.communicate(timeout=10)

    def test_3_a_restart_takes_the_new_value_and_leaves_the_other_service_alone(self):
        self.compose('up', '-d', '--no-deps', 'other')
        other = self.compose('ps', '-q', 'other')
        self.lay(model='tiny-2')
        status = self.json('restart')
        self.assertEqual((status['state'], status['model']['served']), ('ready', ['tiny-2']))
        self.assertEqual(self.compose('ps', '-q', 'other'), other)
        self.assertEqual(self.engine.docker('inspect', '-f', '{{.State.Running}}', other), 'true')

    def test_3b_apply_recreates_the_changed_service_only(self):
        llm, other = self.compose('ps', '-q', 'llm'), self.compose('ps', '-q', 'other')
        self.lay(model='tiny-2', more='THREADS=1')
        drift = self.json('status')['drift']
        self.assertEqual([entry['key'] for entry in drift], ['THREADS'], drift)
        self.json('apply')
        self.assertNotEqual(self.compose('ps', '-q', 'other'), other)
        self.assertEqual(self.compose('ps', '-q', 'llm'), llm)
        self.assertEqual(self.json('status')['drift'], [])

    def test_4_down_ends_the_provider_and_no_other_service(self):
        self.json('down')
        self.assertFalse(answers(8001))
        self.assertEqual(self.compose('ps', '--services').split(), ['other'])
        self.compose('down', 'other')
        self.assertEqual(self.containers(), [])
        self.eventually(lambda: not processes_of('logs\0--follow'))
        self.assertNotIn('deployment_default', self.engine.docker('network', 'ls'))
        self.assertEqual(self.json('status')['state'], 'stopped')

    def test_5_a_crash_tells_the_exit_code_and_the_log(self):
        self.lay(file='/none.gguf')
        failure = self.failure('up')
        self.assertIn('exit code 1', failure['cause'])
        self.assertIn('model', failure['message'])
        self.assertEqual(self.json('status')['state'], 'failed')  # also to one who asks later
        self.json('down')
        self.assertEqual(self.containers(), [])

    def test_6_a_failing_health_check_is_degraded(self):
        self.lay(service='    healthcheck: {test: [CMD, /nothing], interval: 300ms, timeout: 1s, retries: 1}')
        self.ctl('up', code=None)
        self.eventually(lambda: self.json('status')['state'] == 'degraded')
        self.assertIn('health check', self.json('status')['failure']['message'])
        self.json('down')

    def test_7_each_obstacle_has_its_own_sentence(self):
        self.lay(image='registry.invalid/none/such:1')
        self.assertIn('could not be pulled', self.failure('up')['message'])
        self.lay(service='    deploy: {resources: {reservations: {devices: [{driver: nvidia, count: 1, capabilities: [gpu]}]}}}')
        failure = self.failure('up')
        self.assertIn('GPU', failure['message'])
        self.assertIn('NVIDIA Container Toolkit', failure['fix'])
        self.json('down')
        self.lay()
        self.engine.docker('run', '-d', '--name', 'thief', '-p', '127.0.0.1:8001:8080', 'pilothouse-test', 'llama-server', '-m',
                           '/models/tiny.gguf', '--host', '0.0.0.0', '--port', '9')
        self.assertIn('already in use', self.failure('up')['message'])
        self.engine.docker('rm', '-f', 'thief')
        (self.folder / 'docker-compose.yml').write_text((self.folder / 'docker-compose.yml').read_text() + '\n  bad: {imagee: x}\n')
        self.ctl('trust')
        self.assertIn('not valid', self.failure('up')['message'])
        self.lay()
        self.environment['DOCKER_HOST'] = 'unix:///nowhere.sock'
        failure = self.failure('up')
        self.environment.update(self.engine.environment)
        self.assertIn('does not answer', failure['message'])
        self.assertEqual(self.containers(), [])

    def test_8_one_who_stops_it_elsewhere_is_believed(self):
        self.lay()
        self.json('up')
        self.compose('stop', 'llm')
        self.assertEqual(self.json('status')['state'], 'stopped')
        self.json('up')
        self.assertEqual(self.json('status')['state'], 'ready')
        self.json('down')
        self.assertEqual(self.containers(), [])


if __name__ == '__main__':
    dockersandbox.enter()
    unittest.main()
