// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/providerstatus.h"

#include <QWidget>

namespace pilothouse {

/// Dot and word on a tint: Ready ok; Starting, Stopping info; Degraded warn; Failed error; Stopped, Unknown neutral.
class StatePill : public QWidget
{
    Q_OBJECT
public:
    explicit StatePill(QWidget *parent = nullptr);

    void setStatus(const ProviderStatus &status);
    QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    ProviderState m_state = ProviderState::Unknown;
};

/// The word for people: "Ready", "Loading model", "Stopped" …
QString providerStateText(const ProviderStatus &status);

} // namespace pilothouse
