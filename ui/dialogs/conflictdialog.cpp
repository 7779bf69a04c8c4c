// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/conflictdialog.h"

#include "ui/dialogs/timetext.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/messagebar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qsizetype mergedLimit = 200; ///< more rows than anyone reads

QString originOf(const EnvConflict &change)
{
    const bool theirs = change.mine == change.base;
    const std::optional<QString> &result = theirs ? change.theirs : change.mine;
    if (!change.base)
        return theirs ? ConflictDialog::tr("from theirs, new key") : ConflictDialog::tr("from mine, new key");
    if (!result)
        return theirs ? ConflictDialog::tr("from theirs, line removed") : ConflictDialog::tr("from mine, line removed");
    return theirs ? ConflictDialog::tr("from theirs") : ConflictDialog::tr("from mine");
}

void addLine(QGridLayout *grid)
{
    grid->addWidget(new Hairline, grid->rowCount(), 0, 1, ConflictRow::columns);
}

QHBoxLayout *addTitle(QGridLayout *grid, const QString &title, const QString &context)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(makeLabel(title, TypeRole::BodyStrong));
    row->addWidget(makeLabel(context, TypeRole::Secondary, Tone::Text2));
    row->addStretch(1);
    grid->addLayout(row, grid->rowCount(), 0, 1, ConflictRow::columns);
    return row;
}

} // namespace

ConflictDialog::ConflictDialog(QWidget *parent)
    : DialogFrame(parent), m_banner(new MessageBar), m_scroll(new QScrollArea),
      m_progress(new ElidedLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_save(makeButton(tr("Save merged"), QStringLiteral("merge"), ButtonKind::Primary))
{
    body()->addWidget(m_banner);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->viewport()->setAutoFillBackground(false); // the dialog's own ground
    m_scroll->setAccessibleName(tr("Keys changed on both sides"));
    body()->addWidget(m_scroll, 1);
    addFoot();
    resize(960, 600);
}

void ConflictDialog::addFoot()
{
    QPushButton *cancel = makeButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setToolTip(tr("Nothing is saved; your edits stay in the form"));
    m_save->setObjectName(QStringLiteral("saveMerged"));
    m_save->setDefault(true);
    m_progress->setMinimumWidth(320);
    addFootLeft(m_progress);
    addFootRight(cancel);
    addFootRight(m_save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
}

void ConflictDialog::setConflicts(const QString &path, const QList<EnvConflict> &conflicts, const QList<EnvConflict> &merged)
{
    const bool same = m_merged == merged
        && std::equal(m_rows.cbegin(), m_rows.cend(), conflicts.cbegin(), conflicts.cend(),
            [](const ConflictRow *row, const EnvConflict &conflict) { return row->conflict() == conflict; });
    if (same && m_scroll->widget())
        return;
    const QList<ConflictRow *> before = m_rows;
    m_rows.clear();
    m_merged = merged;
    setHeadline(conflicts.isEmpty() ? tr("Nothing is left to decide")
                                    : tr("%n keys were changed on both sides", nullptr, int(conflicts.size())),
        path);
    showBanner();
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 4, 8, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    addHeads(grid);
    addConflicts(grid, conflicts);
    addMerged(grid, merged);
    grid->setRowStretch(grid->rowCount(), 1);
    const int widths[] = { 4, 3, 4, 4, 4, 0 };
    for (int column = 0; column < ConflictRow::columns; ++column)
        grid->setColumnStretch(column, widths[column]);
    for (ConflictRow *row : std::as_const(m_rows)) {
        for (const ConflictRow *old : before) {
            if (old->conflict() == row->conflict() && old->decision())
                row->decide(*old->decision());
        }
    }
    qDeleteAll(before);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    if (!m_rows.isEmpty())
        m_rows.first()->takeFocus();
    showProgress();
}

void ConflictDialog::setWritten(const QDateTime &time, const QString &owner)
{
    const QString when = timeText(time);
    const QString written = !time.isValid() ? QString()
        : owner.isEmpty()                   ? tr("The file was last written at %1.").arg(when)
                                            : tr("The file was last written at %1 and belongs to %2.").arg(when, owner);
    if (written == m_written)
        return;
    m_written = written;
    showBanner();
}

void ConflictDialog::showBanner()
{
    QStringList sentences;
    if (!m_written.isEmpty())
        sentences << m_written;
    sentences << tr("Choose a value for each key, or type a third one. Cancel keeps your edits unsaved.");
    m_banner->setMessage(MessageBar::Kind::Warning,
        tr("Another program changed .env while your edits were not saved. Nothing has been overwritten."), sentences.join(u' '));
}

void ConflictDialog::addHeads(QGridLayout *grid)
{
    const QString heads[] = { tr("Key"), tr("Before"), tr("Mine, not saved"), tr("Theirs, in the file now"), tr("Result") };
    int column = 0;
    for (const QString &head : heads)
        grid->addWidget(makeLabel(head, TypeRole::Caption, Tone::Text2), 0, column++);
}

void ConflictDialog::addConflicts(QGridLayout *grid, const QList<EnvConflict> &conflicts)
{
    if (conflicts.isEmpty())
        return;
    addLine(grid);
    QHBoxLayout *title = addTitle(grid, tr("Decide"), tr("%n keys changed on both sides", nullptr, int(conflicts.size())));
    QPushButton *mine = makeButton(tr("All mine"), QString(), ButtonKind::Link);
    QPushButton *theirs = makeButton(tr("All theirs"), QString(), ButtonKind::Link);
    mine->setObjectName(QStringLiteral("allMine"));
    theirs->setObjectName(QStringLiteral("allTheirs"));
    title->addWidget(mine);
    title->addWidget(theirs);
    connect(mine, &QPushButton::clicked, this, [this] { chooseAll(ConflictChoice::Mine); });
    connect(theirs, &QPushButton::clicked, this, [this] { chooseAll(ConflictChoice::Theirs); });
    for (const EnvConflict &conflict : conflicts) {
        addLine(grid);
        auto *row = new ConflictRow(conflict, grid, grid->rowCount(), this);
        connect(row, &ConflictRow::decided, this, &ConflictDialog::showProgress);
        m_rows << row;
    }
}

void ConflictDialog::addMerged(QGridLayout *grid, const QList<EnvConflict> &merged)
{
    if (merged.isEmpty())
        return;
    addLine(grid);
    addTitle(grid, tr("Merged by itself"), tr("%n keys changed on one side only", nullptr, int(merged.size())));
    for (const EnvConflict &change : merged.mid(0, mergedLimit)) {
        addLine(grid);
        const int row = grid->rowCount();
        const bool theirs = change.mine == change.base;
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(new ElidedLabel(change.key, TypeRole::Mono));
        texts->addWidget(makeLabel(originOf(change), TypeRole::Caption, Tone::Text2));
        grid->addLayout(texts, row, 0);
        const std::optional<QString> values[] = { change.base, change.mine, change.theirs, theirs ? change.theirs : change.mine };
        for (int column = 1; column <= 4; ++column) {
            const bool decides = column == (theirs ? 3 : 2) || column == 4;
            auto *value = new ElidedLabel(
                valueText(values[column - 1], change.secret), TypeRole::Mono, decides ? Tone::Text : Tone::Text2);
            value->setElideMode(Qt::ElideMiddle);
            grid->addWidget(value, row, column);
        }
        grid->addWidget(new IconLabel(QStringLiteral("ok"), Tone::Ok), row, 5);
    }
    if (merged.size() > mergedLimit) {
        const int more = int(merged.size() - mergedLimit);
        grid->addWidget(makeLabel(tr("And %n more keys.", nullptr, more), TypeRole::Secondary, Tone::Text2), grid->rowCount(), 0,
            1, ConflictRow::columns);
    }
}

void ConflictDialog::chooseAll(ConflictChoice choice)
{
    for (ConflictRow *row : std::as_const(m_rows))
        row->choose(choice);
}

QList<ConflictDecision> ConflictDialog::decisions() const
{
    QList<ConflictDecision> decisions;
    for (const ConflictRow *row : m_rows) {
        if (row->decision())
            decisions << *row->decision();
    }
    return decisions;
}

bool ConflictDialog::isDecided() const
{
    return decisions().size() == m_rows.size();
}

void ConflictDialog::showProgress()
{
    const auto open = std::find_if(m_rows.cbegin(), m_rows.cend(), [](const ConflictRow *row) { return !row->decision(); });
    const QString waits = open == m_rows.cend() ? QString() : tr("Save waits for %1").arg((*open)->conflict().key);
    m_save->setEnabled(waits.isEmpty());
    m_save->setToolTip(waits.toHtmlEscaped());
    const QString done = tr("%1 of %2 decided").arg(decisions().size()).arg(m_rows.size());
    m_progress->setText(waits.isEmpty() ? done : tr("%1. %2").arg(done, waits));
    m_progress->setTone(waits.isEmpty() ? Tone::Text2 : Tone::Warn);
}

} // namespace pilothouse
