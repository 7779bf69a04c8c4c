// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/conflictrow.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QTimer>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int revealMs = 10'000;

} // namespace

/// A value that can be chosen; the whole box can be pressed.
class ValueChoice : public QWidget
{
public:
    ValueChoice() : m_radio(new QRadioButton), m_value(new ElidedLabel(QString(), TypeRole::Mono))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(8, 0, 8, 0);
        row->setSpacing(8);
        row->addWidget(m_radio);
        row->addWidget(m_value, 1);
        setFixedHeight(30);
        setMinimumWidth(110);
        m_radio->setAutoExclusive(false); // the row decides
        m_value->setElideMode(Qt::ElideMiddle);
        connect(m_radio, &QRadioButton::toggled, this, QOverload<>::of(&QWidget::update));
    }

    QRadioButton *radio() const { return m_radio; }
    void setValue(const QString &side, const QString &value)
    {
        m_value->setText(value);
        m_radio->setAccessibleName(QStringLiteral("%1: %2").arg(side, value));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool chosen = m_radio->isChecked();
        painter.setPen(toneColor(chosen ? Tone::Accent : Tone::Line2, palette()));
        painter.setBrush(toneColor(chosen ? Tone::AccentTint : Tone::Base, palette()));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    void mousePressEvent(QMouseEvent *event) override
    {
        if (event->button() != Qt::LeftButton)
            return;
        m_radio->setFocus(Qt::MouseFocusReason);
        m_radio->click();
    }

private:
    QRadioButton *m_radio;
    ElidedLabel *m_value;
};

QString valueText(const std::optional<QString> &value, bool masked)
{
    if (!value)
        return QCoreApplication::translate("EnvValue", "no line");
    if (masked)
        return QString(12, QChar(0x2022));
    if (value->isEmpty())
        return QCoreApplication::translate("EnvValue", "empty");
    return QString(*value).replace(QLatin1Char('\n'), QStringLiteral("\\n"));
}

ConflictRow::ConflictRow(const EnvConflict &conflict, QGridLayout *grid, int row, QObject *parent)
    : QObject(parent), m_conflict(conflict), m_before(new ElidedLabel(QString(), TypeRole::Mono, Tone::Text2)),
      m_mine(new ValueChoice), m_theirs(new ValueChoice), m_result(new QLineEdit), m_mark(new IconLabel), m_hide(new QTimer(this))
{
    makeKey(grid, row);
    m_before->setElideMode(Qt::ElideMiddle);
    m_result->setFont(typeFont(TypeRole::Mono));
    m_result->setMinimumWidth(110);
    m_result->setAccessibleName(tr("Result for %1").arg(conflict.key));
    m_mine->radio()->setObjectName(QStringLiteral("mine.%1").arg(conflict.key));
    m_theirs->radio()->setObjectName(QStringLiteral("theirs.%1").arg(conflict.key));
    m_result->setObjectName(QStringLiteral("result.%1").arg(conflict.key));
    grid->addWidget(m_before, row, 1);
    grid->addWidget(m_mine, row, 2);
    grid->addWidget(m_theirs, row, 3);
    grid->addWidget(m_result, row, 4);
    grid->addWidget(m_mark, row, 5);
    m_hide->setSingleShot(true);
    m_hide->setInterval(revealMs);
    connect(m_hide, &QTimer::timeout, this, [this] { reveal(false); });
    connect(m_mine->radio(), &QRadioButton::clicked, this, [this] { choose(ConflictChoice::Mine); });
    connect(m_theirs->radio(), &QRadioButton::clicked, this, [this] { choose(ConflictChoice::Theirs); });
    connect(m_result, &QLineEdit::textEdited, this, &ConflictRow::typed);
    showValues();
    showDecision();
}

void ConflictRow::makeKey(QGridLayout *grid, int row)
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new ElidedLabel(m_conflict.key, TypeRole::Mono));
    m_caption = makeLabel(QString(), TypeRole::Caption, Tone::Warn);
    auto *second = new QHBoxLayout;
    second->setSpacing(6);
    second->addWidget(m_caption);
    texts->addLayout(second);
    if (m_conflict.secret) {
        m_show = makeButton(tr("Show"), QString(), ButtonKind::Link);
        m_show->setObjectName(QStringLiteral("show.%1").arg(m_conflict.key));
        m_show->setAccessibleName(tr("Show the values of %1 for 10 seconds").arg(m_conflict.key));
        connect(m_show, &QPushButton::clicked, this, [this] { reveal(!m_plain); });
        m_show->setFont(typeFont(TypeRole::Caption));
        m_show->setFixedHeight(18);
        second->addWidget(m_show);
    }
    second->addStretch(1);
    grid->addLayout(texts, row, 0);
}

std::optional<ConflictDecision> ConflictRow::decision() const
{
    return m_decision;
}

void ConflictRow::decide(const ConflictDecision &decision)
{
    m_decision = decision;
    const QString text = decision.value           ? *decision.value
        : decision.choice == ConflictChoice::Mine ? m_conflict.mine.value_or(QString())
                                                  : m_conflict.theirs.value_or(QString());
    if (m_result->text() != text)
        m_result->setText(text);
    showDecision();
    Q_EMIT decided();
}

void ConflictRow::choose(ConflictChoice choice)
{
    decide({ m_conflict.key, choice, std::nullopt });
}

void ConflictRow::takeFocus()
{
    m_mine->radio()->setFocus();
}

/// The field holds any third value; what equals one of the two is that one, and nothing is no decision.
void ConflictRow::typed(const QString &text)
{
    if (text.isEmpty())
        m_decision.reset();
    else if (text == m_conflict.mine)
        m_decision = ConflictDecision{ m_conflict.key, ConflictChoice::Mine, std::nullopt };
    else if (text == m_conflict.theirs)
        m_decision = ConflictDecision{ m_conflict.key, ConflictChoice::Theirs, std::nullopt };
    else
        m_decision = ConflictDecision{ m_conflict.key, ConflictChoice::Mine, text };
    showDecision();
    Q_EMIT decided();
}

void ConflictRow::showValues()
{
    m_before->setText(valueText(m_conflict.base, isMasked()));
    m_mine->setValue(tr("Mine for %1").arg(m_conflict.key), valueText(m_conflict.mine, isMasked()));
    m_theirs->setValue(tr("Theirs for %1").arg(m_conflict.key), valueText(m_conflict.theirs, isMasked()));
    m_result->setEchoMode(isMasked() ? QLineEdit::Password : QLineEdit::Normal);
}

void ConflictRow::showDecision()
{
    const bool third = m_decision && m_decision->value;
    m_mine->radio()->setChecked(m_decision && !third && m_decision->choice == ConflictChoice::Mine);
    m_theirs->radio()->setChecked(m_decision && !third && m_decision->choice == ConflictChoice::Theirs);
    const std::optional<QString> &chosen
        = m_decision && m_decision->choice == ConflictChoice::Theirs ? m_conflict.theirs : m_conflict.mine;
    m_result->setPlaceholderText(m_decision ? valueText(chosen, isMasked()) : tr("choose one")); // seen while the field is empty
    setFieldState(m_result, m_decision ? FieldState::Normal : FieldState::Warning);
    m_caption->setText(!m_decision ? tr("not decided") : third ? tr("decided: a third value") : tr("decided"));
    setLabelTone(m_caption, m_decision ? Tone::Text2 : Tone::Warn);
    m_mark->setIcon(m_decision ? QStringLiteral("ok") : QStringLiteral("not-equal"), m_decision ? Tone::Ok : Tone::Warn);
    m_result->setAccessibleDescription(m_caption->text());
}

void ConflictRow::reveal(bool plain)
{
    m_plain = plain;
    m_show->setText(plain ? tr("Hide") : tr("Show"));
    showValues();
    if (plain)
        m_hide->start();
    else
        m_hide->stop();
}

} // namespace pilothouse
