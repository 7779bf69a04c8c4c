// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/launchspec.h"
#include "models/domain/providerstatus.h"
#include "models/domain/telemetrysample.h"
#include "ui/widgets/pageframe.h"

namespace pilothouse {

class CommandCard;
class LogCard;
class ProcessCard;
class StateCard;

/// State with its evidence, the exact command with the source of each argument, the process tree, and the log.
class ProviderPage : public PageFrame
{
    Q_OBJECT
public:
    explicit ProviderPage(QWidget *parent = nullptr);

    void setStatus(const ProviderStatus &status);
    void setLaunchSpec(const LaunchSpec &spec);
    void setSample(const TelemetrySample &sample);
    LogCard *log() const { return m_log; }

Q_SIGNALS:
    void startRequested();
    void cancelStartRequested();
    void valueProposed(const QString &key, const QString &value);
    void visibleChanged(bool visible); ///< the log is followed only while someone looks

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    StateCard *m_state;
    CommandCard *m_command;
    ProcessCard *m_processes;
    LogCard *m_log;
};

} // namespace pilothouse
