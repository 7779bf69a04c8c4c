// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/addkeydialog.h"

#include "ui/widgets/controls.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace pilothouse {

QString keyNameProblem(const QString &name, const QStringList &presentKeys)
{
    // the common ground of compose, python-dotenv, make and sh: POSIX names (XBD 8.1)
    static const QRegularExpression posixName(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    if (name.isEmpty())
        return AddKeyDialog::tr("Type the name of the key.");
    if (name.at(0).isDigit())
        return AddKeyDialog::tr("A name cannot begin with a digit.");
    if (!posixName.match(name).hasMatch())
        return AddKeyDialog::tr("Only the letters A to Z, digits and _ are read the same way by every program.");
    if (presentKeys.contains(name))
        return AddKeyDialog::tr("%1 is in the file already.").arg(name);
    return {};
}

AddKeyDialog::AddKeyDialog(const QStringList &presentKeys, QWidget *parent)
    : DialogFrame(parent), m_present(presentKeys), m_key(new QLineEdit), m_value(new QLineEdit),
      m_message(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_add(makeButton(tr("Add key"), QStringLiteral("plus"), ButtonKind::Primary))
{
    setHeadline(tr("Add a key"), tr("It is written at the end of .env when you save."));
    for (QLineEdit *edit : { m_key, m_value })
        edit->setFont(typeFont(TypeRole::Mono));
    QLabel *keyLabel = makeLabel(tr("Name"));
    QLabel *valueLabel = makeLabel(tr("Value"));
    keyLabel->setBuddy(m_key);
    valueLabel->setBuddy(m_value);
    m_key->setAccessibleName(tr("Name of the key"));
    m_value->setAccessibleName(tr("Value of the key"));
    m_key->setObjectName(QStringLiteral("keyName"));
    m_value->setObjectName(QStringLiteral("keyValue"));
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(m_message->fontMetrics().height() * 2);
    m_message->setAlignment(Qt::AlignTop);
    body()->addWidget(keyLabel);
    body()->addWidget(m_key);
    body()->addWidget(m_message);
    body()->addWidget(valueLabel);
    body()->addWidget(m_value);
    body()->addStretch(1);
    QPushButton *cancel = makeButton(tr("Cancel"));
    addFootRight(cancel);
    addFootRight(m_add);
    m_add->setObjectName(QStringLiteral("addKeyButton"));
    m_add->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_key, &QLineEdit::textChanged, this, &AddKeyDialog::judge);
    judge();
    m_key->setFocus();
    resize(420, sizeHint().height());
}

QString AddKeyDialog::key() const
{
    return m_key->text();
}

QString AddKeyDialog::value() const
{
    return m_value->text();
}

void AddKeyDialog::judge()
{
    const QString problem = keyNameProblem(m_key->text(), m_present);
    const bool wrong = !problem.isEmpty() && !m_key->text().isEmpty();
    m_message->setText(problem);
    setLabelTone(m_message, wrong ? Tone::Error : Tone::Text2);
    setFieldState(m_key, wrong ? FieldState::Error : FieldState::Normal);
    m_key->setAccessibleDescription(problem);
    m_add->setEnabled(problem.isEmpty());
    m_add->setToolTip(problem.toHtmlEscaped());
}

} // namespace pilothouse
