// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/steps.h"
#include "ui/widgets/pageframe.h"

#include <QList>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace pilothouse {

class Card;
class EmptyState;
class SmokeStepRow;

/// Smoke tests: one button runs rules, process, port, served model and one measured answer; each line says what came of it.
class SmokePage : public PageFrame
{
    Q_OBJECT
public:
    explicit SmokePage(QWidget *parent = nullptr);
    void setReport(const SmokeReport &report);

Q_SIGNALS:
    void runRequested();
    void cancelRequested();

private:
    void showButton();

    SmokeReport m_report;
    QPushButton *m_run;
    QLabel *m_headline;
    QLabel *m_when;
    Card *m_card;
    EmptyState *m_empty;
    QVBoxLayout *m_list;
    QList<SmokeStepRow *> m_rows;
};

} // namespace pilothouse
