// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/renamekeydialog.h"

#include "ui/dialogs/addkeydialog.h"
#include "ui/widgets/controls.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pilothouse {

RenameKeyDialog::RenameKeyDialog(const QString &key, const QStringList &presentKeys, QWidget *parent)
    : DialogFrame(parent), m_key(key), m_present(presentKeys), m_name(new QLineEdit(key)),
      m_message(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_rename(makeButton(tr("Rename"), QStringLiteral("edit"), ButtonKind::Primary))
{
    setHeadline(tr("Rename %1").arg(key), tr("Programs that read the old name do not find it any more. The value stays."));
    m_name->setFont(typeFont(TypeRole::Mono));
    m_name->setAccessibleName(tr("New name of the key"));
    m_name->setObjectName(QStringLiteral("newName"));
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(m_message->fontMetrics().height() * 2);
    m_message->setAlignment(Qt::AlignTop);
    QLabel *label = makeLabel(tr("New name"));
    label->setBuddy(m_name);
    body()->addWidget(label);
    body()->addWidget(m_name);
    body()->addWidget(m_message);
    body()->addStretch(1);
    QPushButton *cancel = makeButton(tr("Cancel"));
    addFootRight(cancel);
    addFootRight(m_rename);
    m_rename->setObjectName(QStringLiteral("renameButton"));
    m_rename->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_rename, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, &RenameKeyDialog::judge);
    judge();
    m_name->selectAll();
    m_name->setFocus();
    resize(420, sizeHint().height());
}

QString RenameKeyDialog::name() const
{
    return m_name->text();
}

void RenameKeyDialog::judge()
{
    const bool same = m_name->text() == m_key;
    const QString problem = same ? QString() : keyNameProblem(m_name->text(), m_present);
    const bool wrong = !problem.isEmpty() && !m_name->text().isEmpty();
    m_message->setText(problem);
    setLabelTone(m_message, wrong ? Tone::Error : Tone::Text2);
    setFieldState(m_name, wrong ? FieldState::Error : FieldState::Normal);
    m_name->setAccessibleDescription(problem);
    m_rename->setEnabled(problem.isEmpty() && !same);
}

} // namespace pilothouse
