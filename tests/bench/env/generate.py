#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""generate.py LINES OUT: a .env file of a fixed seed with comments, quotes, references and inline comments, restricted to
what npm dotenv and the Pilothouse rule read alike."""
import random
import sys

count, out = int(sys.argv[1]), sys.argv[2]
rnd = random.Random(42)


def word(n):
    return "".join(rnd.choice("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") for _ in range(n))


lines, last = [], "KEY_0"
for i in range(count):
    key, m = "KEY_%d" % i, i % 20
    if m in (2, 9, 17):
        lines.append("# %s %s %s" % (word(6), word(9), word(24)))
        continue
    if m == 5:
        lines.append("")
        continue
    if m in (3, 10, 18):
        lines.append('%s="%s %s # %s\\n%s" # note' % (key, word(8), word(8), word(8), word(12)))
    elif m in (6, 15):
        lines.append("%s='%s $%s'" % (key, word(24), word(5)))
    elif m == 12:
        lines.append("export %s=%s" % (key, word(40)))
    elif m == 14:
        lines.append("%s=%s # %s" % (key, word(20), word(20)))
    elif m == 19:
        lines.append("%s=https://${%s}.example.test/%s" % (key, last, word(20)))
    else:
        lines.append("%s=%s" % (key, word(rnd.randint(16, 60))))
    last = key
open(out, "w", newline="").write("\n".join(lines) + "\n")
