// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialogs.h"

#include "ui/dialogs/dialogframe.h"
#include "ui/widgets/controls.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Dialogs", text);
}

void addParagraph(QVBoxLayout *layout, const QString &title, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!title.isEmpty())
        layout->addWidget(makeLabel(title, TypeRole::BodyStrong));
    QLabel *label = makeLabel(text, TypeRole::Body, Tone::Text2);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(label);
}

} // namespace

void Dialogs::openFolder(QWidget *parent, const QString &startFolder, std::function<void(const QString &)> answer)
{
    auto *dialog = new QFileDialog(parent, say(QT_TRANSLATE_NOOP("Dialogs", "Open a deployment folder")), startFolder);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(answer));
    dialog->open();
}

void Dialogs::saveFile(
    QWidget *parent, const QString &title, const QString &proposal, std::function<void(const QString &)> answer)
{
    auto *dialog = new QFileDialog(parent, title, proposal);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(answer));
    dialog->open();
}

void Dialogs::confirm(QWidget *parent, const Question &question, std::function<void(bool)> answer)
{
    auto *dialog = new DialogFrame(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setHeadline(question.title);
    addParagraph(dialog->body(), QString(), question.consequence);
    QPushButton *cancel = makeButton(say(QT_TRANSLATE_NOOP("Dialogs", "Cancel")));
    QPushButton *action = makeButton(question.action, QString(), question.dangerous ? ButtonKind::Danger : ButtonKind::Primary);
    action->setObjectName(QStringLiteral("confirm"));
    if (!question.other.isEmpty()) {
        QPushButton *other = makeButton(question.other);
        other->setMinimumHeight(32);
        other->setObjectName(QStringLiteral("other"));
        dialog->addFootLeft(other);
        QObject::connect(other, &QPushButton::clicked, dialog, [dialog, onOther = question.onOther] {
            dialog->reject();
            onOther();
        });
    }
    dialog->addFootRight(cancel);
    dialog->addFootRight(action);
    (question.dangerous ? cancel : action)->setDefault(true);
    (question.dangerous ? cancel : action)->setFocus();
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(action, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(
        dialog, &QDialog::finished, dialog, [answer = std::move(answer)](int result) { answer(result == QDialog::Accepted); });
    dialog->resize(460, dialog->sizeHint().height());
    dialog->open();
}

void Dialogs::notify(QWidget *parent, const Failure &failure)
{
    auto *dialog = new DialogFrame(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setHeadIcon(QStringLiteral("fail"), Tone::Error);
    dialog->setHeadline(failure.message);
    addParagraph(dialog->body(), say(QT_TRANSLATE_NOOP("Dialogs", "Why")), failure.cause);
    addParagraph(dialog->body(), say(QT_TRANSLATE_NOOP("Dialogs", "What to do")), failure.fix);
    if (!failure.detail.isEmpty()) {
        auto *detail = new QPlainTextEdit(failure.detail);
        detail->setReadOnly(true);
        detail->setFont(typeFont(TypeRole::Mono));
        detail->setAccessibleName(say(QT_TRANSLATE_NOOP("Dialogs", "Details")));
        detail->setMaximumHeight(160);
        dialog->body()->addWidget(detail);
    }
    QPushButton *close = makeButton(say(QT_TRANSLATE_NOOP("Dialogs", "Close")), QString(), ButtonKind::Primary);
    close->setDefault(true);
    dialog->addFootRight(close);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    dialog->resize(520, dialog->sizeHint().height());
    dialog->open();
}

} // namespace pilothouse
