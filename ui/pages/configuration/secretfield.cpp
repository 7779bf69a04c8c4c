// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/secretfield.h"

#include "ui/pages/configuration/textfield.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace pilothouse {

SecretField::SecretField(QWidget *parent) : ValueField(parent), m_edit(new QLineEdit(this)), m_eye(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_edit);
    layout->addWidget(m_eye);
    m_edit->setFont(typeFont(TypeRole::Mono));
    m_edit->addAction(themedIcon(QStringLiteral("lock")), QLineEdit::LeadingPosition);
    m_eye->setIcon(themedIcon(QStringLiteral("eye")));
    m_eye->setAutoRaise(true);
    m_eye->setCheckable(true);
    m_timer.setSingleShot(true);
    m_timer.setInterval(10'000);
    watchFocus(m_edit);
    connect(&m_timer, &QTimer::timeout, this, &SecretField::mask);
    connect(m_eye, &QToolButton::clicked, this, [this](bool on) { on ? reveal() : mask(); });
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_value = text;
        m_present = true;
        report(text);
    });
    mask();
}

QWidget *SecretField::editor() const
{
    return m_edit;
}

void SecretField::setRevealTime(int ms)
{
    m_timer.setInterval(ms);
}

void SecretField::showRow(const FormRow &row)
{
    m_value = row.value;
    m_present = row.present;
    m_eye->setVisible(row.present);
    const bool typing = m_edit->hasFocus() && !m_edit->text().isEmpty() && m_edit->text() == m_value;
    if (m_revealed)
        setTextKeepingCursor(m_edit, m_value);
    else if (!typing)
        mask();
}

QString SecretField::shownValue() const
{
    return m_value;
}

void SecretField::hideEvent(QHideEvent *event)
{
    mask();
    ValueField::hideEvent(event);
}

bool SecretField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut && !m_revealed)
        m_edit->clear(); // a value typed while masked leaves the widget with the focus
    return ValueField::eventFilter(watched, event);
}

void SecretField::reveal()
{
    m_revealed = true;
    m_edit->setEchoMode(QLineEdit::Normal);
    m_edit->setText(m_value);
    m_eye->setChecked(true);
    m_eye->setToolTip(tr("Hide the value"));
    m_eye->setAccessibleName(tr("Hide the value"));
    m_timer.start();
}

void SecretField::mask()
{
    m_timer.stop();
    m_revealed = false;
    m_edit->clear();
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setPlaceholderText(
        m_present && !m_value.isEmpty() ? QString(12, QChar(0x2022)) : (m_present ? tr("empty") : tr("not set")));
    m_eye->setChecked(false);
    m_eye->setToolTip(tr("Show the value for 10 seconds"));
    m_eye->setAccessibleName(tr("Show the value"));
}

} // namespace pilothouse
