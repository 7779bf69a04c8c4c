# SPDX-License-Identifier: GPL-3.0-or-later
"""The language comes from the settings, else from the system; the C locale is English."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

ENGLISH, RUSSIAN = 'checks .env against all rules', 'проверяет .env по всем правилам'


def help_text(setting=None, **locale):
    with tempfile.TemporaryDirectory() as folder:
        if setting:
            ini = Path(folder) / 'pilothouse/pilothouse.ini'
            ini.parent.mkdir()
            ini.write_text(f'[appearance]\nlanguage={setting}\n')
        kept = {key: value for key, value in os.environ.items() if not key.startswith('LC_') and key not in ('LANG', 'LANGUAGE')}
        run = subprocess.run([os.environ['PILOTHOUSECTL'], '--help'], env={**kept, 'XDG_CONFIG_HOME': folder, **locale},
                             capture_output=True, check=True)
        return run.stdout.decode()


class Language(unittest.TestCase):
    def test_the_system_decides(self):
        for locale, expected in (({'LANG': 'ru_RU.UTF-8'}, RUSSIAN), ({'LC_ALL': 'ru_RU.UTF-8'}, RUSSIAN),
                                 ({'LANG': 'en_US.UTF-8', 'LC_MESSAGES': 'ru_RU.UTF-8'}, RUSSIAN),
                                 ({'LANG': 'ru_RU.UTF-8', 'LC_MESSAGES': 'en_US.UTF-8'}, ENGLISH),
                                 ({'LANG': 'de_DE.UTF-8'}, ENGLISH), ({'LANG': 'C'}, ENGLISH), ({'LC_ALL': 'C.UTF-8'}, ENGLISH), ({}, ENGLISH)):
            with self.subTest(locale=locale):
                self.assertIn(expected, help_text(**locale))

    def test_the_setting_comes_first(self):
        self.assertIn(RUSSIAN, help_text('ru', LANG='C'))
        self.assertIn(ENGLISH, help_text('en', LANG='ru_RU.UTF-8'))


unittest.main()
