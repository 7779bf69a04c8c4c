// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/closedialog.h"

#include "ui/dialogs/choicecard.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/iconlabel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

void addItem(Card *card, const QString &icon, const QString &title, const QString &consequence, QPushButton *button = nullptr)
{
    if (card->body()->count() > 0)
        card->body()->addWidget(new Hairline);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(14, 6, 14, 6);
    row->setSpacing(10);
    row->addWidget(new IconLabel(icon, Tone::Accent));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(makeLabel(title));
    QLabel *second = makeLabel(consequence, TypeRole::Caption, Tone::Text2);
    second->setWordWrap(true);
    texts->addWidget(second);
    row->addLayout(texts, 1);
    if (button)
        row->addWidget(button);
    card->body()->addLayout(row);
}

} // namespace

CloseDialog::CloseDialog(const CloseFacts &facts, QWidget *parent)
    : DialogFrame(parent), m_choices(new QButtonGroup(this)), m_remember(new QCheckBox(tr("Remember my choice"))),
      m_close(makeButton(QString(), QString(), ButtonKind::Primary))
{
    setHeadline(tr("Close Pilothouse?"), tr("%1 is running and does not need this window.").arg(facts.providerName));
    addChoices(facts);
    addUnfinished(facts);
    body()->addStretch(1);
    addFoot();
    showChoice();
    resize(620, sizeHint().height());
}

CloseDialog::Choice CloseDialog::choice() const
{
    return Choice(m_choices->checkedId());
}

bool CloseDialog::remember() const
{
    return m_remember->isChecked();
}

void CloseDialog::addChoices(const CloseFacts &facts)
{
    const QString goesOn = facts.model.isEmpty() ? tr("It goes on answering. The history gets a gap.")
                                                 : tr("%1 goes on answering. The history gets a gap.").arg(facts.model);
    auto *keep = new ChoiceCard(tr("Keep %1 running").arg(facts.providerName), goesOn);
    const QString ends = facts.ownProcess
        ? tr("Running requests get a few seconds to finish; the next start loads the model again.")
        : tr("Pilothouse did not start it, so it cannot stop it from here.");
    auto *stop = new ChoiceCard(tr("Stop %1, then close").arg(facts.providerName), ends);
    if (!facts.memoryText.isEmpty()) {
        keep->setFigure(facts.memoryText, tr("%1 stays used").arg(facts.memoryKind));
        stop->setFigure(facts.memoryText, tr("%1 is freed").arg(facts.memoryKind));
    }
    stop->setEnabled(facts.ownProcess);
    m_choices->addButton(keep->radio(), int(Choice::Keep));
    m_choices->addButton(stop->radio(), int(Choice::Stop));
    keep->radio()->setChecked(true);
    keep->radio()->setFocus();
    body()->addWidget(keep);
    body()->addWidget(stop);
    connect(m_choices, &QButtonGroup::idToggled, this, &CloseDialog::showChoice);
}

void CloseDialog::addUnfinished(const CloseFacts &facts)
{
    if (facts.unsavedChanges == 0 && !facts.answerStreaming && !facts.switchRunning)
        return;
    body()->addSpacing(6);
    body()->addWidget(makeLabel(tr("Not finished in this window"), TypeRole::BodyStrong));
    auto *card = new Card;
    card->body()->setContentsMargins(0, 0, 0, 0);
    card->body()->setSpacing(0);
    if (facts.unsavedChanges > 0) {
        QPushButton *review = makeButton(tr("Review diff…"), QStringLiteral("diff"));
        review->setObjectName(QStringLiteral("review"));
        addItem(card, QStringLiteral("file"), tr("%n unsaved changes in .env", nullptr, facts.unsavedChanges),
            tr("Closing loses what is not saved. Cancel to save first."), review);
        connect(review, &QPushButton::clicked, this, [this] {
            reject();
            Q_EMIT reviewRequested();
        });
    }
    if (facts.answerStreaming)
        addItem(card, QStringLiteral("chat"), tr("An answer is still arriving"), tr("It ends here, with the text so far."));
    if (facts.switchRunning) {
        addItem(card, QStringLiteral("switch"), tr("A model switch is under way"),
            tr("It stops between two steps. Cancel to let it finish or go back."));
    }
    body()->addWidget(card);
}

void CloseDialog::addFoot()
{
    addFootLeft(m_remember);
    addFootLeft(makeLabel(tr("change it in Preferences"), TypeRole::Caption, Tone::Text2));
    m_remember->setAccessibleDescription(tr("You can change it in Preferences, “On closing, provider running”."));
    QPushButton *cancel = makeButton(tr("Cancel"));
    addFootRight(cancel);
    addFootRight(m_close);
    m_close->setObjectName(QStringLiteral("close"));
    m_close->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void CloseDialog::showChoice()
{
    m_close->setText(choice() == Choice::Keep ? tr("Close, keep running") : tr("Stop, then close"));
}

} // namespace pilothouse
