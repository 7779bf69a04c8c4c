// SPDX-License-Identifier: GPL-3.0-or-later
#include "components.h"
#include "samplevalues.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/welcome/welcomepage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

using namespace pilothouse;

namespace {

struct Scene
{
    const char *name;
    QSize size;
    bool open;
    ProviderStatus status;
    CourseLine line;
    TelemetrySample sample;
};

MainWindow *makeWindow(const Scene &scene)
{
    auto *window = new MainWindow;
    const auto page = [window](const char *id, const char *title, const char *icon, int group) {
        window->addPage(
            QString::fromLatin1(id), QString::fromLatin1(title), QString::fromLatin1(icon), group, [] { return new QWidget; });
    };
    window->addPage(
        QStringLiteral("overview"), QStringLiteral("Overview"), QStringLiteral("overview"), 0, [] { return new OverviewPage; });
    page("configuration", "Configuration", "configuration", 1);
    page("provider", "Provider", "provider", 1);
    page("monitor", "Monitor", "monitor", 2);
    page("chat", "Chat", "chat", 2);
    page("smoke", "Smoke tests", "smoke", 2);
    const QDateTime now = QDateTime::currentDateTime();
    window->setRecent({ { QDir::homePath() + QStringLiteral("/deploy/notes-bot"), QStringLiteral("notes-bot"),
                            QStringLiteral("Ollama"), now, false },
        { QStringLiteral("/srv/translate-eu"), QStringLiteral("translate-eu"), QStringLiteral("vLLM"), now.addDays(-1), false },
        { QStringLiteral("/mnt/nas/old-bot"), QStringLiteral("old-bot"), QString(), now.addDays(-90), true } });
    if (!scene.open) {
        window->welcome()->setTemplates({ { QStringLiteral("ollama"), QStringLiteral("Ollama on this machine") } });
        return window;
    }
    window->setDeployment(samples::deployment());
    window->setStatus(scene.status, QStringLiteral("smollm2:135m"), scene.line.differing);
    window->setSample(scene.sample);
    window->setGenerationRuns(samples::history().generation, samples::history().rangeMs);
    if (scene.line.differing > 0)
        window->setBadge(QStringLiteral("configuration"), scene.line.differing, NavigationBar::Badge::Warning);
    window->showNotice(QStringLiteral("Watching .env · no changes since 13:20:05"));
    auto *overview = static_cast<OverviewPage *>(window->page(QStringLiteral("overview")));
    overview->setStatus(scene.status);
    overview->setCourseLine(scene.line);
    if (scene.status.state == ProviderState::Stopped)
        overview->setSample(samples::withoutGpu()); // so that there is a last value
    overview->setSample(scene.sample);
    overview->setHistory(samples::history());
    overview->setEvents(samples::events());
    overview->setSmokeReport(samples::smoke(scene.line.differing == 0));
    return window;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    const bool dark = argc > 2 && qstrcmp(argv[2], "dark") == 0;
    const QString suffix = dark ? QStringLiteral("dark") : QStringLiteral("light");
    applyTheme(application, dark ? ThemeChoice::Dark : ThemeChoice::Light);
    TelemetrySample silent = samples::withoutGpu();
    silent.providerRamBytes = {};
    silent.providerCpuPercent = {};
    silent.generationTokensPerSecond = {};
    silent.timeMs += 1'560'000;
    const QList<Scene> scenes{
        { "agree-1280", { 1280, 800 }, true, samples::ready(), samples::agreeing(), samples::withoutGpu() },
        { "differ-1280", { 1280, 800 }, true, samples::ready(), samples::differing(), samples::withGpu() },
        { "stopped-1280", { 1280, 800 }, true, samples::stopped(), samples::notRunning(), silent },
        { "differ-1024", { 1024, 768 }, true, samples::ready(), samples::differing(), samples::withGpu() },
        { "agree-1920", { 1920, 1080 }, true, samples::ready(), samples::agreeing(), samples::withoutGpu() },
        { "welcome-1280", { 1280, 800 }, false, {}, {}, {} },
        { "welcome-1024", { 1024, 700 }, false, {}, {}, {} },
    };
    QWidget *sheet = makeComponentSheet();
    sheet->resize(1400, 900);
    sheet->show();
    QList<QPair<QWidget *, QString>> shots{ { sheet, QStringLiteral("components-%1.png").arg(suffix) } };
    for (const Scene &scene : scenes) {
        MainWindow *window = makeWindow(scene);
        window->resize(scene.size);
        window->show();
        shots.append({ window, QStringLiteral("%1-%2.png").arg(QString::fromLatin1(scene.name), suffix) });
    }
    QTimer::singleShot(3000, &application, [shots, folder] {
        for (const auto &shot : shots)
            shot.first->grab().save(folder.filePath(shot.second));
        QApplication::quit();
    });
    return QApplication::exec();
}
