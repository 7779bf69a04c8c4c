// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/secretfield.h"

#include "ui/pages/configuration/textfield.h"
#include "ui/theme/icons.h"
#include "ui/widgets/secretclipboard.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace pilothouse {

namespace {

/// Copies of a shown secret carry the hint for clipboard managers.
class SecretLine : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool isCut = event->matches(QKeySequence::Cut);
        if (echoMode() != Normal || !hasSelectedText() || (!isCut && !event->matches(QKeySequence::Copy))) {
            QLineEdit::keyPressEvent(event);
            return;
        }
        copySecret(selectedText());
        if (isCut)
            insert(QString());
    }
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        QLineEdit::mouseReleaseEvent(event);
        QClipboard *clipboard = QApplication::clipboard(); // selecting is not copying here
        if (hasSelectedText() && clipboard->supportsSelection() && clipboard->ownsSelection())
            clipboard->clear(QClipboard::Selection);
    }
    void contextMenuEvent(QContextMenuEvent *event) override { event->ignore(); } // the row has the menu
};

} // namespace

SecretField::SecretField(QWidget *parent) : ValueField(parent), m_edit(new SecretLine(this)), m_eye(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_edit);
    layout->addWidget(m_eye);
    m_edit->setFont(typeFont(TypeRole::Mono));
    m_edit->addAction(themedIcon(QStringLiteral("lock")), QLineEdit::LeadingPosition)->setText(tr("Secret"));
    m_eye->setIcon(themedIcon(QStringLiteral("eye")));
    m_eye->setAutoRaise(true);
    m_eye->setCheckable(true);
    m_eye->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_eye->installEventFilter(this);
    watchFocus(m_edit);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_left -= m_timer.interval();
        m_left > 0 ? showTime() : mask();
    });
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
    m_time = ms;
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
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason)
            QTimer::singleShot(0, this, &SecretField::focusLeft); // the next widget has the focus by then
    }
    return watched == m_edit ? ValueField::eventFilter(watched, event) : QWidget::eventFilter(watched, event);
}

void SecretField::focusLeft()
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus && (focus == m_edit || focus == m_eye))
        return;
    if (m_revealed)
        mask();
    else
        m_edit->clear(); // a value typed while masked leaves the widget with the focus
}

void SecretField::reveal()
{
    m_revealed = true;
    m_edit->setEchoMode(QLineEdit::Normal);
    m_edit->setText(m_value);
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->deselect();
    m_eye->setChecked(true);
    m_eye->setToolTip(tr("Hide the value"));
    m_left = m_time;
    m_timer.start(std::min(1000, m_time));
    showTime();
}

void SecretField::showTime()
{
    const int seconds = (m_left + 999) / 1000;
    m_eye->setText(tr("%1 s").arg(seconds));
    m_eye->setAccessibleName(tr("Hide the value"));
    m_eye->setAccessibleDescription(tr("hidden in %n seconds", nullptr, seconds));
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
    m_eye->setText(QString());
    m_eye->setToolTip(tr("Show the value for 30 seconds"));
    m_eye->setAccessibleName(tr("Show the value"));
    m_eye->setAccessibleDescription(QString());
}

} // namespace pilothouse
