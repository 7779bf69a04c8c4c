// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/historydialog.h"

#include "models/domain/format.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowdelegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int idRole = Qt::UserRole;
enum Page { EmptyPage, ContentPage };
enum Column { TimeColumn, WriterColumn, KeysColumn };

QString dayText(const QDate &day)
{
    const QDate today = QDate::currentDate();
    const QString date = QLocale().toString(day, QStringLiteral("dddd, d MMMM yyyy"));
    if (day == today)
        return HistoryDialog::tr("today, %1").arg(date);
    return day == today.addDays(-1) ? HistoryDialog::tr("yesterday, %1").arg(date) : date;
}

QString keysText(const EnvVersion &version)
{
    return version.keys.isEmpty() ? HistoryDialog::tr("not known") : version.keys.join(QStringLiteral(", "));
}

void addDay(QTreeWidget *list, const QDate &day)
{
    auto *item = new QTreeWidgetItem(list, { dayText(day) });
    item->setFlags(Qt::NoItemFlags); // arrow keys pass it by
    item->setFont(TimeColumn, typeFont(TypeRole::SecondaryStrong));
    item->setFirstColumnSpanned(true);
}

QTreeWidgetItem *addVersion(QTreeWidget *list, const EnvVersion &version)
{
    const QString time = QLocale().toString(version.time.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
    auto *item = new QTreeWidgetItem(list, { time, envWriterText(version.writer), keysText(version) });
    item->setData(TimeColumn, idRole, version.id);
    item->setToolTip(KeysColumn, keysText(version).toHtmlEscaped());
    return item;
}

} // namespace

HistoryDialog::HistoryDialog(const QString &path, QWidget *parent)
    : DialogFrame(parent), m_pages(new QStackedWidget),
      m_empty(new EmptyState(QStringLiteral("clock"), tr("Reading…"), tr("The kept saves are being read."))),
      m_list(new QTreeWidget), m_title(makeLabel(QString(), TypeRole::CardTitle)),
      m_facts(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_keys(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)), m_changes(makeLabel(QString(), TypeRole::BodyStrong)),
      m_diff(new DiffView), m_consequence(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)), m_failure(new MessageBar),
      m_restore(makeButton(tr("Restore"), QStringLiteral("undo"), ButtonKind::Primary))
{
    setHeadline(tr("History"), tr("Each save of %1 is kept, the newest first.").arg(path));
    body()->setContentsMargins(0, 0, 0, 0);
    m_pages->insertWidget(EmptyPage, m_empty);
    m_pages->insertWidget(ContentPage, makeContent());
    body()->addWidget(m_pages, 1);
    QPushButton *close = makeButton(tr("Close"));
    close->setObjectName(QStringLiteral("close"));
    m_restore->setObjectName(QStringLiteral("restore"));
    addFootLeft(m_consequence);
    addFootRight(close);
    addFootRight(m_restore);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT restoreRequested(selected()); });
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &HistoryDialog::select);
    showDoor();
    resize(960, 600);
}

QWidget *HistoryDialog::makeContent()
{
    m_list->setHeaderLabels({ tr("Time"), tr("By"), tr("Changed keys") });
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(0);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformRowHeights(false);
    m_list->setAllColumnsShowFocus(true);
    RowDelegate::install(m_list, 34);
    m_list->setAccessibleName(tr("Kept saves"));
    m_list->header()->setSectionResizeMode(TimeColumn, QHeaderView::Interactive);
    m_list->header()->setSectionResizeMode(WriterColumn, QHeaderView::Interactive);
    m_list->header()->resizeSection(TimeColumn, 96);
    m_list->header()->resizeSection(WriterColumn, 150);
    m_list->header()->setStretchLastSection(true);
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list, 1);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(makeDetail(), 1);
    return content;
}

QWidget *HistoryDialog::makeDetail()
{
    auto *detail = new QWidget;
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(6);
    column->addWidget(m_failure);
    m_failure->hide();
    for (QLabel *label : { m_title, m_facts, m_keys }) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addSpacing(6);
    m_changes->setWordWrap(true);
    column->addWidget(m_changes);
    column->addWidget(m_diff, 1);
    m_diff->setAccessibleName(tr("What restoring changes in .env"));
    return detail;
}

void HistoryDialog::setVersions(const QList<EnvVersion> &versions)
{
    const qint64 before = selected();
    m_versions = versions;
    m_list->clear();
    if (versions.isEmpty()) {
        m_empty->setTexts(
            tr("Nothing is kept yet"), tr("From the first save on, each state of .env is kept here and can come back."));
        m_pages->setCurrentIndex(EmptyPage);
        showDoor();
        return;
    }
    m_pages->setCurrentIndex(ContentPage);
    QTreeWidgetItem *chosen = nullptr;
    QDate day;
    for (const EnvVersion &version : versions) {
        const QDate own = version.time.toLocalTime().date();
        if (own != day)
            addDay(m_list, day = own);
        QTreeWidgetItem *item = addVersion(m_list, version);
        if (!chosen || version.id == before)
            chosen = item;
    }
    m_list->setCurrentItem(chosen);
    m_list->setFocus();
}

qint64 HistoryDialog::selected() const
{
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    return items.isEmpty() ? 0 : items.first()->data(TimeColumn, idRole).toLongLong();
}

void HistoryDialog::select()
{
    const qint64 id = selected();
    m_compared = 0;
    m_failure->hide();
    m_diff->setLines({});
    const auto version
        = std::find_if(m_versions.cbegin(), m_versions.cend(), [id](const EnvVersion &each) { return each.id == id; });
    if (version != m_versions.cend()) {
        m_title->setText(QLocale().toString(version->time.toLocalTime(), QStringLiteral("d MMMM yyyy, HH:mm:ss")));
        m_facts->setText(tr("Saved by %1, %2").arg(envWriterText(version->writer), formatBytes(version->size)));
        m_keys->setText(tr("Changed then: %1").arg(keysText(*version)));
        m_changes->setText(tr("Reading…"));
        m_diff->setVisible(false);
        Q_EMIT compareRequested(id);
    }
    showDoor();
}

void HistoryDialog::setDiff(qint64 id, const QList<EnvDiffLine> &diff)
{
    if (id != selected())
        return;
    m_compared = id;
    m_same = diff.isEmpty();
    m_changes->setText(m_same ? tr("The file holds this state now.")
                              : tr("Restoring changes %n places of .env as it is now:", nullptr, int(diff.size())));
    m_diff->setLines(diff);
    m_diff->setVisible(!m_same);
    showDoor();
}

void HistoryDialog::setUnsavedChanges(int count)
{
    m_unsaved = count;
    showDoor();
}

void HistoryDialog::setFailure(const Failure &failure)
{
    QStringList detail{ failure.cause, failure.fix };
    detail.removeAll(QString());
    m_restoring = false;
    if (m_versions.isEmpty()) {
        m_empty->setTexts(failure.message, detail.join(QLatin1Char(' ')));
    } else {
        m_failure->setMessage(MessageBar::Kind::Error, failure.message, detail.join(QLatin1Char(' ')));
        m_failure->show();
        if (m_compared == 0)
            m_changes->setText(tr("This save cannot be compared."));
    }
    showDoor();
}

void HistoryDialog::setRestoring(bool restoring)
{
    m_restoring = restoring;
    showDoor();
}

void HistoryDialog::showDoor()
{
    const bool ready = m_compared != 0 && !m_same && !m_restoring;
    m_restore->setEnabled(ready);
    m_restore->setText(m_restoring ? tr("Restoring…") : tr("Restore"));
    m_restore->setToolTip(m_compared != 0 && m_same ? tr("The file holds this state now.") : QString());
    if (!ready)
        m_consequence->setText(QString());
    else if (m_unsaved > 0)
        m_consequence->setText(tr("Your %n unsaved changes stay and are laid over it.", nullptr, m_unsaved));
    else
        m_consequence->setText(tr("Saved at once. Undo brings the present state back into the form."));
}

} // namespace pilothouse
