// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/providerpage.h"

#include "ui/pages/provider/commandcard.h"
#include "ui/pages/provider/logcard.h"
#include "ui/pages/provider/statecard.h"
#include "ui/widgets/processcard.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pilothouse {

ProviderPage::ProviderPage(QWidget *parent)
    : PageFrame(tr("Provider"), parent), m_state(new StateCard), m_command(new CommandCard),
      m_processes(new ProcessCard), m_log(new LogCard)
{
    content()->addWidget(m_state);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_command, 1);
    column->addWidget(m_processes);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(left, 9);
    columns->addWidget(m_log, 11);
    content()->addLayout(columns, 1);

    connect(m_state, &StateCard::startRequested, this, &ProviderPage::startRequested);
    connect(m_state, &StateCard::cancelRequested, this, &ProviderPage::cancelStartRequested);
    connect(m_state, &StateCard::valueProposed, this, &ProviderPage::valueProposed);
}

void ProviderPage::setStatus(const ProviderStatus &status)
{
    m_state->setStatus(status);
    setContext(status.endpoint.text());
}

void ProviderPage::setLaunchSpec(const LaunchSpec &spec)
{
    m_command->setLaunchSpec(spec);
}

void ProviderPage::setSample(const TelemetrySample &sample)
{
    m_processes->setSample(sample);
}

void ProviderPage::showEvent(QShowEvent *event)
{
    PageFrame::showEvent(event);
    Q_EMIT visibleChanged(true);
}

void ProviderPage::hideEvent(QHideEvent *event)
{
    PageFrame::hideEvent(event);
    Q_EMIT visibleChanged(false);
}

} // namespace pilothouse
