// SPDX-License-Identifier: GPL-3.0-or-later
// bench_form FILE [split|form|text] [KEYS]: the Configuration page with the real service behind it and FILE in it. Prints what
// opening takes, what a keystroke takes in a field and in the text (rules, both views and painting included), and the memory
// over the page with a short file, as a multiple of FILE. Needs a display or QT_QPA_PLATFORM=offscreen.
#include "models/services/envservice.h"
#include "ui/pages/configuration/configurationpage.h"
#include "ui/pages/configuration/formpane.h"
#include "ui/pages/configuration/keyrow.h"
#include "ui/pages/configuration/texteditor.h"
#include "ui/pages/configuration/textside.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segmentedswitch.h"

#include <QApplication>
#include <QFileInfo>
#include <QLineEdit>
#include <QTextBlock>
#include <QtTest>

#include <cstdio>
#include <ctime>
#include <malloc.h>

using namespace pilothouse;

namespace {

double now(clockid_t clock)
{
    timespec time = {};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Wall time and processor time, ms: other programs stretch the first, not the second.
struct Times
{
    double wall = 0;
    double cpu = 0;
};

template <typename Work> Times timed(Work work)
{
    const double wall = now(CLOCK_MONOTONIC);
    const double cpu = now(CLOCK_PROCESS_CPUTIME_ID);
    work();
    return { now(CLOCK_MONOTONIC) - wall, now(CLOCK_PROCESS_CPUTIME_ID) - cpu };
}

/// Until nothing is left to do: layout, painting and answers of the worker included.
void settle()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

/// kB of this process that no file backs.
long residentKb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("RssAnon:"))
            return line.mid(8).trimmed().split(' ').first().toLong();
    }
    return 0;
}

struct Memory
{
    long heap = 0; ///< bytes that the program holds
    long resident = 0; ///< bytes of RssAnon
};

Memory memory()
{
    QTest::qWait(300);
    malloc_trim(0);
    const struct mallinfo2 info = mallinfo2();
    return { long(info.uordblks + info.hblkhd), residentKb() * 1024 };
}

class Bench
{
public:
    explicit Bench(const QString &view)
    {
        m_env.setLanguage(QStringLiteral("en"));
        QObject::connect(&m_page, &ConfigurationPage::valueEdited, &m_env, &EnvService::setValue);
        QObject::connect(&m_page, &ConfigurationPage::textEdited, &m_env, &EnvService::editText);
        QObject::connect(&m_env, &EnvService::stateChanged, &m_page, &ConfigurationPage::setState);
        m_page.resize(1400, 900);
        m_page.show();
        settle();
        const QList<SegmentedSwitch *> switches = m_page.findChildren<SegmentedSwitch *>();
        const int index = view == QLatin1String("form") ? 0 : view == QLatin1String("text") ? 2 : 1;
        for (SegmentedSwitch *each : switches) {
            if (each->isVisible() && each != switches.first())
                each->setCurrent(index);
        }
        settle();
    }

    Times open(const QString &path)
    {
        return timed([&] {
            QSignalSpy opened(&m_env, &EnvService::opened);
            m_env.open(path);
            while (opened.isEmpty())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            settle();
        });
    }

    void typeInField(const char *what, const QString &key, int count)
    {
        KeyRow *row = m_page.form()->row(key);
        auto *field = row ? row->findChild<QLineEdit *>() : nullptr;
        if (!field || !field->isVisible())
            return;
        field->setFocus();
        type(what, field, count, Qt::Key_5);
    }

    void typeInText(const char *what, const QString &before, int count, Qt::Key key)
    {
        TextEditor *editor = m_page.textSide()->editor();
        if (!editor->isVisible())
            return;
        editor->setFocus();
        QTextCursor cursor = editor->document()->find(before);
        cursor.setPosition(cursor.selectionEnd());
        editor->setTextCursor(cursor);
        editor->centerCursor();
        settle();
        type(what, editor, count, key);
    }

    const FormState &state() const { return m_env.state(); }

private:
    void type(const char *what, QWidget *target, int count, Qt::Key key)
    {
        std::vector<double> wall;
        std::vector<double> cpu;
        for (int i = 0; i < count; ++i) {
            const Times one = timed([&] {
                QTest::keyClick(target, key);
                settle();
            });
            wall.push_back(one.wall);
            cpu.push_back(one.cpu);
        }
        std::sort(wall.begin(), wall.end());
        std::sort(cpu.begin(), cpu.end());
        const auto at = [count](const std::vector<double> &times, int percent) {
            return times[size_t(std::min(count - 1, count * percent / 100))];
        };
        std::printf("  keystroke, %-28s median %5.1f ms, p95 %5.1f ms (CPU %5.1f, %5.1f)\n", what, at(wall, 50), at(wall, 95),
            at(cpu, 50), at(cpu, 95));
    }

    EnvService m_env;
    ConfigurationPage m_page;
};

/// As many rows as are ever made, so that what is left is the cost of the file.
QString shortFile(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(QStringLiteral(".env")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("LLM_MODE=ollama\nLLM_MODEL=m\n");
    for (int n = 0; n < 60; ++n)
        file.write("SHORT_" + QByteArray::number(n) + "=value\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return file.fileName();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 2)
        return 2;
    applyTheme(application, ThemeChoice::Light);
    const QString path = QFileInfo(QString::fromLocal8Bit(argv[1])).absoluteFilePath();
    const QString view = argc > 2 ? QString::fromLatin1(argv[2]) : QStringLiteral("split");
    const int count = argc > 3 ? std::atoi(argv[3]) : 100;
    const QTemporaryDir folder;
    qputenv("XDG_STATE_HOME", QFile::encodeName(folder.filePath(QStringLiteral("state"))));
    Bench bench(view);
    bench.open(shortFile(folder));
    const Memory idle = memory();
    const Times opening = bench.open(path);
    const Memory full = memory();
    const auto size = double(QFileInfo(path).size());
    std::printf("%s, %lld rows, %.0f kB:\n", qPrintable(view), (long long)bench.state().rows.size(), size / 1000);
    std::printf("  opening                                %5.1f ms (CPU %.1f), read, rules, both views and painting\n",
        opening.wall, opening.cpu);
    const auto over = [size](long now, long before) { return double(now - before) / size; };
    std::printf("  memory over the idle form              %5.1f x the file in use, %.1f x resident\n", over(full.heap, idle.heap),
        over(full.resident, idle.resident));
    const QString first = bench.state().rows.at(20).spec.key; // an unknown key near the top
    bench.typeInField("field of a known key", QStringLiteral("LLM_MODEL"), count);
    bench.typeInField("field of another key", first, count);
    bench.typeInText("value in the text", QStringLiteral("KEY_5000="), count, Qt::Key_A);
    bench.typeInText("name in the text", QStringLiteral("KEY_500"), count, Qt::Key_A);
    bench.typeInText("new line in the text", QStringLiteral("KEY_6000="), count, Qt::Key_Return);
    const Memory after = memory();
    std::printf("  memory after typing                    %5.1f x the file in use, %.1f x resident\n",
        over(after.heap, idle.heap), over(after.resident, idle.resident));
    return 0;
}
