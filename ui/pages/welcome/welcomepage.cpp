// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/welcomepage.h"

#include "ui/pages/welcome/recentrow.h"
#include "ui/pages/welcome/waybutton.h"
#include "ui/pages/welcome/welcomepicture.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/iconlabel.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

namespace pilothouse {

namespace {

QString droppedPath(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent) : QWidget(parent), m_message(new MessageBar), m_templates(new QMenu(this))
{
    setAcceptDrops(true);
    setAccessibleName(tr("Open a deployment"));
    auto *block = new QWidget;
    block->setMaximumWidth(900);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(makeHead());
    column->addWidget(new WelcomePicture);
    column->addWidget(m_message);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(makeWays(), 368);
    row->addWidget(makeRecent(), 516);
    column->addLayout(row);
    m_message->hide();

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 16, 24, 16);
    auto *centre = new QHBoxLayout;
    centre->addStretch(1);
    centre->addWidget(block, 100);
    centre->addStretch(1);
    outer->addStretch(2);
    outer->addLayout(centre);
    outer->addStretch(3);
    setTemplates({});
    setRecent({});
}

QWidget *WelcomePage::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 8);
    row->setSpacing(16);
    row->addWidget(new IconLabel(QStringLiteral("helm"), Tone::Accent, 44));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(makeLabel(tr("Open a deployment"), TypeRole::WindowTitle));
    texts->addWidget(
        makeLabel(tr("Pilothouse keeps what is configured, running and served on one line."), TypeRole::Body, Tone::Text2));
    row->addLayout(texts, 1);
    return head;
}

QWidget *WelcomePage::makeWays()
{
    auto *ways = new QWidget;
    auto *column = new QVBoxLayout(ways);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto *open = new WayButton(
        QStringLiteral("folder"), tr("Open folder…"), tr("a folder with a .env file; nothing is changed"), tr("Ctrl+O"), true);
    open->setObjectName(QStringLiteral("welcomeOpen"));
    connect(open, &QAbstractButton::clicked, this, &WelcomePage::openRequested);
    m_create = new WayButton(QStringLiteral("template"), tr("Create from template…"),
        tr("a new .env for a provider of your choice"), tr("Ctrl+N"), false);
    m_create->setObjectName(QStringLiteral("welcomeCreate"));
    connect(m_create, &QAbstractButton::clicked, this,
        [this] { m_templates->popup(m_create->mapToGlobal(QPoint(0, m_create->height()))); });
    connect(m_templates, &QMenu::triggered, this, [this](QAction *action) { Q_EMIT createRequested(action->data().toString()); });
    column->addWidget(open);
    column->addWidget(m_create);
    column->addWidget(new DropHint);
    column->addStretch(1);
    return ways;
}

QWidget *WelcomePage::makeRecent()
{
    auto *card = new Card;
    QHBoxLayout *header = card->addHeader(tr("Recent"));
    auto *clear = makeButton(tr("Clear list"), QString(), ButtonKind::Link);
    clear->setFixedHeight(26);
    connect(clear, &QPushButton::clicked, this, &WelcomePage::clearRecentRequested);
    header->addWidget(clear);
    m_clear = clear;
    card->body()->setContentsMargins(0, 0, 0, 6);
    card->body()->setSpacing(0);
    m_recentRows = new QVBoxLayout;
    m_recentRows->setSpacing(0);
    card->body()->addLayout(m_recentRows);
    m_noRecent
        = new EmptyState(QStringLiteral("folder"), tr("No deployment yet"), tr("Folders that you open will be listed here."));
    card->body()->addWidget(m_noRecent, 1);
    card->body()->addStretch(0);
    m_recentCard = card;
    return card;
}

void WelcomePage::setRecent(const QList<RecentDeployment> &entries)
{
    while (QLayoutItem *item = m_recentRows->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater(); // the list may change while one of its rows is being clicked
        delete item;
    }
    for (const RecentDeployment &entry : entries.mid(0, 6)) {
        if (m_recentRows->count() > 0)
            m_recentRows->addWidget(new Hairline);
        auto *row = new RecentRow(entry);
        connect(row, &QAbstractButton::clicked, this, [this, path = entry.path] { Q_EMIT recentChosen(path); });
        m_recentRows->addWidget(row);
    }
    if (!entries.isEmpty())
        m_recentRows->addStretch(1);
    m_noRecent->setVisible(entries.isEmpty());
    m_clear->setVisible(!entries.isEmpty());
}

void WelcomePage::setTemplates(const QList<DeploymentTemplate> &templates)
{
    m_templates->clear();
    for (const DeploymentTemplate &entry : templates)
        m_templates->addAction(entry.title)->setData(entry.id);
    m_create->setVisible(!templates.isEmpty());
}

void WelcomePage::showMessage(MessageBar::Kind kind, const QString &text, const QString &detail)
{
    m_message->clearButtons();
    m_message->setMessage(kind, text, detail);
    m_message->show();
}

void WelcomePage::clearMessage()
{
    m_message->hide();
}

void WelcomePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedPath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void WelcomePage::dropEvent(QDropEvent *event)
{
    const QString path = droppedPath(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT folderDropped(path);
}

} // namespace pilothouse
