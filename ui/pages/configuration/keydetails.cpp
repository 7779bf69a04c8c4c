// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/keydetails.h"

#include "models/domain/format.h"
#include "ui/pages/configuration/rowstate.h"
#include "ui/pages/configuration/valuefield.h"
#include "ui/widgets/controls.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

bool isOutside(const FormRow &row)
{
    for (const Problem &problem : row.problems) {
        if (problem.id.startsWith(QLatin1String("range.")) || problem.id.startsWith(QLatin1String("type.")))
            return true;
    }
    return false;
}

/// "8192 (argument --max-model-len of process 4711, read 3 s ago)"
QString runningText(const std::optional<RunningValue> &running)
{
    if (!running || !running->isKnown())
        return {};
    const QString value = running->notSet ? KeyDetails::tr("not set") : *running->running;
    if (!running->readAt.isValid())
        return KeyDetails::tr("%1 (%2)").arg(value, running->source);
    const qint64 seconds = qMax<qint64>(0, running->readAt.secsTo(QDateTime::currentDateTime()));
    return KeyDetails::tr("%1 (%2, %3 ago)").arg(value, running->source, formatDuration(seconds));
}

QString applyText(const ApplyStep &step)
{
    QStringList parts;
    if (step.restart)
        parts << KeyDetails::tr("restart of the provider");
    if (!step.services.isEmpty())
        parts << KeyDetails::tr("up -d %1", "a command, not translated").arg(step.services.join(QLatin1Char(' ')));
    if (step.reloadModel)
        parts << KeyDetails::tr("loading the model, without a restart");
    if (step.elsewhere)
        parts << KeyDetails::tr("restart of what reads it, outside of Pilothouse");
    if (step.nextRequest)
        parts << KeyDetails::tr("nothing: the next request carries it");
    return parts.isEmpty() ? KeyDetails::tr("nothing: no running program takes it") : parts.join(QStringLiteral(", "));
}

/// What a change takes; of a value that is unknown and that nobody reads there is nothing to say.
QString applyText(const std::optional<RunningValue> &running)
{
    if (!running || (!running->isKnown() && running->apply.isNothing()))
        return {};
    if (running->differs)
        return KeyDetails::tr("%1; not done yet").arg(applyText(running->apply));
    return applyText(running->apply);
}

} // namespace

KeyDetails::KeyDetails(QWidget *parent)
    : QWidget(parent), m_key(makeLabel(QString(), TypeRole::Mono)),
      m_help(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_unset(makeButton(tr("Remove from .env"), QStringLiteral("trash"), ButtonKind::Link))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(6);
    auto *head = new QHBoxLayout;
    QFont bold = m_key->font();
    bold.setWeight(QFont::DemiBold);
    m_key->setFont(bold);
    head->addWidget(m_key, 1);
    head->addWidget(m_unset);
    layout->addLayout(head);
    m_help->setWordWrap(true);
    layout->addWidget(m_help);
    auto *grid = new QGridLayout;
    grid->setColumnMinimumWidth(0, 60);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    layout->addLayout(grid);
    layout->addStretch(1);
    m_range = addLine(grid, tr("Range"));
    m_default = addLine(grid, tr("Default"));
    m_readBy = addLine(grid, tr("Read by"));
    m_place = addLine(grid, tr("Place"));
    m_goesTo = addLine(grid, tr("Goes to"));
    m_running = addLine(grid, tr("Running"));
    m_apply = addLine(grid, tr("To apply"));
    connect(m_unset, &QPushButton::clicked, this, [this] { Q_EMIT unsetRequested(m_keyName); });
    setMinimumHeight(150);
    setRow(std::nullopt, std::nullopt);
}

void KeyDetails::setRow(const std::optional<FormRow> &row, const std::optional<RunningValue> &running)
{
    const FormRow shown = row.value_or(FormRow());
    m_keyName = shown.spec.key;
    m_key->setText(row ? m_keyName : tr("No key chosen"));
    QString help = tr("Choose a field or a line of the text to see what it means.");
    if (row)
        help = row->known ? shown.spec.help : tr("Pilothouse has no rules for this key; its text is kept as it is.");
    m_help->setText(help);
    m_unset->setVisible(row && row->present);
    const QString range = rangeText(shown.spec);
    const bool outside = isOutside(shown) && !shown.secret;
    setLine(m_range, row && row->known && outside ? tr("%1; “%2” is not").arg(range, shown.value) : range,
        outside ? Tone::Error : Tone::Text);
    setLine(m_default, shown.spec.defaultValue);
    setLine(m_readBy, shown.spec.readBy);
    setLine(m_place, !row ? QString() : shown.line > 0 ? tr("line %1 of .env").arg(shown.line) : tr("not in .env"));
    setLine(m_goesTo, shown.trace ? shown.trace->path.join(QLatin1Char('\n')) : QString());
    setLine(m_running, row ? runningText(running) : QString(), running && running->differs ? Tone::Warn : Tone::Text);
    setLine(m_apply, row ? applyText(running) : QString());
}

QString KeyDetails::text() const
{
    QStringList lines{ m_key->text(), m_help->text() };
    for (const Line &line : { m_range, m_default, m_readBy, m_place, m_goesTo, m_running, m_apply })
        lines << line.value->text();
    return lines.join(QLatin1Char('\n'));
}

KeyDetails::Line KeyDetails::addLine(QGridLayout *grid, const QString &name)
{
    const Line line{ makeLabel(name, TypeRole::Secondary, Tone::Text2), makeLabel(QString(), TypeRole::Secondary) };
    line.value->setWordWrap(true);
    const int row = grid->rowCount();
    grid->addWidget(line.name, row, 0, Qt::AlignTop);
    grid->addWidget(line.value, row, 1);
    return line;
}

void KeyDetails::setLine(const Line &line, const QString &text, Tone tone)
{
    line.value->setText(text);
    setLabelTone(line.value, tone);
    line.name->setVisible(!text.isEmpty());
    line.value->setVisible(!text.isEmpty());
}

void KeyDetails::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::Base, palette()));
    painter.fillRect(QRect(0, 0, width(), 1), toneColor(Tone::Line, palette()));
}

} // namespace pilothouse
