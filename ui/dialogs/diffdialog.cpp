// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/diffdialog.h"

#include "ui/dialogs/diffblock.h"
#include "ui/dialogs/timetext.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr qsizetype blockLimit = 60; ///< beyond it one list of lines is easier to read, and fast

QLabel *addPoint(QVBoxLayout *column, const char *icon, const QString &text = {})
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    QLabel *label = makeLabel(text, TypeRole::Secondary, Tone::Text2);
    label->setWordWrap(true);
    row->addWidget(new IconLabel(QString::fromLatin1(icon), Tone::Text2), 0, Qt::AlignTop);
    row->addWidget(label, 1);
    column->addLayout(row);
    return label;
}

} // namespace

DiffDialog::DiffDialog(QWidget *parent)
    : DialogFrame(parent), m_dangers(new MessageBar), m_blocked(new MessageBar), m_scroll(new QScrollArea),
      m_whenApplied(nullptr), m_cancel(makeButton(tr("Cancel"))), m_save(makeButton(tr("Save"))),
      m_apply(makeButton(tr("Save and apply"), QStringLiteral("check"), ButtonKind::Primary))
{
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(24, 0, 24, 0);
    bars->addWidget(m_dangers);
    bars->addWidget(m_blocked);
    body()->addLayout(bars);
    m_dangers->hide();
    m_blocked->hide();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->viewport()->setAutoFillBackground(false); // the dialog's own ground
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Changes"));
    columns->addWidget(m_scroll, 1);
    columns->addWidget(new Hairline(Qt::Vertical));
    addSide(columns);
    body()->addLayout(columns, 1);
    addFoot();
    resize(860, 580);
}

void DiffDialog::addSide(QHBoxLayout *columns)
{
    auto *side = new QWidget;
    side->setFixedWidth(286);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("When saved"), TypeRole::BodyStrong));
    const char *icons[] = { "save", "clock", "file" };
    for (int n = 0; n < 3; ++n)
        m_whenSaved[n] = addPoint(column, icons[n]);
    column->addSpacing(8);
    column->addWidget(makeLabel(tr("When applied"), TypeRole::BodyStrong));
    m_whenApplied = addPoint(column, "restart", tr("The provider gets the saved values."));
    column->addStretch(1);
    addPoint(column, "lock", tr("Secrets stay masked. Show reveals one for 10 s; copied text leaves them out."));
    columns->addWidget(side);
}

void DiffDialog::addFoot()
{
    QPushButton *revertAll = makeButton(tr("Revert all"), QString(), ButtonKind::Quiet);
    QPushButton *copy = makeButton(tr("Copy as patch"), QStringLiteral("copy"), ButtonKind::Quiet);
    revertAll->setObjectName(QStringLiteral("revertAll"));
    copy->setObjectName(QStringLiteral("copy"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_save->setObjectName(QStringLiteral("save"));
    m_apply->setObjectName(QStringLiteral("saveAndApply"));
    addFootLeft(revertAll);
    addFootLeft(copy);
    addFootRight(m_cancel);
    addFootRight(m_save);
    addFootRight(m_apply);
    connect(revertAll, &QPushButton::clicked, this, &DiffDialog::revertAllRequested);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(patch()); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT saveRequested(chosenKeys());
    });
    connect(m_apply, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT saveAndApplyRequested(chosenKeys());
    });
}

void DiffDialog::setState(const FormState &state, const QList<EnvDiffLine> &diff)
{
    const bool sameLines = diff == m_diff && state.rows == m_state.rows;
    m_state = state;
    m_diff = diff;
    const QStringList keys = shownKeys();
    m_leftOut.intersect(QSet<QString>(keys.begin(), keys.end()));
    if (diff.isEmpty() && isVisible()) {
        reject(); // nothing is left to save
        return;
    }
    if (!sameLines)
        showBlocks();
    showTexts();
    showDoors();
}

void DiffDialog::showBlocks()
{
    const int place = m_scroll->verticalScrollBar()->value();
    const bool focused = m_scroll->isAncestorOf(focusWidget());
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 14, 16, 14);
    column->setSpacing(8);
    const auto groups = linesByKey(m_diff);
    if (groups.size() > blockLimit) {
        auto *all = new DiffView;
        all->setLines(m_diff);
        column->addWidget(all);
    } else {
        for (const auto &[key, lines] : groups) {
            if (column->count() > 0)
                column->addWidget(new Hairline);
            auto *block = new DiffBlock(key, lines);
            if (const FormRow *row = m_state.rows.find(key); row && row->secret)
                block->setSecret(*row);
            block->setChosen(!m_leftOut.contains(key));
            connect(
                block, &DiffBlock::chosenChanged, this, [this](const QString &name, bool chosen) { leaveOut(name, !chosen); });
            connect(block, &DiffBlock::revertRequested, this, &DiffDialog::revertRequested);
            column->addWidget(block);
        }
        column->addStretch(1);
    }
    m_scroll->setWidget(content); // the old one goes with its blocks
    content->setAutoFillBackground(false);
    m_scroll->verticalScrollBar()->setValue(place);
    if (focused)
        m_scroll->setFocus(); // the pressed Revert is gone
}

void DiffDialog::showTexts()
{
    const int changes = m_state.changedCount;
    const QString compared = !m_state.fileExists ? tr("%1, which does not exist yet").arg(m_state.path)
        : m_state.savedAt.isValid() ? tr("%1, compared with the file saved at %2").arg(m_state.path, timeText(m_state.savedAt))
                                    : tr("%1, compared with the file").arg(m_state.path);
    const QStringList chosen = chosenKeys();
    const bool all = m_leftOut.isEmpty();
    setHeadline(all ? tr("Review %n changes", nullptr, changes)
                    : tr("Review %1 of %n changes", nullptr, int(shownKeys().size())).arg(chosen.size()),
        compared);
    m_save->setText(all ? tr("Save") : tr("Save %n keys", nullptr, int(chosen.size())));
    int added = 0;
    for (const EnvDiffLine &line : std::as_const(m_diff))
        added += line.newLine > 0 ? 1 : 0;
    const auto lines
        = m_state.text.count(QLatin1Char('\n')) + (m_state.text.isEmpty() || m_state.text.endsWith(QLatin1Char('\n')) ? 0 : 1);
    m_whenSaved[0]->setText(m_state.fileExists ? tr("Written in one step: a new file replaces the old one, its rights stay.")
                                               : tr("A new file is written in one step; only you can read it."));
    m_whenSaved[1]->setText(tr("Each saved state is kept in the history and can come back."));
    m_whenSaved[2]->setText(
        tr("%n other lines, comments and their order stay as they are.", nullptr, qMax(0, int(lines) - added)));
}

void DiffDialog::showDoors()
{
    const bool dangerous = !m_state.dangers.isEmpty();
    m_dangers->setVisible(dangerous);
    if (dangerous)
        m_dangers->setMessage(MessageBar::Kind::Warning,
            tr("Saving this has consequences beyond one value. Save only what you meant."),
            m_state.dangers.join(QLatin1Char('\n')));
    const bool blocked = !m_state.canSave;
    m_blocked->setVisible(blocked);
    if (blocked)
        m_blocked->setMessage(MessageBar::Kind::Error, tr("Save waits: %1").arg(m_state.saveBlockedBy));
    const int top = dangerous || blocked ? 12 : 0;
    body()->itemAt(0)->layout()->setContentsMargins(24, top, 24, top);
    const bool nothing = !m_leftOut.isEmpty() && chosenKeys().isEmpty();
    for (QPushButton *button : { m_save, m_apply }) {
        button->setEnabled(m_state.canSave && !nothing);
        button->setToolTip(blocked ? m_state.saveBlockedBy.toHtmlEscaped() : nothing ? tr("Every key is left out.") : QString());
    }
    QPushButton *first = dangerous || blocked || nothing ? m_cancel : m_save;
    first->setDefault(true); // Return never restarts a provider
    if (!isVisible())
        first->setFocus();
}

void DiffDialog::leaveOut(const QString &key, bool out)
{
    if (out)
        m_leftOut.insert(key);
    else
        m_leftOut.remove(key);
    showTexts();
    showDoors();
}

QStringList DiffDialog::shownKeys() const
{
    QStringList keys;
    for (const auto &group : linesByKey(m_diff)) {
        if (!group.first.isEmpty())
            keys << group.first;
    }
    return keys;
}

QStringList DiffDialog::chosenKeys() const
{
    QStringList keys;
    if (m_leftOut.isEmpty())
        return keys;
    for (const QString &key : shownKeys()) {
        if (!m_leftOut.contains(key))
            keys << key;
    }
    return keys;
}

void DiffDialog::setWhenApplied(const QString &text)
{
    m_whenApplied->setText(text);
}

QString DiffDialog::patch() const
{
    return patchOf(m_diff);
}

} // namespace pilothouse
