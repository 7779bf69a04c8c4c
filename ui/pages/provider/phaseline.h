// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/providerstatus.h"

#include <QWidget>

namespace pilothouse {

/// The phases of a start on one line: done, running, still to come. Painted; its accessible description says the same.
class PhaseLine : public QWidget
{
    Q_OBJECT
public:
    explicit PhaseLine(QWidget *parent = nullptr);
    void setStatus(const ProviderStatus &status);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ProviderStatus m_status;
};

} // namespace pilothouse
