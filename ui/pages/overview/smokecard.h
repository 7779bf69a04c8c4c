// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/steps.h"
#include "ui/widgets/instrumentcard.h"

class QPushButton;

namespace pilothouse {

class SmokeSquares;

/// The last smoke test as an instrument: "5 of 5 passed", squares, the first failure, Run and Open.
class SmokeCard : public InstrumentCard
{
    Q_OBJECT
public:
    explicit SmokeCard(QWidget *parent = nullptr);

    void setReport(const SmokeReport &report);
    void setRunnable(bool on, const QString &why);

Q_SIGNALS:
    void runRequested();
    void openRequested();

private:
    SmokeSquares *m_squares;
    IconLabel *m_icon;
    ElidedLabel *m_verdict;
    QPushButton *m_run;
};

} // namespace pilothouse
