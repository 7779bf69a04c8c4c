// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "models/process/logcap.h"
#include "models/process/logreader.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/pages/provider/logcard.h"
#include "ui/pages/provider/providerpage.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>
#include <QUrl>

namespace pilothouse {

namespace {

/// The log is read only while the page is shown; lines pass the redactor before they leave the reading thread.
void wireLog(Panel &panel, ProviderPage *page)
{
    DeploymentSession &session = panel.session();
    LogCard *card = page->log();
    auto *reader = new LogReader(page);
    const auto follow = [page, card, reader, &session] {
        const QString path = session.provider().logPath();
        card->setPath(path);
        if (path.isEmpty() || !page->isVisible() || !session.isObserving() || reader->path() == path)
            return;
        card->clearLines();
        reader->follow(path);
    };
    const auto known = std::make_shared<std::optional<Redactor>>();
    const auto redact = [reader, known, &session] {
        if (*known == session.redactor())
            return;
        *known = session.redactor();
        reader->setRedactor([redactor = session.redactor()](const QString &line) { return redactor.redacted(line); });
    };
    redact();
    QObject::connect(&session, &DeploymentSession::courseChanged, reader, redact);
    QObject::connect(&session, &DeploymentSession::opened, reader, follow);
    QObject::connect(page, &ProviderPage::visibleChanged, reader, [reader, redact, follow, &session](bool visible) {
        if (visible) {
            redact();
            session.provider().followLog();
            follow();
        } else {
            reader->stop();
        }
    });
    QObject::connect(&session.provider(), &ProviderService::statusChanged, reader, follow);
    QObject::connect(reader, &LogReader::changed, card, &LogCard::setNews);
    QObject::connect(reader, &LogReader::found, card, &LogCard::setFound);
    QObject::connect(reader, &LogReader::textFetched, card, &LogCard::putOnClipboard);
    QObject::connect(card, &LogCard::windowWanted, reader, [reader](qint64 first, int count, bool last) {
        reader->setWindow({ first, count, last });
    });
    QObject::connect(card, &LogCard::queryChanged, reader, &LogReader::setQuery);
    QObject::connect(card, &LogCard::hitWanted, reader, [reader](bool backwards, qint64 from) {
        reader->seek(backwards ? LogReader::Seek::PreviousHit : LogReader::Seek::NextHit, from);
    });
    QObject::connect(card, &LogCard::firstErrorWanted, reader, [reader] { reader->seek(LogReader::Seek::FirstError, 0); });
    QObject::connect(card, &LogCard::lineWanted, reader, [reader](qint64 line) { reader->seek(LogReader::Seek::Line, line); });
    QObject::connect(card, &LogCard::copyWanted, reader, &LogReader::fetchText);
    QObject::connect(card, &LogCard::saveWanted, page, [&panel, reader] {
        const QString proposal
            = QStringLiteral("%1/%2.log")
                  .arg(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), panel.session().deployment().name);
        panel.dialogs().saveFile(
            &panel.window(), Panel::tr("Save a copy of the log"), proposal, [guard = QPointer(reader)](const QString &path) {
                if (guard)
                    guard->save(path);
            });
    });
    QObject::connect(reader, &LogReader::saved, card, [&panel, card](const QString &path, const Result<void> &result) {
        if (result)
            card->setNotice(Panel::tr("Saved as %1").arg(path));
        else
            panel.showError(result.error());
    });
    QObject::connect(card, &LogCard::folderWanted, page, [&session] {
        const QString folder = QFileInfo(session.provider().logPath()).absolutePath();
        if (QFileInfo(folder).isDir())
            QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    });
}

} // namespace

QWidget *makeProvider(Panel &panel)
{
    auto *page = new ProviderPage;
    DeploymentSession &session = panel.session();
    const auto show = [page, &session] {
        page->setStatus(session.status());
        page->setLaunchSpec(session.provider().launchSpec());
    };
    QObject::connect(&session, &DeploymentSession::courseChanged, page, show);
    QObject::connect(&session.telemetry(), &TelemetryService::sampled, page, [page](const TelemetrySample &sample) {
        if (page->isVisible())
            page->setSample(sample);
    });
    QObject::connect(page, &ProviderPage::visibleChanged, page, [page, &session](bool visible) {
        if (visible)
            page->setSample(session.telemetry().latest());
    });
    QObject::connect(page, &ProviderPage::startRequested, &panel, &Panel::startProvider);
    QObject::connect(page, &ProviderPage::cancelStartRequested, &session, [&session] { session.provider().cancelStart(); });
    QObject::connect(page, &ProviderPage::valueProposed, page, [&panel](const QString &key, const QString &value) {
        panel.session().edit(key, value); // unsaved: the operator looks at it, then saves and applies
        showKey(panel, key);
    });
    QObject::connect(panel.window().actions()->find, &QAction::triggered, page, [page] {
        if (page->isVisible())
            page->log()->focusSearch();
    });
    wireLog(panel, page);
    show();
    return page;
}

void wireLogCap(Panel &panel)
{
    DeploymentSession &session = panel.session();
    auto *cap = new LogCap(usualLogLimit, &panel);
    const auto watch = [cap, &session] { cap->watch(session.provider().logPath()); };
    QObject::connect(&session.provider(), &ProviderService::statusChanged, cap, watch);
    QObject::connect(cap, &LogCap::failed, &panel, [&panel](const Error &error) { panel.window().showNotice(error.message); });
    watch();
}

} // namespace pilothouse
