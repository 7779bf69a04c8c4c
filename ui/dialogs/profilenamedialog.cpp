// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/profilenamedialog.h"

#include "ui/widgets/controls.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pilothouse {

ProfileNameDialog::ProfileNameDialog(const QStringList &presentNames, QWidget *parent)
    : DialogFrame(parent), m_present(presentNames), m_name(new QLineEdit),
      m_message(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_save(makeButton(QString(), QStringLiteral("save"), ButtonKind::Primary))
{
    setHeadline(
        tr("Save as a profile"), tr("The present state with its unsaved changes is written beside .env; .env stays as it is."));
    m_name->setFont(typeFont(TypeRole::Mono));
    m_name->setObjectName(QStringLiteral("profileName"));
    m_name->setAccessibleName(tr("Name of the profile"));
    QLabel *label = makeLabel(tr("Name"));
    label->setBuddy(m_name);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(m_message->fontMetrics().height() * 3);
    m_message->setAlignment(Qt::AlignTop);
    body()->addWidget(label);
    body()->addWidget(m_name);
    body()->addWidget(m_message);
    body()->addStretch(1);
    QPushButton *cancel = makeButton(tr("Cancel"));
    addFootRight(cancel);
    addFootRight(m_save);
    m_save->setObjectName(QStringLiteral("saveProfile"));
    m_save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_taken)
            Q_EMIT replaceRequested(name());
        else
            Q_EMIT saveRequested(name());
    });
    connect(m_name, &QLineEdit::textChanged, this, &ProfileNameDialog::judge);
    judge();
    m_name->setFocus();
    resize(440, sizeHint().height());
}

QString ProfileNameDialog::name() const
{
    return m_name->text().trimmed();
}

void ProfileNameDialog::judge()
{
    m_taken = m_present.contains(name());
    m_save->setEnabled(!name().isEmpty());
    m_save->setText(m_taken ? tr("Replace…") : tr("Save profile"));
    setFieldState(m_name, m_taken ? FieldState::Warning : FieldState::Normal);
    setLabelTone(m_message, m_taken ? Tone::Warn : Tone::Text2);
    m_message->setText(name().isEmpty() ? tr("Type a name, for example vllm. It becomes the end of the file’s name: .env.vllm")
            : m_taken                   ? tr(".env.%1 exists already. Choose another name, or replace it.").arg(name())
                                        : tr("It becomes .env.%1, readable only by you.").arg(name()));
    m_name->setAccessibleDescription(m_message->text());
}

void ProfileNameDialog::setTaken()
{
    m_present << name();
    judge();
}

void ProfileNameDialog::setSaving()
{
    m_save->setEnabled(false);
    m_save->setText(tr("Saving…"));
}

void ProfileNameDialog::setFailure(const Failure &failure)
{
    judge();
    QStringList sentences{ failure.message, failure.cause, failure.fix };
    sentences.removeAll(QString());
    setLabelTone(m_message, Tone::Error);
    setFieldState(m_name, FieldState::Error);
    m_message->setText(sentences.join(QLatin1Char(' ')));
    m_name->setAccessibleDescription(m_message->text());
    m_name->setFocus();
}

} // namespace pilothouse
