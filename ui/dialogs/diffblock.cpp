// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/diffblock.h"

#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/elidedlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int revealMs = 10'000;
constexpr int boxWidth = 26; ///< of a check box with what is beside it

/// One row for a value, whatever it holds.
QString shownValue(const QString &key, const QString &value)
{
    QString row = value;
    row.replace(QLatin1Char('\n'), QStringLiteral("\\n"));
    return QStringLiteral("%1=%2").arg(key, row);
}

} // namespace

QList<QPair<QString, QList<EnvDiffLine>>> linesByKey(const QList<EnvDiffLine> &lines)
{
    QList<QPair<QString, QList<EnvDiffLine>>> groups;
    QHash<QString, qsizetype> places;
    const auto add = [&](const QString &key, const EnvDiffLine &line) {
        if (!places.contains(key)) {
            places.insert(key, groups.size());
            groups.append({ key, {} });
        }
        groups[places.value(key)].second << line;
    };
    for (const EnvDiffLine &line : lines) {
        if (line.oldLine == 0 || line.newLine == 0 || line.oldKey == line.newKey) {
            add(line.newLine > 0 ? line.newKey : line.oldKey, line);
            continue;
        }
        add(line.oldKey, { line.oldLine, 0, line.oldText, {}, line.oldKey, {} });
        add(line.newKey, { 0, line.newLine, {}, line.newText, {}, line.newKey });
    }
    return groups;
}

DiffBlock::DiffBlock(const QString &key, const QList<EnvDiffLine> &lines, QWidget *parent)
    : QWidget(parent), m_key(key), m_masked(lines), m_view(new DiffView),
      m_left(makeLabel(tr("left out, stays unsaved"), TypeRole::Secondary, Tone::Text2)),
      m_differ(makeLabel(tr("values differ"), TypeRole::Secondary, Tone::Text2)),
      m_show(makeButton(tr("Show"), QStringLiteral("eye"), ButtonKind::Quiet)), m_hide(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    if (!key.isEmpty()) {
        m_chosen = new QCheckBox;
        m_chosen->setChecked(true);
        m_chosen->setObjectName(QStringLiteral("chosen.%1").arg(key));
        m_chosen->setAccessibleName(tr("Save %1").arg(key));
        m_chosen->setAccessibleDescription(patchOf(lines).left(500));
        m_chosen->setToolTip(tr("Unchecked, this edit stays in the form and is not saved"));
        m_chosen->setFixedWidth(boxWidth - 8); // the head's spacing follows
        head->addWidget(m_chosen);
        connect(m_chosen, &QCheckBox::toggled, this, [this](bool on) {
            showChosen();
            Q_EMIT chosenChanged(m_key, on);
        });
    } else {
        head->addSpacing(boxWidth); // a layout adds no space of its own beside it
    }
    auto *name = new ElidedLabel(
        key.isEmpty() ? tr("Comments and blank lines") : key, key.isEmpty() ? TypeRole::BodyStrong : TypeRole::Mono);
    name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    head->addWidget(name, 0);
    head->addWidget(m_left);
    head->addStretch(1);
    head->addWidget(m_differ);
    head->addWidget(m_show);
    m_differ->hide();
    m_show->hide();
    m_show->setAccessibleName(tr("Show the values of %1 for 10 seconds").arg(key));
    if (!key.isEmpty()) {
        QPushButton *revert = makeButton(tr("Revert"), QStringLiteral("undo"), ButtonKind::Quiet);
        revert->setObjectName(QStringLiteral("revert.%1").arg(key));
        revert->setAccessibleName(tr("Revert %1").arg(key));
        revert->setAccessibleDescription(patchOf(lines).left(500));
        revert->setToolTip(tr("Takes this edit back; the file’s value stays"));
        head->addWidget(revert);
        connect(revert, &QPushButton::clicked, this, [this] { Q_EMIT revertRequested(m_key); });
    }
    column->addLayout(head);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(boxWidth, 0, 0, 0);
    inset->addWidget(m_view);
    column->addLayout(inset);
    m_left->hide();
    m_view->setFitted(true);
    m_view->setAccessibleName(key.isEmpty() ? tr("Changed comments and blank lines") : tr("Changed lines of %1").arg(key));
    m_view->setLines(lines);
    m_hide->setSingleShot(true);
    m_hide->setInterval(revealMs);
    connect(m_hide, &QTimer::timeout, this, [this] { reveal(false); });
    connect(m_show, &QPushButton::clicked, this, [this] { reveal(!m_hide->isActive()); });
}

void DiffBlock::setSecret(const FormRow &row)
{
    EnvDiffLine line;
    for (const EnvDiffLine &each : std::as_const(m_masked)) {
        if (row.savedPresent && line.oldLine == 0)
            line.oldLine = each.oldLine;
        if (row.present && line.newLine == 0)
            line.newLine = each.newLine;
    }
    line.oldKey = line.newKey = m_key;
    line.oldText = shownValue(m_key, row.savedValue);
    line.newText = shownValue(m_key, row.value);
    m_plain = { line };
    m_differ->setVisible(row.savedPresent && row.present);
    m_show->setVisible(true);
    m_show->setObjectName(QStringLiteral("show.%1").arg(m_key));
}

void DiffBlock::setChosen(bool chosen)
{
    if (m_chosen)
        m_chosen->setChecked(chosen);
}

bool DiffBlock::isChosen() const
{
    return !m_chosen || m_chosen->isChecked();
}

void DiffBlock::showChosen()
{
    m_left->setVisible(!isChosen());
    m_view->setQuiet(!isChosen());
}

void DiffBlock::reveal(bool plain)
{
    m_view->setLines(plain ? m_plain : m_masked);
    m_view->setTextInteractionFlags(
        plain ? Qt::NoTextInteraction : Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard); // not into the clipboard
    m_show->setText(plain ? tr("Hide") : tr("Show"));
    if (plain)
        m_hide->start();
    else
        m_hide->stop();
}

} // namespace pilothouse
