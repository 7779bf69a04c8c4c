#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint.py includes|sizes|headers|words|translations [ROOT]: rules of the house that the compiler does not check.
Prints one line a violation and exits 1 when there is any."""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

SOURCE = ('.cpp', '.h')
# Right of the arrow may use left of it; the rooms' own CMakeLists.txt say which of these they do use.
ORDER = ['domain', 'result', ('env', 'net', 'process', 'settings', 'secrets'),
         ('deployment', 'providers', 'telemetry', 'chat'), 'diagnosis', 'services', 'operations']


def files(root, *folders):
    for folder in folders:
        for path, _, names in os.walk(os.path.join(root, folder)):
            if '/fixtures' in path:
                continue
            for name in sorted(names):
                if name.endswith(SOURCE):
                    yield os.path.relpath(os.path.join(path, name), root)


def read(root, name):
    with open(os.path.join(root, name), encoding='utf-8') as file:
        return file.read()


def rooms(root):
    """room -> rooms it may use, as declared for the build."""
    declared = {}
    for folder in sorted(os.listdir(os.path.join(root, 'models'))):
        listing = os.path.join(root, 'models', folder, 'CMakeLists.txt')
        if os.path.exists(listing):
            call = re.search(r'pilothouse_room\((\w+)(.*?)\)', open(listing).read(), re.S)
            uses = re.search(r'USES\s+(.*?)(?:\bQT\b|$)', call.group(2), re.S)
            declared[call.group(1)] = set(uses.group(1).split()) if uses else set()
    return declared


def rank(room):
    for index, level in enumerate(ORDER):
        if room == level or room in level and isinstance(level, tuple):
            return index
    return None


def includes(root):
    declared = rooms(root)
    for room, uses in declared.items():
        for other in uses:
            if room == 'tables' and other != 'domain':
                yield f'models/{room}/CMakeLists.txt: tables may use domain only, not {other}'
            elif room != 'tables' and (rank(other) is None or rank(other) >= rank(room)):
                yield f'models/{room}/CMakeLists.txt: {room} is not above {other}'
    for name in files(root, 'models', 'ui', 'app'):
        parts = name.split('/')
        for number, line in enumerate(read(root, name).splitlines(), 1):
            where = f'{name}:{number}'
            if parts[0] == 'models' and re.match(r'#include <Qt?(Widgets|Gui|Charts)|#include <Q(Widget|Label|Pixmap|Icon|Color|Painter)\b', line):
                yield f'{where}: models run without a window: {line}'
            own = re.match(r'#include "((?:app|ui|models)/[^"]+)"', line)
            if re.match(r'#include "', line) and not own and not re.match(r'#include "(moc_|[\w]+\.moc)', line):
                yield f'{where}: include from the root of the tree: {line}'
            if not own:
                continue
            target = own.group(1).split('/')
            if parts[0] == 'models':
                if target[0] != 'models':
                    yield f'{where}: models may not use {target[0]}'
                elif target[1] != parts[1] and target[1] not in declared.get(parts[1], set()):
                    yield f'{where}: {parts[1]} may not use {target[1]}'
            elif parts[0] == 'ui' and (target[0] == 'app' or target[0] == 'models' and target[1] not in ('domain', 'tables')):
                yield f'{where}: ui may use domain and tables only'


def sizes(root):
    for name in files(root, 'models', 'ui', 'app', 'tests'):
        count = read(root, name).count('\n')
        if count > 500:
            yield f'{name}: {count} lines, 500 is the wall'


def headers(root):
    for name in files(root, 'models', 'ui', 'app', 'tests'):
        text = read(root, name)
        if 'SPDX-License-Identifier: GPL-3.0-or-later' not in text[:200]:
            yield f'{name}: no SPDX line at the top'
        if name.endswith('.h') and '#pragma once' not in text:
            yield f'{name}: no #pragma once'


def words(root):
    banned = [(r'\bQSaveFile\b', 'empties a small file on a full disk (Qt 6.4.2): use models/env/envfile'),
              (r'\bprocessEvents\b', 'nested event handling'), (r'\bQEventLoop\b', 'nested event loop'),
              (r'\bwaitFor(Finished|Started|ReadyRead|Connected)\b', 'blocks the thread'),
              (r'\bco_await\b', 'GCC 12 corrupts memory in common coroutine expressions'),
              (r'\b(TODO|FIXME|XXX)\b', 'unfinished work'), (r'"/(usr/)?bin/(ba|da)?sh"', 'no shell'), (r'(?<!QLocale::)(?<!QRandomGenerator::)\bsystem\s*\(', 'no shell')]
    for name in files(root, 'models', 'ui', 'app'):
        for number, line in enumerate(read(root, name).splitlines(), 1):
            code = line.split('//')[0]
            for pattern, why in banned:
                if re.search(pattern, line if 'TODO' in pattern else code):
                    yield f'{name}:{number}: {why}: {line.strip()}'


def messages(path):
    """(context, source, comment) -> translation element"""
    return {(context.findtext('name'), message.findtext('source'), message.findtext('comment')): message.find('translation')
            for context in xml.parse(path).iter('context') for message in context.iter('message')}


def placeholders(text):
    return sorted(re.findall(r'%[0-9nL]+', text))


def wrong(source, translation, forms):
    """What is wrong with one translation, or None. forms: how many plural forms the language has."""
    plurals = translation.findall('numerusform')
    texts = [plural.text or '' for plural in plurals] or [translation.text or '']
    if translation.get('type') == 'unfinished' or not all(text.strip() for text in texts) or (plurals and len(plurals) != forms):
        return 'not translated'
    for text in texts:
        if placeholders(text) != placeholders(source):
            return 'placeholders differ'
        if bool(re.search(r'&\w', text)) != bool(re.search(r'&\w', source)):
            return 'the mnemonic differs'
        if (source[0] == ' ') != (text[0] == ' ') or source.endswith('…') != text.endswith('…'):
            return 'the ends differ'
    return None


def translations(root):
    for language, forms, options in (('ru', 3, []), ('en', 2, ['-pluralonly'])):
        catalogue = f'resources/translations/pilothouse_{language}.ts'
        known = messages(os.path.join(root, catalogue))
        with tempfile.TemporaryDirectory() as folder:
            fresh = os.path.join(folder, f'fresh_{language}.ts')
            run = subprocess.run(['/usr/lib/qt6/bin/lupdate', '-silent', '-no-obsolete', '-locations', 'none', '-I', root] + options +
                                 [os.path.join(root, part) for part in ('app', 'ui', 'models')] + ['-ts', fresh],
                                 check=True, capture_output=True, text=True)
            for line in run.stderr.splitlines():
                if 'lacks Q_OBJECT' in line:  # tr() would look in another context than the catalogue's
                    yield line.removeprefix(root + '/')
            for key in messages(fresh):
                what = 'not in the catalogue' if key not in known else wrong(key[1], known[key], forms)
                if what:
                    yield f'{catalogue}: {what}: {key[0]}: {key[1]!r}'


def main():
    check = {'includes': includes, 'sizes': sizes, 'headers': headers, 'words': words, 'translations': translations}[sys.argv[1]]
    root = sys.argv[2] if len(sys.argv) > 2 else os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
    violations = list(check(os.path.abspath(root)))
    print('\n'.join(violations) if violations else f'{sys.argv[1]}: nothing to say')
    sys.exit(1 if violations else 0)


main()
