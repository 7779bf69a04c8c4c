// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/commandcard.h"

#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableWidget>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

QString quoted(const QString &argument)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:@%+,=-]+$"));
    if (plain.match(argument).hasMatch())
        return argument;
    QString inside = argument;
    inside.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inside + QLatin1Char('\'');
}

QString masked(const LaunchArgument &argument)
{
    return argument.secret ? argument.text.section(QLatin1Char('='), 0, 0) + QStringLiteral("=••••••") : argument.text;
}

} // namespace

QString shellLine(const LaunchSpec &spec)
{
    QStringList words;
    for (const LaunchArgument &entry : spec.environment) {
        if (!entry.secret)
            words << quoted(entry.text);
    }
    words << quoted(spec.program);
    for (const QString &argument : spec.shownArguments())
        words << quoted(argument);
    return words.join(QLatin1Char(' '));
}

CommandCard::CommandCard(QWidget *parent)
    : Card(parent), m_blocked(new MessageBar), m_program(new ElidedLabel({}, TypeRole::Mono)),
      m_reason(new ElidedLabel({}, TypeRole::Caption, Tone::Text3)), m_table(new QTableWidget(0, 2)), m_note(new MessageBar)
{
    QHBoxLayout *header = addHeader(tr("Command"));
    QPushButton *copyButton = makeButton(tr("&Copy"), QStringLiteral("copy"), ButtonKind::Quiet);
    copyButton->setToolTip(tr("Copy as a line for a terminal; secrets are left out"));
    header->addWidget(copyButton);
    connect(copyButton, &QPushButton::clicked, this, &CommandCard::copy);

    m_program->setElideMode(Qt::ElideMiddle);
    body()->addWidget(m_blocked);
    body()->addWidget(m_program);
    body()->addWidget(m_reason);
    m_table->setHorizontalHeaderLabels({ tr("Argument"), tr("From") });
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(qMax(24, fontMetrics().height() + 8));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Arguments and environment of the command"));
    body()->addWidget(m_table, 1);
    body()->addWidget(m_note);
}

void CommandCard::setLaunchSpec(const LaunchSpec &spec)
{
    if (spec == m_spec && m_table->rowCount() > 0)
        return;
    m_spec = spec;
    m_blocked->setVisible(spec.blocked.has_value());
    if (spec.blocked)
        m_blocked->setMessage(MessageBar::Kind::Error, spec.blocked->message,
            spec.blocked->fix.isEmpty() ? spec.blocked->cause : spec.blocked->fix);
    m_program->setText(spec.program.isEmpty() ? tr("Nothing is launched") : spec.program);
    m_reason->setText(spec.reason);
    m_note->setVisible(!spec.notes.isEmpty());
    if (!spec.notes.isEmpty())
        m_note->setMessage(MessageBar::Kind::Info, spec.notes.join(QLatin1Char(' ')));
    m_table->setRowCount(0);
    const QStringList shown = spec.shownArguments();
    for (qsizetype i = 0; i < shown.size(); ++i)
        addRow(shown[i], spec.arguments[i].origin, false);
    for (const LaunchArgument &entry : spec.environment)
        addRow(masked(entry), entry.origin, true);
    m_table->setVisible(m_table->rowCount() > 0);
}

void CommandCard::addRow(const QString &text, const QString &origin, bool dim)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *value = new QTableWidgetItem(text);
    value->setFont(typeFont(TypeRole::Mono));
    if (dim)
        value->setIcon(themedIcon(QStringLiteral("hash"), Tone::Text3));
    value->setToolTip(dim ? tr("Environment: %1").arg(text.toHtmlEscaped()) : text.toHtmlEscaped());
    auto *from = new QTableWidgetItem(origin);
    from->setFont(typeFont(TypeRole::Caption));
    m_table->setItem(row, 0, value);
    m_table->setItem(row, 1, from);
}

void CommandCard::copy() const
{
    QGuiApplication::clipboard()->setText(shellLine(m_spec));
}

} // namespace pilothouse
