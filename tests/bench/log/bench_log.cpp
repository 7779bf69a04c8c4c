// SPDX-License-Identifier: GPL-3.0-or-later
// The log view against QPlainTextEdit::appendPlainText in the same run (performance.md §4), each in a process of its own so
// that memory is its own; then the UI's heartbeat while a provider writes 10,000 lines a second, with a line of 5 MB, and how
// far the log on the disk gets beyond its cap.
//   bench_log [quick]               everything
//   bench_log plain|view LINES      one side: lines a second, frames, memory
//   bench_log flood SECONDS         heartbeat and disk
#include "models/process/logcap.h"
#include "models/process/logreader.h"
#include "ui/pages/provider/logcard.h"
#include "ui/pages/provider/logview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QPlainTextEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

using namespace pilothouse;

namespace {

constexpr int batch = 1'000;
constexpr int plainCap = 10'000;

QByteArray lineOf(int number)
{
    static const QByteArray rest
        = " [core.py:812] Avg prompt throughput: 812.4 tokens/s, Avg generation throughput: 168.0 tokens/s, "
          "Running: 3 reqs, GPU KV cache usage: 11.2%";
    return "INFO 11-24 14:33:05" + rest + ' ' + QByteArray::number(number) + '\n';
}

QByteArray batchOf(int from)
{
    QByteArray bytes;
    bytes.reserve(batch * 160);
    for (int line = from; line < from + batch; ++line)
        bytes += lineOf(line);
    return bytes;
}

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

qint64 residentKib()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE) / 1024;
}

void report(int lines, qint64 ns, QList<double> frames, qint64 grownKib)
{
    std::sort(frames.begin(), frames.end());
    std::printf("%.0f %.2f %.2f %lld\n", lines / (double(ns) / 1e9), frames.isEmpty() ? 0 : frames[frames.size() * 99 / 100],
        frames.isEmpty() ? 0 : frames.last(), static_cast<long long>(grownKib));
}

/// Lines a second, 99th percentile and longest repaint in ms, growth of memory in KiB.
int runPlain(int lines)
{
    QPlainTextEdit edit;
    edit.setReadOnly(true);
    edit.setMaximumBlockCount(plainCap);
    edit.setLineWrapMode(QPlainTextEdit::NoWrap);
    edit.setUndoRedoEnabled(false);
    edit.resize(900, 750);
    edit.show();
    QApplication::processEvents();
    const qint64 before = residentKib();
    QList<double> frames;
    QElapsedTimer clock;
    clock.start();
    for (int line = 0; line < lines; line += batch) {
        QElapsedTimer frame;
        frame.start();
        edit.appendPlainText(QString::fromUtf8(batchOf(line)).chopped(1));
        edit.verticalScrollBar()->setValue(edit.verticalScrollBar()->maximum());
        edit.viewport()->repaint();
        frames << double(frame.nsecsElapsed()) / 1e6;
        QApplication::processEvents();
    }
    report(lines, clock.nsecsElapsed(), frames, residentKib() - before);
    return 0;
}

struct Side
{
    Side()
    {
        fd = ::open(QFile::encodeName(path()).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
        QObject::connect(&reader, &LogReader::changed, &card, [this](const LogState &state, const LogSlice &slice) {
            QElapsedTimer frame;
            frame.start();
            card.setNews(state, slice);
            card.view()->viewport()->repaint();
            frames << double(frame.nsecsElapsed()) / 1e6;
            shown = state.endRow;
        });
        QObject::connect(&card, &LogCard::windowWanted, &reader, [this](qint64 first, int count, bool last) {
            reader.setWindow({ first, count, last });
        });
        card.resize(900, 750);
        card.show();
        reader.follow(path());
        QApplication::processEvents();
    }
    ~Side() { ::close(fd); }
    QString path() const { return folder.filePath(QStringLiteral("bench.log")); }
    void write(const QByteArray &bytes) const
    {
        if (::write(fd, bytes.constData(), size_t(bytes.size())) != bytes.size())
            std::perror("write");
    }

    QTemporaryDir folder;
    int fd = -1;
    LogReader reader;
    LogCard card;
    QList<double> frames;
    qint64 shown = 0;
};

/// The same with a file: a batch is written, read, indexed, decoded and painted before the next one is written.
int runView(int lines)
{
    Side side;
    const qint64 before = residentKib();
    QElapsedTimer clock;
    clock.start();
    for (int line = 0; line < lines; line += batch) {
        side.write(batchOf(line));
        side.reader.lookNow();
        while (side.shown < line + batch)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    report(lines, clock.nsecsElapsed(), side.frames, residentKib() - before);
    return 0;
}

int runFlood(int seconds)
{
    constexpr qint64 limit = 8 << 20;
    Side side;
    LogCap cap(limit);
    cap.watch(side.path());
    std::atomic_bool stop = false;
    std::atomic_llong written = 0;
    std::thread writer([&] {
        const QByteArray huge = QByteArray(5 << 20, 'x') + '\n';
        const auto start = std::chrono::steady_clock::now();
        for (int tick = 0; !stop; ++tick) { // 100 lines every 10 ms; a line of 5 MB every two seconds
            QByteArray bytes;
            for (int line = 0; line < 100; ++line)
                bytes += lineOf(tick * 100 + line);
            side.write(bytes);
            written += 100;
            if (tick % 200 == 100) {
                side.write(huge);
                ++written;
            }
            std::this_thread::sleep_until(start + std::chrono::milliseconds(10) * (tick + 1));
        }
    });
    qint64 largest = 0;
    std::thread disk([&] {
        while (!stop) {
            qint64 sum = 0;
            for (const char *suffix : { "", ".1", ".1.new" })
                sum += QFileInfo(side.path() + QLatin1String(suffix)).size();
            largest = std::max(largest, sum);
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
    QList<double> gaps;
    QList<double> busy; // CPU time of the GUI thread in a gap: the part of it that is ours on a machine that has other work
    QElapsedTimer since;
    double cpu = cpuMs();
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
        gaps << double(since.nsecsElapsed()) / 1e6;
        since.start();
        const double now = cpuMs();
        busy << now - cpu;
        cpu = now;
    });
    since.start();
    beat.start(5);
    QTimer::singleShot(seconds * 1'000, qApp, &QApplication::quit);
    QApplication::exec();
    stop = true;
    writer.join();
    disk.join();
    QElapsedTimer wait;
    wait.start();
    while (side.shown < written && wait.elapsed() < 5'000)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    std::sort(gaps.begin(), gaps.end());
    std::sort(busy.begin(), busy.end());
    std::printf(
        "%lld lines in %d s, %s; heartbeat of 5 ms: 99th percentile %.1f ms, longest gap %.1f ms, busy in it at most %.1f ms; "
        "disk at most %.1f MiB with a cap of %lld MiB\n",
        static_cast<long long>(written), seconds, side.shown >= written ? "all shown" : "NOT ALL SHOWN",
        gaps[gaps.size() * 99 / 100], gaps.last(), busy.last(), double(largest) / (1 << 20), static_cast<long long>(limit >> 20));
    return 0;
}

QList<double> figures(const QString &mode, int lines)
{
    QProcess side;
    side.start(QCoreApplication::applicationFilePath(), { mode, QString::number(lines) });
    side.waitForFinished(-1);
    QList<double> list;
    for (const QByteArray &word : side.readAllStandardOutput().simplified().split(' '))
        list << word.toDouble();
    list.resize(4);
    return list;
}

int runAll(bool quick)
{
    const int lines = quick ? 100'000 : 1'000'000;
    const QList<double> plain = figures(QStringLiteral("plain"), lines);
    const QList<double> view = figures(QStringLiteral("view"), lines);
    std::printf("%d lines, %d a batch, each batch painted\n", lines, batch);
    std::printf("  QPlainTextEdit, cap %d: %8.0f lines/s, frame p99 %.1f ms, longest %.1f ms, memory +%.1f MiB\n", plainCap,
        plain[0], plain[1], plain[2], plain[3] / 1024);
    std::printf("  log view, all lines kept: %8.0f lines/s, frame p99 %.1f ms, longest %.1f ms, memory +%.1f MiB\n", view[0],
        view[1], view[2], view[3] / 1024);
    std::printf("  lines/s %.1fx (target 8x), memory %.2fx (target 0.5x)\n", view[0] / plain[0], view[3] / plain[3]);
    std::fflush(stdout);
    return runFlood(quick ? 6 : 30);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeChoice::Light);
    const QByteArray mode = argc > 1 ? argv[1] : "";
    const int number = argc > 2 ? QByteArray(argv[2]).toInt() : 0;
    if (mode == "plain")
        return runPlain(number);
    if (mode == "view")
        return runView(number);
    if (mode == "flood")
        return runFlood(std::max(1, number));
    return runAll(mode == "quick");
}
