// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/keyrow.h"

#include "ui/pages/configuration/valuefield.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/secretclipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

QToolButton *makeRowButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setFixedSize(28, 28);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

MessageBar::Kind barKind(ProblemLevel level)
{
    switch (level) {
    case ProblemLevel::Error:
        return MessageBar::Kind::Error;
    case ProblemLevel::Warning:
        return MessageBar::Kind::Warning;
    case ProblemLevel::Info:
        break;
    }
    return MessageBar::Kind::Info;
}

} // namespace

int scaledToFont(int pixels)
{
    return pixels * QFontInfo(QApplication::font()).pixelSize() / 13;
}

KeyRow::KeyRow(const FormRow &row, QWidget *parent)
    : QWidget(parent), m_row(row), m_field(makeValueField(row, this)), m_outer(new QVBoxLayout(this)),
      m_reset(makeRowButton(QStringLiteral("undo"), tr("Back to the saved value"), this))
{
    setAttribute(Qt::WA_Hover, !row.known);
    m_outer->setContentsMargins(20, row.known ? 2 : 1, 6, row.known ? 2 : 1);
    m_outer->setSpacing(4);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(makeNameColumn());
    m_field->setFixedWidth(scaledToFont(204));
    line->addWidget(m_field);
    line->addWidget(makeStateColumn(), 1);
    if (!row.known)
        line->addWidget(makeLinks(), 1);
    line->addWidget(m_reset);
    if (!row.known) {
        m_more = makeRowButton(QStringLiteral("more"), tr("More for %1").arg(row.spec.key), this);
        auto *menu = new QMenu(m_more);
        connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
        m_more->setMenu(menu);
        m_more->setPopupMode(QToolButton::InstantPopup);
        line->addWidget(m_more);
    }
    m_outer->addLayout(line);
    setMinimumHeight(scaledToFont(row.known ? 46 : 36));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_field, &ValueField::edited, this, [this](const QString &value) { Q_EMIT valueEdited(m_row.spec.key, value); });
    connect(m_field, &ValueField::focused, this, [this] { Q_EMIT focused(m_row.spec.key); });
    connect(m_field, &ValueField::undoRequested, this, &KeyRow::undoRequested);
    connect(m_field, &ValueField::redoRequested, this, &KeyRow::redoRequested);
    if (!row.known)
        connect(qApp, &QApplication::focusChanged, this, &KeyRow::showLinks);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        m_field->setFocus();
        Q_EMIT resetRequested(m_row.spec.key);
    });
}

QWidget *KeyRow::makeNameColumn()
{
    auto *column = new QWidget(this);
    column->setFixedWidth(scaledToFont(190));
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addStretch(1);
    if (m_row.known) {
        m_label = new ElidedLabel(m_row.spec.label.isEmpty() ? m_row.spec.key : m_row.spec.label, TypeRole::Body, Tone::Text);
        layout->addWidget(m_label);
        m_key = new ElidedLabel(m_row.spec.key, TypeRole::MonoCaption, Tone::Text3);
    } else {
        m_key = new ElidedLabel(m_row.spec.key, TypeRole::Mono, Tone::Text);
    }
    layout->addWidget(m_key);
    layout->addStretch(1);
    return column;
}

QWidget *KeyRow::makeLinks()
{
    m_links = new QWidget(this);
    auto *layout = new QHBoxLayout(m_links);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_links->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // never makes the form wider
    QPushButton *rename = makeButton(tr("Rename…"), QStringLiteral("edit"), ButtonKind::Link);
    QPushButton *comment = makeButton(tr("Comment out"), QStringLiteral("hash"), ButtonKind::Link);
    rename->setObjectName(QStringLiteral("rename"));
    comment->setObjectName(QStringLiteral("commentOut"));
    rename->setAccessibleName(tr("Rename %1").arg(m_row.spec.key));
    comment->setAccessibleName(tr("Comment out %1").arg(m_row.spec.key));
    for (QPushButton *link : { rename, comment }) {
        link->setFont(typeFont(TypeRole::Secondary));
        layout->addWidget(link);
    }
    layout->addStretch(1);
    connect(rename, &QPushButton::clicked, this, [this] { Q_EMIT renameRequested(m_row.spec.key); });
    connect(comment, &QPushButton::clicked, this, &KeyRow::toggleComment);
    m_links->hide();
    return m_links;
}

QWidget *KeyRow::makeStateColumn()
{
    auto *column = new QWidget(this);
    m_stateColumn = column;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addStretch(1);
    auto *first = new QHBoxLayout;
    first->setSpacing(5);
    m_icon = new IconLabel(QString(), Tone::Text3, 14);
    m_words = new ElidedLabel(QString(), TypeRole::Secondary, Tone::Text2);
    first->addWidget(m_icon);
    first->addWidget(m_words, 1);
    if (!m_row.known) {
        m_useAgain = makeButton(tr("Use again"), QString(), ButtonKind::Link);
        m_useAgain->setObjectName(QStringLiteral("useAgain"));
        m_useAgain->setAccessibleName(tr("Use %1 again").arg(m_row.spec.key));
        m_useAgain->hide();
        first->addWidget(m_useAgain);
        connect(m_useAgain, &QPushButton::clicked, this, &KeyRow::toggleComment);
    }
    layout->addLayout(first);
    m_help = new ElidedLabel(QString(), TypeRole::Caption, Tone::Text2);
    layout->addWidget(m_help);
    layout->addStretch(1);
    return column;
}

void KeyRow::setRow(const FormRow &row, const RowState &state)
{
    const bool firstTime = m_words->text().isEmpty();
    const bool rowChanged = firstTime || !(row == m_row);
    m_row = row;
    if (rowChanged && isCommented() && !row.known) {
        FormRow shown = row;
        shown.present = true;
        shown.value = row.commentedValue;
        m_field->setRow(shown);
    } else if (rowChanged) {
        m_field->setRow(row);
    }
    m_field->setReadOnly(m_readOnly || (isCommented() && !row.known));
    if (!rowChanged && state == m_state)
        return;
    m_state = state;
    showState();
    showBar();
    describe();
    update();
}

void KeyRow::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    m_field->setReadOnly(readOnly || (isCommented() && !m_row.known));
    m_reset->setEnabled(!readOnly);
    if (m_more)
        m_more->setEnabled(!readOnly);
}

QString KeyRow::stateText() const
{
    return m_state.words;
}

void KeyRow::showState()
{
    m_icon->setIcon(m_state.icon, m_state.tone);
    m_words->setText(m_state.words);
    m_words->setTone(m_state.tone == Tone::Ok || m_state.tone == Tone::Text3 ? Tone::Text2 : m_state.tone);
    m_help->setText(m_state.help);
    m_help->setVisible(!m_state.help.isEmpty());
    m_reset->setVisible(m_row.changed);
    if (m_label) {
        m_label->setFont(typeFont(m_row.changed ? TypeRole::BodyStrong : TypeRole::Body));
        m_label->setTone(m_row.usedInMode ? Tone::Text : Tone::Disabled);
    }
    const bool commented = isCommented() && !m_row.known;
    if (!m_row.known)
        m_key->setText(commented ? QStringLiteral("# ") + m_row.spec.key : m_row.spec.key);
    if (m_useAgain)
        m_useAgain->setVisible(commented && !m_readOnly);
    showLinks();
    m_key->setTone(!m_row.usedInMode || commented ? Tone::Disabled : m_row.known ? Tone::Text3 : Tone::Text);
    FieldState border = FieldState::Normal;
    if (m_state.tone == Tone::Error)
        border = FieldState::Error;
    else if (m_state.tone == Tone::Warn && !m_row.problems.isEmpty())
        border = FieldState::Warning;
    setFieldState(m_field->editor(), border);
}

void KeyRow::showBar()
{
    if (!m_state.bar) {
        if (m_bar)
            m_bar->hide();
        return;
    }
    if (!m_bar) {
        m_bar = new MessageBar(this);
        m_outer->addWidget(m_bar);
    }
    m_bar->setMessage(barKind(m_state.bar->level), m_state.bar->message);
    m_bar->clearButtons();
    QWidget *previous = m_field->editor();
    for (const ProblemFix &fix : m_state.bar->fixes.mid(0, 2)) {
        QPushButton *button = m_bar->addButton(QString(fix.label).replace(QLatin1Char('&'), QStringLiteral("&&")));
        button->setEnabled(!m_readOnly);
        connect(button, &QPushButton::clicked, this, [this, fix] {
            m_field->setFocus(); // the button goes away with the problem
            Q_EMIT fixRequested(fix);
        });
        QWidget::setTabOrder(previous, button);
        previous = button;
    }
    QWidget::setTabOrder(previous, m_reset);
    m_bar->show();
}

void KeyRow::describe()
{
    const QString name = m_label ? tr("%1, %2").arg(m_label->text(), m_row.spec.key) : m_row.spec.key;
    QStringList sentences{ m_state.words };
    if (m_state.bar)
        sentences << m_state.bar->message;
    if (!m_state.help.isEmpty())
        sentences << m_state.help;
    m_field->editor()->setAccessibleName(name);
    m_field->editor()->setAccessibleDescription(sentences.join(QStringLiteral(". ")));
    m_reset->setAccessibleName(tr("Reset %1 to the saved value").arg(m_row.spec.key));
}

/// The state gives way to the edits of the line while someone is at this row and there is no finding to read.
void KeyRow::showLinks()
{
    if (!m_links)
        return;
    const QWidget *focus = QApplication::focusWidget();
    const bool here = underMouse() || (focus && isAncestorOf(focus));
    const bool links = here && m_row.present && !m_readOnly && m_row.problems.isEmpty();
    if (links == !m_links->isHidden())
        return;
    m_links->setVisible(links);
    m_stateColumn->setVisible(!links);
}

void KeyRow::toggleComment()
{
    if (m_readOnly)
        return;
    if (isCommented())
        Q_EMIT uncommentRequested(m_row.spec.key);
    else if (m_row.present)
        Q_EMIT commentOutRequested(m_row.spec.key);
}

void KeyRow::fillMenu(QMenu *menu)
{
    menu->clear();
    const QString key = m_row.spec.key;
    const auto add = [&](const char *icon, const QString &text, const QString &keys, bool enabled, auto wish) {
        QAction *action = menu->addAction(themedIcon(QString::fromLatin1(icon)), text, this, wish);
        action->setEnabled(enabled && !m_readOnly);
        if (!keys.isEmpty()) // shown only: the row itself hears the keys
            action->setText(text + QLatin1Char('\t') + QKeySequence(keys).toString(QKeySequence::NativeText));
    };
    add("undo", tr("Back to the saved value"), {}, m_row.changed, [this, key] { Q_EMIT resetRequested(key); });
    menu->addSeparator();
    if (!m_row.known)
        add("edit", tr("Rename…"), QStringLiteral("F2"), m_row.present, [this, key] { Q_EMIT renameRequested(key); });
    if (isCommented())
        add("hash", tr("Use line %1 again").arg(m_row.commentedLine), QStringLiteral("Ctrl+/"), true,
            [this] { toggleComment(); });
    else
        add("hash", tr("Comment out"), QStringLiteral("Ctrl+/"), m_row.present, [this] { toggleComment(); });
    add("trash", tr("Remove from .env"), QStringLiteral("Ctrl+Shift+Del"), m_row.present,
        [this, key] { Q_EMIT unsetRequested(key); });
    menu->addSeparator();
    menu->addAction(
        themedIcon(QStringLiteral("copy")), tr("Copy the name"), this, [key] { QApplication::clipboard()->setText(key); });
    QAction *value = menu->addAction(tr("Copy the value"), this,
        [this] { m_row.secret ? copySecret(m_row.value) : QApplication::clipboard()->setText(m_row.value); });
    value->setEnabled(m_row.present);
}

void KeyRow::keyPressEvent(QKeyEvent *event)
{
    const bool remove = event->key() == Qt::Key_Delete && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (event->key() == Qt::Key_F2 && !m_row.known && m_row.present && !m_readOnly)
        Q_EMIT renameRequested(m_row.spec.key);
    else if (event->key() == Qt::Key_Slash && event->modifiers() == Qt::ControlModifier)
        toggleComment();
    else if (remove && m_row.present && !m_readOnly)
        Q_EMIT unsetRequested(m_row.spec.key);
    else
        QWidget::keyPressEvent(event);
}

bool KeyRow::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        showLinks();
    return QWidget::event(event);
}

void KeyRow::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(byKey ? m_field->mapToGlobal(m_field->rect().bottomLeft()) : event->globalPos());
}

void KeyRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_row.known && underMouse())
        painter.fillRect(rect(), toneColor(Tone::Hover, palette()));
    if (m_row.changed)
        painter.fillRect(QRect(0, 0, 3, height()), toneColor(Tone::Accent, palette()));
}

} // namespace pilothouse
