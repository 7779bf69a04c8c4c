// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

/// Answers as models write them, one construct after another.
inline QStringList markdownCorpus()
{
    return {
        QStringLiteral("One line."),
        QStringLiteral("Two\nlines in a paragraph.\n\nAnother with **bold**, *italic*, `code` and ~~gone~~.\n"),
        QStringLiteral("# Title\n\ntext\n\n## Part\nmore text\n### Third ###\n\nSetext\n===\n\nSecond\n---\n"),
        QStringLiteral("- one\n- two **bold**\n- three\n\nafter"),
        QStringLiteral("1. one\n2. two\n3. three with `code`\n"),
        QStringLiteral("- a\n  - b\n    - c\n  - d\n- e\n"),
        QStringLiteral("- loose\n\n- items\n\n  with a paragraph\n\n- end\n"),
        QStringLiteral("```python\ndef f(x):\n    return x * 2  # *not* italic\n```\nafter the fence\n"),
        QStringLiteral("~~~\ntilde\n```\nstill\n~~~\n"),
        QStringLiteral("Before:\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n| `x\\|y` | **z** |\n\nafter\n"),
        QStringLiteral("> quoted text\n> goes on\n\nout\n"),
        QStringLiteral("text\n\n---\n\nmore\n\n***\n"),
        QStringLiteral("<think>\nreasoning here\n</think>\n\nThe answer is 42.\n"),
        QStringLiteral("A [link](https://example.org/a?b=1&c=2) and https://example.org/auto and <https://example.org/x>.\n"),
        QStringLiteral("Entities: &amp; &lt;b&gt; and a & b, 3 < 4 > 2.\n"),
        QStringLiteral("Escapes: \\*not italic\\* \\# \\[x\\]\n"),
        QStringLiteral("- [x] done\n- [ ] open\n"),
        QStringLiteral("Russian: Привет, **мир**! Emoji: 🚢⚓ and 日本語テキスト。\n"),
        QStringLiteral("snake_case_name and 2*3*4 and a*b\n"),
        QStringLiteral("Line one  \nline two after a hard break\n"),
        QStringLiteral("    indented code\n    second line\n\ntext\n"),
        QStringLiteral("Steps:\r\n\r\n1. install\r\n2. run\r\n\r\nDone.\r\n"),
        QStringLiteral("* star\n* list\n+ plus\n+ list\n"),
        QStringLiteral("Text right before a list:\n- a\n- b\nlazy line\n\n1) x\n2) y\n"),
        QStringLiteral("**unclosed bold and `unclosed code\n\nnext paragraph*\n"),
        QStringLiteral("Paragraph\n```\nfence without blank line\n```\n- list\n> quote\n# heading\n"),
    };
}
