// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/providerstatus.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;
class QTimer;

namespace pilothouse {

class ElidedLabel;
class PhaseLine;

/// The provider's state as a headline, the phases of a start with what was observed, and what to do when it failed.
class StateCard : public Card
{
    Q_OBJECT
public:
    explicit StateCard(QWidget *parent = nullptr);
    void setStatus(const ProviderStatus &status);

Q_SIGNALS:
    void startRequested();
    void cancelRequested();
    void valueProposed(const QString &key, const QString &value); ///< for .env, as the failure suggests

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showHeadline();
    void showFailure();

    ProviderStatus m_status;
    QLabel *m_headline;
    QLabel *m_clock;
    PhaseLine *m_phases;
    ElidedLabel *m_evidence;
    QLabel *m_cause;
    QLabel *m_fix;
    QLabel *m_detail;
    QPushButton *m_propose;
    QPushButton *m_start;
    QPushButton *m_cancel;
    QTimer *m_ticks;
};

} // namespace pilothouse
