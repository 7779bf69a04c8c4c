// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/helpdialog.h"

#include "ui/widgets/controls.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pilothouse {

HelpDialog::HelpDialog(QWidget *window) : DialogFrame(window)
{
    setHeadline(tr("Keyboard and help"), tr("Every button can be reached with Tab; F6 moves between the areas of the window."));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(28);
    columns->addWidget(makeText(), 3);
    columns->addWidget(makeKeys(window), 2);
    body()->addLayout(columns);
    QPushButton *close = makeButton(tr("Close"));
    close->setDefault(true);
    addFootRight(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(880, 660);
}

QWidget *HelpDialog::makeText()
{
    auto *text = new QWidget;
    auto *column = new QVBoxLayout(text);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    const QList<QPair<QString, QString>> topics{
        { tr("The course line"),
            tr("Overview compares three truths: what .env says, what the running process uses, and what the API serves. A green "
               "line means equal, a broken amber "
               "line means that the saved value is not in force yet; Apply or Restart puts it into force.") },
        { tr("Changing a setting"),
            tr("Configuration changes only the bytes of the value you edit. A value outside its range is named beside the field "
               "and is not saved. Another program’s "
               "change to the file is never overwritten.") },
        { tr("Switching the model"),
            tr("Switch model… writes .env, loads or restarts, compares the served model and asks one question. If a step fails, "
               "the old file and the old model come back.") },
        { tr("Starting and stopping"),
            tr("Ready is shown only when the API has just answered with the wanted model. A provider keeps running when the "
               "window is closed or ends, and is found again.") },
        { tr("Where the log lies"),
            tr("Provider shows the log and its path, the exact command, and where each argument comes from.") },
    };
    for (const auto &[title, sentence] : topics) {
        column->addWidget(makeLabel(title, TypeRole::BodyStrong));
        QLabel *label = makeLabel(sentence, TypeRole::Body, Tone::Text2);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addStretch(1);
    return text;
}

QWidget *HelpDialog::makeKeys(const QWidget *window)
{
    auto *keys = new QWidget;
    auto *grid = new QGridLayout(keys);
    grid->setContentsMargins(0, 0, 12, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(5);
    const QList<QAction *> actions = window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        QString name = action->iconText().isEmpty() ? action->text() : action->iconText();
        name.remove(QLatin1Char('&'));
        const int row = grid->rowCount();
        grid->addWidget(makeLabel(action->shortcut().toString(QKeySequence::NativeText), TypeRole::Mono), row, 0);
        grid->addWidget(makeLabel(name, TypeRole::Secondary, Tone::Text2), row, 1);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(keys);
    scroll->setAccessibleName(tr("Keys"));
    return scroll;
}

} // namespace pilothouse
