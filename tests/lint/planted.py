#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that each lint rule can fail: plants one violation a rule into a small copy of the tree and expects lint.py to name it."""
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, '..', '..')
SPDX = '// SPDX-License-Identifier: GPL-3.0-or-later\n'
PLANTS = [
    ('includes', 'models/domain/planted.cpp', SPDX + '#include "models/services/envservice.h"\n', 'domain may not use services'),
    ('includes', 'models/env/planted.cpp', SPDX + '#include "models/net/httpclient.h"\n', 'env may not use net'),
    ('includes', 'models/env/planted.cpp', SPDX + '#include <QtWidgets/QLabel>\n', 'models run without a window'),
    ('includes', 'ui/pages/planted.cpp', SPDX + '#include "models/services/envservice.h"\n', 'ui may use domain and tables only'),
    ('includes', 'ui/pages/planted.cpp', SPDX + '#include "app/gui/main.h"\n', 'ui may use domain and tables only'),
    ('includes', 'models/env/CMakeLists.txt', 'pilothouse_room(env USES domain services)\n', 'env is not above services'),
    ('sizes', 'ui/planted.cpp', SPDX + '\n' * 501, '500 is the wall'),
    ('headers', 'ui/planted.cpp', 'int x;\n', 'no SPDX line'),
    ('words', 'ui/planted.cpp', SPDX + 'QSaveFile file;\n', 'empties a small file'),
    ('words', 'models/env/planted.cpp', SPDX + '// TO' + 'DO later\n', 'unfinished work'),
    ('translations', 'ui/planted.cpp', SPDX + 'struct A { QString a() { return QCoreApplication::translate("A", "Planted sentence"); } };\n', 'not in the catalogue'),
    ('translations', 'ui/planted.cpp', SPDX + 'namespace pilothouse { QString tr(const char *); QString a() { return tr("Save"); } }\n', 'lacks Q_OBJECT'),
]

failed = 0
with tempfile.TemporaryDirectory() as folder:
    for rule, name, content, expected in PLANTS:
        tree = os.path.join(folder, 'tree')
        shutil.rmtree(tree, ignore_errors=True)
        for part in ('models', 'ui', 'app', 'resources/translations'):
            shutil.copytree(os.path.join(ROOT, part), os.path.join(tree, part))
        os.makedirs(os.path.join(tree, 'tests'))
        with open(os.path.join(tree, name), 'w', encoding='utf-8') as file:
            file.write(content)
        run = subprocess.run([sys.executable, os.path.join(HERE, 'lint.py'), rule, tree], capture_output=True, text=True)
        if run.returncode != 1 or expected not in run.stdout:
            failed += 1
            print(f'{rule}: the planted {name} was not caught:\n{run.stdout}{run.stderr}')
print(f'{len(PLANTS) - failed} passed, {failed} failed')
sys.exit(1 if failed else 0)
