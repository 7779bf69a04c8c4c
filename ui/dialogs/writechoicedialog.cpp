// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/writechoicedialog.h"

#include "ui/dialogs/writeoptionbox.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/hairline.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pilothouse {

WriteChoiceDialog::WriteChoiceDialog(const QList<EnvWriteQuestion> &questions, QWidget *parent)
    : DialogFrame(parent), m_progress(new ElidedLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_write(makeButton(tr("Write it this way"), QStringLiteral("check"), ButtonKind::Primary))
{
    const int count = int(questions.size());
    setHeadIcon(QStringLiteral("not-equal"), Tone::Warn);
    setHeadline(count == 1 ? tr("The readers of .env would not all get the same value of %1").arg(questions.first().key)
                           : tr("The readers of .env would not all get the same %n values", nullptr, count),
        tr("No way of writing it serves every program that reads this file. Choose the line that goes into it; Cancel keeps "
           "everything as it is."));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 14, 24, 14);
    column->setSpacing(8);
    for (const EnvWriteQuestion &question : questions)
        addQuestion(column, question, count > 1);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false); // the dialog's own ground
    content->setAutoFillBackground(false);
    scroll->setAccessibleName(tr("Ways of writing"));
    body()->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(scroll, 1);
    addFoot();
    if (!m_boxes.isEmpty() && !m_boxes.first().second.isEmpty())
        m_boxes.first().second.first()->radio()->setFocus();
    showProgress();
    resize(760, qMin(600, sizeHint().height() + qMax(0, content->sizeHint().height() - scroll->sizeHint().height())));
}

void WriteChoiceDialog::addQuestion(QVBoxLayout *column, const EnvWriteQuestion &question, bool named)
{
    if (column->count() > 0)
        column->addWidget(new Hairline);
    if (named)
        column->addWidget(new ElidedLabel(question.key, TypeRole::Mono));
    auto *group = new QButtonGroup(this); // also what the arrow keys go through
    QList<WriteOptionBox *> boxes;
    for (const EnvWriteOption &option : question.options) {
        auto *box = new WriteOptionBox(question.key, option);
        group->addButton(box->radio());
        connect(box->radio(), &QRadioButton::toggled, this, &WriteChoiceDialog::showProgress);
        column->addWidget(box);
        boxes << box;
    }
    m_boxes.append({ question.key, boxes });
}

void WriteChoiceDialog::addFoot()
{
    QPushButton *cancel = makeButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setToolTip(tr("Nothing is saved; your edits stay in the form"));
    m_write->setObjectName(QStringLiteral("write"));
    m_write->setDefault(true);
    m_progress->setMinimumWidth(280);
    addFootLeft(m_progress);
    addFootRight(cancel);
    addFootRight(m_write);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_write, &QPushButton::clicked, this, &QDialog::accept);
}

EnvWriteStyles WriteChoiceDialog::styles() const
{
    EnvWriteStyles styles;
    for (const auto &[key, boxes] : m_boxes) {
        for (const WriteOptionBox *box : boxes) {
            if (box->radio()->isChecked())
                styles.insert(key, box->style());
        }
    }
    return styles;
}

void WriteChoiceDialog::showProgress()
{
    const EnvWriteStyles chosen = styles();
    QString open;
    for (const auto &[key, boxes] : m_boxes) {
        if (open.isEmpty() && !chosen.contains(key))
            open = key;
    }
    const QString waits = open.isEmpty() ? QString() : tr("Save waits for %1").arg(open);
    m_write->setEnabled(open.isEmpty());
    m_write->setToolTip(waits.toHtmlEscaped());
    m_progress->setText(open.isEmpty() ? tr("Everything is chosen") : waits);
    m_progress->setTone(open.isEmpty() ? Tone::Text2 : Tone::Warn);
}

} // namespace pilothouse
