// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/steps.h"

#include <QWidget>

class QLabel;

namespace pilothouse {

class IconLabel;

/// One line of the smoke test: mark, title, what was found or why not, time.
class SmokeStepRow : public QWidget
{
    Q_OBJECT
public:
    explicit SmokeStepRow(QWidget *parent = nullptr);
    void setStep(const Step &step);

private:
    IconLabel *m_mark;
    QLabel *m_title;
    QLabel *m_word;
    QLabel *m_detail;
    QLabel *m_time;
};

} // namespace pilothouse
