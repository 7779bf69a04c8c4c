# SPDX-License-Identifier: GPL-3.0-or-later
"""seeds.py FOLDER : lays the measured cases and the fixture files there, a file each, for the fuzz targets to start from."""
import base64, json, pathlib, sys

fixtures = pathlib.Path(__file__).parents[2] / "fixtures"
folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
contents = [base64.b64decode(case["input_base64"]) for case in json.loads((fixtures / "env-dialects/cases.json").read_text())["cases"]]
for file in sorted((fixtures / "env").iterdir()):
    if file.is_file():
        contents += file.read_bytes().split(b"\n\n")
for number, bytes in enumerate(contents):
    if bytes and len(bytes) < 2000:
        (folder / f"{number:04}").write_bytes(bytes)
