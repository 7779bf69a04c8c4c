#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""generate.py LINES OUT: a .env file of a fixed seed with comments, quotes, references and inline comments, restricted to
what npm dotenv and the Pilothouse rule read alike. The known variables stand at the top, so that their rules have work."""
import random
import sys

count, out = int(sys.argv[1]), sys.argv[2]
rnd = random.Random(42)


def word(n):
    return "".join(rnd.choice("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") for _ in range(n))


lines, last = [], "KEY_0"
known = {"LLM_MODE": "ollama", "LLM_MODEL": "llama3.2:3b", "LLM_TIMEOUT": "60", "LLM_MAX_TOKENS": "512", "LLM_TEMPERATURE": "0.7",
         "LLM_STREAM_ENABLED": "true", "VLLM_MODEL": "Qwen/Qwen3-8B", "VLLM_MAX_MODEL_LEN": "8192", "HF_TOKEN": "hf_" + word(30)}
lines += ["%s=%s" % pair for pair in known.items()]
for i in range(len(lines), count):
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
