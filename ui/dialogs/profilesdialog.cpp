// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profilesdialog.h"

#include "ui/dialogs/conflictrow.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/segmentedswitch.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

enum Page { EmptyPage, ContentPage };
enum Column { KeyColumn, PresentColumn, ProfileColumn, EffectColumn };
enum Filter { Differences, Same };
constexpr qsizetype namedKeys = 8;

/// "A, B and 3 more": a sentence stays a sentence however many keys there are.
QString listed(const QStringList &keys)
{
    if (keys.size() <= namedKeys)
        return keys.join(QStringLiteral(", "));
    return ProfilesDialog::tr("%1 and %n more", nullptr, int(keys.size() - namedKeys))
        .arg(keys.mid(0, namedKeys).join(QStringLiteral(", ")));
}

QString effectText(ProfileChangeKind kind, bool chosen)
{
    switch (kind) {
    case ProfileChangeKind::Differs:
        return chosen ? ProfilesDialog::tr("replaced") : ProfilesDialog::tr("differs, stays");
    case ProfileChangeKind::OnlyInProfile:
        return chosen ? ProfilesDialog::tr("added") : ProfilesDialog::tr("only in the profile");
    case ProfileChangeKind::OnlyInEnv:
        break;
    }
    return chosen ? ProfilesDialog::tr("removed") : ProfilesDialog::tr("only in .env, stays");
}

void setMono(QTreeWidgetItem *item)
{
    for (const int column : { KeyColumn, PresentColumn, ProfileColumn })
        item->setFont(column, typeFont(TypeRole::Mono));
}

} // namespace

ProfilesDialog::ProfilesDialog(const QString &path, QWidget *parent)
    : DialogFrame(parent), m_pages(new QStackedWidget),
      m_empty(new EmptyState(QStringLiteral("template"), tr("Reading…"), tr("The files beside .env are being read."))),
      m_list(new QListWidget), m_filter(new SegmentedSwitch), m_table(new QTreeWidget),
      m_consequences(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_lost(makeLabel(QString(), TypeRole::Secondary, Tone::Warn)), m_failure(new MessageBar),
      m_apply(makeButton(tr("Put into the form"), QStringLiteral("check"), ButtonKind::Primary))
{
    setHeadline(tr("Profiles"), tr("Other configurations beside %1").arg(path));
    body()->setContentsMargins(0, 0, 0, 0);
    m_pages->insertWidget(EmptyPage, m_empty);
    m_pages->insertWidget(ContentPage, makeContent());
    body()->addWidget(m_pages, 1);
    QPushButton *saveAs = makeButton(tr("Save present state as profile…"), QStringLiteral("save"));
    QPushButton *close = makeButton(tr("Close"));
    saveAs->setMinimumHeight(32);
    saveAs->setObjectName(QStringLiteral("saveAs"));
    close->setObjectName(QStringLiteral("close"));
    m_apply->setObjectName(QStringLiteral("apply"));
    addFootLeft(saveAs);
    addFootRight(close);
    addFootRight(m_apply);
    connect(saveAs, &QPushButton::clicked, this, &ProfilesDialog::saveAsRequested);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, [this] { Q_EMIT applyRequested(selected(), chosenKeys()); });
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ProfilesDialog::select);
    connect(m_filter, &SegmentedSwitch::currentChanged, this, &ProfilesDialog::fill);
    connect(m_table, &QTreeWidget::itemChanged, this, &ProfilesDialog::check);
    showConsequences();
    resize(960, 600);
}

QWidget *ProfilesDialog::makeContent()
{
    m_list->setFixedWidth(200);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RowDelegate(34, m_list));
    m_list->setAccessibleName(tr("Profiles"));
    m_filter->addSegment(tr("Differences"));
    m_filter->addSegment(tr("Same"));
    makeTable();
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(new Hairline(Qt::Vertical));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_failure);
    column->addWidget(m_filter, 0, Qt::AlignLeft);
    column->addWidget(m_table, 1);
    for (QLabel *label : { m_consequences, m_lost }) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_failure->hide();
    m_lost->hide();
    row->addLayout(column, 1);
    return content;
}

void ProfilesDialog::makeTable()
{
    m_table->setHeaderLabels({ tr("Key"), tr("In .env"), tr("In the profile"), tr("When applied") });
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    RowDelegate::install(m_table, 32);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setAccessibleName(tr("Keys compared"));
    m_table->header()->setStretchLastSection(true);
    m_table->header()->resizeSection(KeyColumn, 250);
    m_table->header()->resizeSection(PresentColumn, 150);
    m_table->header()->resizeSection(ProfileColumn, 150);
}

void ProfilesDialog::setProfiles(const QList<EnvProfile> &profiles)
{
    const QString before = selected();
    m_profiles = profiles;
    m_list->clear();
    if (profiles.isEmpty()) {
        m_empty->setTexts(tr("There is no profile yet"),
            tr("A profile is a file beside .env, like .env.vllm. Save the present state as one to come back to it later."));
        m_pages->setCurrentIndex(EmptyPage);
        showConsequences();
        return;
    }
    m_pages->setCurrentIndex(ContentPage);
    QListWidgetItem *chosen = nullptr;
    for (const EnvProfile &profile : profiles) {
        auto *item = new QListWidgetItem(profile.isTemplate ? tr("%1 (template)").arg(profile.name) : profile.name, m_list);
        item->setData(Qt::UserRole, profile.name);
        item->setToolTip(profile.path.toHtmlEscaped());
        if (!chosen || profile.name == before)
            chosen = item;
    }
    m_list->setCurrentItem(chosen);
    m_list->setFocus();
}

QString ProfilesDialog::selected() const
{
    const QList<QListWidgetItem *> items = m_list->selectedItems();
    return items.isEmpty() ? QString() : items.first()->data(Qt::UserRole).toString();
}

QStringList ProfilesDialog::names() const
{
    QStringList names;
    for (const EnvProfile &profile : m_profiles)
        names << profile.name;
    return names;
}

void ProfilesDialog::select()
{
    m_compared = false;
    m_changes.clear();
    m_same.clear();
    m_failure->hide();
    fill();
    if (!selected().isEmpty())
        Q_EMIT compareRequested(selected());
}

void ProfilesDialog::setChanges(const QString &name, const QList<ProfileChange> &changes, const QList<FormRow> &rows)
{
    if (name != selected())
        return;
    QSet<QString> different;
    for (const ProfileChange &change : changes)
        different.insert(change.key);
    m_same.clear();
    for (const FormRow &row : rows) {
        if (row.present && !different.contains(row.spec.key))
            m_same << row;
    }
    m_changes = changes;
    m_chosen.clear();
    for (const ProfileChange &change : changes) {
        if (change.kind != ProfileChangeKind::OnlyInEnv) // nothing is lost unless asked for
            m_chosen.insert(change.key);
    }
    m_compared = true;
    fill();
}

void ProfilesDialog::fill()
{
    const QSignalBlocker quiet(m_table);
    m_table->clear();
    m_filter->setCount(Differences, m_compared ? int(m_changes.size()) : -1);
    m_filter->setCount(Same, m_compared ? int(m_same.size()) : -1);
    if (m_filter->current() == Differences)
        fillDifferences();
    else
        fillSame();
    showConsequences();
}

void ProfilesDialog::fillDifferences()
{
    QList<QTreeWidgetItem *> items;
    for (const ProfileChange &change : std::as_const(m_changes)) {
        const bool chosen = m_chosen.contains(change.key);
        const QString present = valueText(change.present, change.secret);
        auto *item = new QTreeWidgetItem(
            { change.key, present, valueText(change.profile, change.secret), effectText(change.kind, chosen) });
        item->setCheckState(KeyColumn, chosen ? Qt::Checked : Qt::Unchecked);
        item->setData(KeyColumn, Qt::UserRole, int(change.kind));
        if (change.secret && change.kind == ProfileChangeKind::Differs)
            item->setToolTip(ProfileColumn, tr("The values differ. Secrets stay masked."));
        setMono(item);
        items << item;
    }
    m_table->addTopLevelItems(items);
    if (!items.isEmpty())
        m_table->setCurrentItem(items.first());
}

void ProfilesDialog::fillSame()
{
    QList<QTreeWidgetItem *> items;
    for (const FormRow &row : std::as_const(m_same)) {
        const QString value = valueText(row.value, row.secret);
        auto *item = new QTreeWidgetItem({ row.spec.key, value, value, tr("same") });
        setMono(item);
        items << item;
    }
    m_table->addTopLevelItems(items);
}

void ProfilesDialog::check(QTreeWidgetItem *item)
{
    const QString key = item->text(KeyColumn);
    const bool chosen = item->checkState(KeyColumn) == Qt::Checked;
    if (chosen)
        m_chosen.insert(key);
    else
        m_chosen.remove(key);
    const QSignalBlocker quiet(m_table);
    item->setText(EffectColumn, effectText(ProfileChangeKind(item->data(KeyColumn, Qt::UserRole).toInt()), chosen));
    showConsequences();
}

QStringList ProfilesDialog::chosenKeys() const
{
    QStringList keys;
    for (const ProfileChange &change : m_changes) {
        if (m_chosen.contains(change.key))
            keys << change.key;
    }
    return keys;
}

void ProfilesDialog::setFailure(const Failure &failure)
{
    QStringList detail{ failure.cause, failure.fix };
    detail.removeAll(QString());
    m_applying = false;
    m_failure->setMessage(MessageBar::Kind::Error, failure.message, detail.join(QLatin1Char(' ')));
    m_failure->show();
    showConsequences();
}

void ProfilesDialog::setApplying()
{
    m_applying = true;
    showConsequences();
}

/// What would be lost is said before it is: values replaced, keys removed, and what a plain copy of the file would lose.
void ProfilesDialog::showConsequences()
{
    QStringList replaced, removed, kept;
    for (const ProfileChange &change : std::as_const(m_changes)) {
        const bool chosen = m_chosen.contains(change.key);
        if (change.kind == ProfileChangeKind::Differs && chosen)
            replaced << change.key;
        else if (change.kind == ProfileChangeKind::OnlyInEnv)
            (chosen ? removed : kept) << change.key;
    }
    const int count = int(chosenKeys().size());
    QStringList sentences;
    if (!m_compared && m_failure->isHidden())
        sentences << tr("Reading…");
    else if (m_compared && m_changes.isEmpty())
        sentences << tr("The profile and the present state agree in every key.");
    else if (m_compared && count == 0)
        sentences << tr("Nothing is chosen.");
    else if (m_compared)
        sentences << tr("%n keys go into the form, unsaved; Undo takes them back.", nullptr, count);
    if (!kept.isEmpty())
        sentences
            << tr("Only in .env, so it stays: %1. A copy of the whole profile over .env would lose that.").arg(listed(kept));
    m_consequences->setText(sentences.join(QLatin1Char(' ')));
    QStringList lost;
    if (!replaced.isEmpty())
        lost << tr("Present values that are replaced: %1.").arg(listed(replaced));
    if (!removed.isEmpty())
        lost << tr("Would be lost, because the profile does not have it: %1.").arg(listed(removed));
    m_lost->setText(lost.join(QLatin1Char(' ')));
    m_lost->setVisible(!lost.isEmpty());
    m_apply->setEnabled(count > 0 && m_compared && !m_applying);
    m_apply->setText(m_applying ? tr("Reading…")
            : count > 0         ? tr("Put %n keys into the form", nullptr, count)
                                : tr("Put into the form"));
    m_apply->setAccessibleDescription(m_consequences->text() + QLatin1Char(' ') + m_lost->text());
}

} // namespace pilothouse
