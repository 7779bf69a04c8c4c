// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chat.h"
#include "models/domain/launchspec.h"
#include "models/domain/problem.h"
#include "models/domain/providerstatus.h"
#include "models/domain/steps.h"
#include "models/providers/providerprobe.h"

#include <QElapsedTimer>
#include <QObject>

namespace pilothouse {

class ChatService;

/// What the smoke test looks at; copies of the moment, only the chat service is used.
struct SmokeInputs
{
    QList<Problem> problems;
    ProviderStatus status;
    LaunchSpec spec;
    ChatRequest question;
    ChatService *chat = nullptr; ///< must outlive the operation
};

/// Rules, process, port, served model equals configured, one measured answer: in this order, each step passes, fails or
/// is skipped with its reason. After the first failure the rest is skipped. UI thread only.
class SmokeOperation : public QObject
{
    Q_OBJECT
public:
    explicit SmokeOperation(const SmokeInputs &inputs, QObject *parent = nullptr);

    void start();
    void cancel(); ///< the running step fails as cancelled, the rest is skipped
    const SmokeReport &report() const { return m_report; }

Q_SIGNALS:
    void reportChanged(const SmokeReport &report);
    void finished(const SmokeReport &report);

private:
    void runStep();
    void endStep(StepState state, const QString &detail);
    void checkRules();
    void checkProcess();
    void checkPort();
    void checkServed();
    void askOnce();

    SmokeInputs m_inputs;
    SmokeReport m_report;
    ProviderProbe m_probe;
    ProbeResult m_probed;
    QElapsedTimer m_stepClock;
    QElapsedTimer m_clock;
    int m_index = -1;
};

} // namespace pilothouse
