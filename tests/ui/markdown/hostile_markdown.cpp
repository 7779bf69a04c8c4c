// SPDX-License-Identifier: GPL-3.0-or-later
// hostile_markdown FOLDER: streams every payload through a shown pane, copies it, and prints the longest time in which
// the event loop did not turn. Run under strace by tst_markdownhostile.
#include "tests/ui/markdown/payloads.h"
#include "ui/theme/theme.h"
#include "ui/widgets/markdown/markdownpane.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QMimeData>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace pilothouse;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeChoice::Light);
    QScrollArea window;
    window.resize(700, 500);
    window.setWidgetResizable(true);
    auto *pane = new MarkdownPane;
    window.setWidget(pane);
    window.show();
    const QStringList payloads = hostilePayloads(QString::fromLocal8Bit(argv[1]));
    QElapsedTimer beat;
    qint64 longest = 0;
    int longestAt = -1;
    qsizetype at = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        if (beat.isValid() && beat.elapsed() > longest) {
            longest = beat.elapsed();
            longestAt = int(at) - 1;
        }
        beat.restart();
        if (!pane->isSettled())
            return;
        if (at > 0) {
            pane->selectAll();
            pane->copy();
            if (QApplication::clipboard()->mimeData()->hasHtml())
                QApplication::clipboard()->mimeData()->html();
        }
        if (at == payloads.size()) {
            timer.stop();
            return application.quit();
        }
        pane->clear();
        pane->appendText(payloads.at(at).left(700));
        pane->appendText(payloads.at(at).mid(700));
        pane->finish();
        ++at;
        beat.restart();
    });
    timer.start(2);
    // Marks in the trace: everything between them is rendering.
    ::close(::open("/payload-rendering-begins", O_RDONLY | O_CLOEXEC));
    application.exec();
    ::close(::open("/payload-rendering-ends", O_RDONLY | O_CLOEXEC));
    std::printf("payloads %d longest %lld at %d\n", int(payloads.size()), static_cast<long long>(longest), longestAt);
    return 0;
}
