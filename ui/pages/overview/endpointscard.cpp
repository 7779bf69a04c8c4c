// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/endpointscard.h"

#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/iconlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

struct Look
{
    QString icon;
    Tone tone;
    QString words;
};

Look lookOf(ProviderState state)
{
    const auto look = [](const char *icon, Tone tone, const QString &words) {
        return Look{ QString::fromLatin1(icon), tone, words };
    };
    switch (state) {
    case ProviderState::Ready:
        return look("ok", Tone::Ok, EndpointsCard::tr("answers"));
    case ProviderState::Degraded:
        return look("warn", Tone::Warn, EndpointsCard::tr("no answer"));
    case ProviderState::Starting:
        return look("clock", Tone::Info, EndpointsCard::tr("not ready yet"));
    case ProviderState::Unknown:
        return look("clock", Tone::Text2, EndpointsCard::tr("not asked yet"));
    default:
        return look("close", Tone::Text2, EndpointsCard::tr("closed"));
    }
}

QWidget *makeRow(const QString &name, const QString &address, const Look &look)
{
    auto *row = new QWidget;
    row->setMinimumHeight(34);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(15, 0, 8, 0);
    line->setSpacing(8);
    line->addWidget(new IconLabel(look.icon, look.tone));
    QLabel *title = makeLabel(name);
    title->setMinimumWidth(72); // "OpenAI API"
    line->addWidget(title);
    auto *url = new ElidedLabel(address, TypeRole::Mono);
    url->setElideMode(Qt::ElideMiddle);
    line->addWidget(url, 1);
    if (look.tone != Tone::Ok) // the tick says it, and the address needs the room
        line->addWidget(makeLabel(look.words, TypeRole::Secondary, look.tone));
    row->setAccessibleName(EndpointsCard::tr("%1: %2, %3").arg(name, address, look.words));
    auto *copy = new QToolButton;
    copy->setIcon(themedIcon(QStringLiteral("copy")));
    copy->setAccessibleName(EndpointsCard::tr("Copy %1").arg(address));
    copy->setToolTip(EndpointsCard::tr("Copy the address"));
    copy->setFocusPolicy(Qt::TabFocus);
    QObject::connect(copy, &QToolButton::clicked, copy, [address] { QGuiApplication::clipboard()->setText(address); });
    line->addWidget(copy);
    return row;
}

} // namespace

EndpointsCard::EndpointsCard(QWidget *parent) : Card(parent), m_rows(new QVBoxLayout)
{
    QHBoxLayout *header = addHeader(tr("Endpoints"));
    header->addWidget(makeLabel(tr("from this machine"), TypeRole::Caption, Tone::Text2));
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    m_rows->setSpacing(0);
    body()->addLayout(m_rows);
    body()->addStretch(1);
}

void EndpointsCard::setStatus(const ProviderStatus &status)
{
    m_status = status;
    refresh();
}

void EndpointsCard::setBackend(const BackendFacts &backend)
{
    m_backend = backend;
    refresh();
}

void EndpointsCard::refresh()
{
    struct Entry
    {
        QString name;
        QString address;
        Look look;
    };
    QList<Entry> entries;
    const Look look = lookOf(m_status.state);
    if (m_status.endpoint.isValid()) {
        if (m_status.launcher == LauncherKind::Ollama)
            entries.append({ tr("Ollama"), m_status.endpoint.text(), look });
        entries.append({ tr("OpenAI API"), m_status.endpoint.text() + QStringLiteral("/v1"), look });
    }
    if (m_backend.endpoint.isValid()) {
        const Look backend = !m_backend.askedAt.isValid() ? lookOf(ProviderState::Unknown)
            : m_backend.answered                          ? lookOf(ProviderState::Ready)
                                                          : lookOf(ProviderState::Stopped);
        entries.append({ tr("Backend"), m_backend.endpoint.text(), backend });
    }
    QStringList shown;
    for (const Entry &entry : std::as_const(entries))
        shown << entry.name + QLatin1Char('\n') + entry.address + QLatin1Char('\n') + entry.look.words;
    if (shown == m_shown && m_rows->count() > 0)
        return;
    m_shown = shown;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Entry &entry : std::as_const(entries)) {
        if (m_rows->count() > 0)
            m_rows->addWidget(new Hairline);
        m_rows->addWidget(makeRow(entry.name, entry.address, entry.look));
    }
    if (entries.isEmpty()) {
        QLabel *none = makeLabel(tr("No address is configured in this mode."), TypeRole::Secondary, Tone::Text2);
        none->setContentsMargins(15, 8, 15, 8);
        m_rows->addWidget(none);
    }
}

} // namespace pilothouse
