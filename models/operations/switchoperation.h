// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chat.h"
#include "models/domain/launchspec.h"
#include "models/domain/steps.h"
#include "models/result/result.h"
#include "models/services/envservice.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <memory>

namespace pilothouse {

class ChatService;
class ProviderService;

/// What a switch works on. The services must outlive the operation; the functions read the saved .env of the moment.
struct SwitchParts
{
    EnvService *env = nullptr;
    ProviderService *provider = nullptr;
    ChatService *chat = nullptr;
    std::function<LaunchSpec()> launchSpec; ///< from the file as it is now
    std::function<ChatRequest(const ModelName &model)> testRequest; ///< one short question
};

/// The switch as one transaction: write .env, load or restart, compare, ask; when a step fails or the operator cancels,
/// the old bytes and the old model come back and the reason is kept. UI thread only; deletes nothing it was given.
class SwitchOperation : public QObject
{
    Q_OBJECT
public:
    SwitchOperation(const SwitchParts &parts, const SwitchPlan &plan, QObject *parent = nullptr);
    ~SwitchOperation() override;

    void start();
    void cancel(); ///< goes back; ignored while it is already going back
    bool isReturning() const { return m_returning; }
    const QList<Step> &steps() const { return m_outcome.plan.steps; }
    const SwitchPlan &plan() const { return m_outcome.plan; }

Q_SIGNALS:
    void stepsChanged(const QList<Step> &steps);
    void finished(const SwitchOutcome &outcome);

private:
    void runStep();
    void stepDone(const QString &detail = {});
    void stepFailed(const QString &reason);
    void beginReturn(const QString &reason);
    void writeEnv();
    void envWritten(const Result<EnvWrite> &write);
    void restoreEnv();
    void loadInPlace(const ModelName &model);
    void stopProvider();
    void startProvider();
    void compareServed(const ModelName &model);
    void askOnce(const ModelName &model);
    void failOnProviderError();
    bool isDown() const;
    ModelName wanted() const;
    void finish();

    SwitchParts m_parts;
    SwitchOutcome m_outcome;
    std::optional<EnvWrite> m_written; ///< absent: .env is as it was
    LaunchSpec m_oldSpec;
    bool m_wasRunning = false;
    bool m_cancelAsked = false; ///< while .env is being written: acted on when the write has ended
    bool m_writing = false;
    bool m_between = false; ///< a step has ended, the next is queued
    bool m_returning = false;
    bool m_startSeen = false;
    bool m_ended = false;
    qsizetype m_index = -1;
    QElapsedTimer m_clock;
    std::unique_ptr<QObject> m_context; ///< owns the connections of the step that runs
};

} // namespace pilothouse
