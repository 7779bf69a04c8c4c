// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/headerstrip.h"

#include "models/domain/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylekeys.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/deploymentbutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/headergauge.h"
#include "ui/widgets/memoryreading.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/providerline.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/statepill.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace pilothouse {

HeaderStrip::HeaderStrip(const Actions &actions, QWidget *parent)
    : QWidget(parent), m_deployment(new DeploymentButton), m_pill(new StatePill),
      m_model(new ElidedLabel(QString(), TypeRole::BodyStrong)), m_drift(makeButton(QString(), QString(), ButtonKind::Link)),
      m_detail(new ElidedLabel(QString(), TypeRole::Caption, Tone::Text2)), m_memoryBar(new Meter), m_rateLine(new Sparkline),
      m_memory(new HeaderGauge(tr("Memory"), m_memoryBar)), m_rate(new HeaderGauge(tr("Generation"), m_rateLine))
{
    setFixedHeight(qMax(58, fontMetrics().height() * 2 + 22));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 12, 1);
    row->setSpacing(0);
    row->addWidget(m_deployment);
    row->addWidget(new Hairline(Qt::Vertical));

    auto *state = new QVBoxLayout;
    state->setContentsMargins(21, 9, 12, 8);
    state->setSpacing(3);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_pill);
    first->addWidget(m_model);
    first->addWidget(m_drift);
    first->addStretch(1);
    state->addLayout(first);
    state->addWidget(m_detail);
    row->addLayout(state, 1);

    m_drift->setObjectName(QStringLiteral("driftNote"));
    m_drift->setProperty(stylekeys::linkTone, int(Tone::Warn));
    m_drift->setIcon(themedIcon(QStringLiteral("not-equal"), Tone::Warn));
    m_drift->setFont(typeFont(TypeRole::Secondary));
    m_drift->setFixedHeight(22);
    m_drift->hide();
    connect(m_drift, &QPushButton::clicked, this, &HeaderStrip::driftClicked);

    m_memory->setObjectName(QStringLiteral("memoryGauge"));
    m_rate->setObjectName(QStringLiteral("rateGauge"));
    m_rateLine->setTone(Tone::Series3);
    m_live = new QWidget;
    auto *live = new QHBoxLayout(m_live);
    live->setContentsMargins(0, 0, 0, 0);
    live->setSpacing(0);
    for (HeaderGauge *gauge : { m_memory, m_rate }) {
        live->addWidget(new Hairline(Qt::Vertical));
        live->addWidget(gauge);
        connect(gauge, &QAbstractButton::clicked, this, &HeaderStrip::gaugeClicked);
    }
    live->addWidget(new Hairline(Qt::Vertical));
    live->addSpacing(17);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    m_buttons << addActionButton(actions.start, QStringLiteral("start"), buttons);
    m_buttons << addActionButton(actions.stop, QStringLiteral("stop"), buttons);
    m_buttons << addActionButton(actions.restart, QStringLiteral("restart"), buttons);
    m_buttons << addActionButton(actions.switchModel, QStringLiteral("switch"), buttons);
    live->addLayout(buttons);
    row->addWidget(m_live);
    m_buttons[1]->hide();
    fitButtons();
    m_rate->setReading(tr("Generation"), QStringLiteral("—"), tr("tok/s"));
    setAccessibleName(tr("Deployment and provider"));
}

QPushButton *HeaderStrip::addActionButton(QAction *action, const QString &icon, QHBoxLayout *row)
{
    QPushButton *button = makeButton(QString(), icon);
    const auto follow = [this, button, action] {
        const bool wordless = m_narrow && button != m_buttons.value(3);
        button->setText(wordless ? QString() : action->iconText());
        button->setAccessibleName(action->iconText());
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    row->addWidget(button);
    return button;
}

void HeaderStrip::setDeployment(const Deployment &deployment)
{
    m_deployment->setDeployment(deployment.name, deployment.folder);
    for (QWidget *widget : std::initializer_list<QWidget *>{ m_pill, m_model, m_detail, m_live })
        widget->setVisible(deployment.isValid());
}

void HeaderStrip::setDeploymentMenu(QMenu *menu)
{
    m_deployment->setMenu(menu);
}

void HeaderStrip::setStatus(const ProviderStatus &status, const QString &model, int driftCount)
{
    m_status = status;
    m_driftCount = driftCount;
    m_pill->setStatus(status);
    m_model->setText(model);
    m_drift->setVisible(driftCount > 0);
    m_drift->setText(tr("%n not applied", nullptr, driftCount));
    m_drift->setToolTip(tr("%n settings are saved in .env but not in use yet", nullptr, driftCount));
    const bool stoppable = status.state == ProviderState::Ready || status.state == ProviderState::Starting
        || status.state == ProviderState::Degraded || status.state == ProviderState::Stopping;
    const bool focus = m_buttons[0]->hasFocus() || m_buttons[1]->hasFocus();
    m_buttons[0]->setVisible(!stoppable);
    m_buttons[1]->setVisible(stoppable);
    if (focus)
        m_buttons[stoppable ? 1 : 0]->setFocus();
    refreshUptime();
}

void HeaderStrip::refreshUptime()
{
    m_detail->setText(providerLine(m_status, QDateTime::currentDateTime()));
}

void HeaderStrip::setSample(const TelemetrySample &sample)
{
    const MemoryReading memory = memoryReading(sample, m_status.providerName);
    m_memory->setReading(memory.caption, formatGib(memory.shown), memory.totalText);
    m_memoryBar->setSegments(memory.segments, memory.total);
    const std::optional<double> rate
        = sample.generationTokensPerSecond.hasValue() ? std::optional(sample.generationTokensPerSecond.value()) : std::nullopt;
    m_rate->setReading(tr("Generation"), formatRate(rate, false), tr("tok/s"));
    refreshUptime();
}

void HeaderStrip::setGenerationRuns(const QList<QList<QPointF>> &runs, qint64 rangeMs)
{
    m_rateLine->setRuns(runs, rangeMs);
}

void HeaderStrip::setNarrow(bool on)
{
    if (m_narrow == on)
        return;
    m_narrow = on;
    m_memory->setNarrow(on);
    m_rate->setNarrow(on);
    for (qsizetype i = 0; i < 3; ++i)
        m_buttons[i]->setText(on ? QString() : m_buttons[i]->accessibleName());
    fitButtons();
}

void HeaderStrip::fitButtons()
{
    const int height = m_buttons[0]->sizeHint().height();
    const int shared = qMax(m_buttons[0]->sizeHint().width(), m_buttons[1]->sizeHint().width()); // Start and Stop keep one place
    m_buttons[0]->setFixedWidth(m_narrow ? height : shared);
    m_buttons[1]->setFixedWidth(m_narrow ? height : shared);
    m_buttons[2]->setFixedWidth(m_narrow ? height : m_buttons[2]->sizeHint().width());
}

void HeaderStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::Base, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), toneColor(Tone::Line, palette()));
}

} // namespace pilothouse
