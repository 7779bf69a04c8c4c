// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/providerstatus.h"
#include "models/domain/telemetrysample.h"

#include <QWidget>

class QLabel;

namespace pilothouse {

class ElidedLabel;

/// Lower edge of the window: the last thing done; then machine, engine version and refresh interval.
class StatusStrip : public QWidget
{
    Q_OBJECT
public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void showNotice(const QString &text);
    void setStatus(const ProviderStatus &status);
    void setSample(const TelemetrySample &sample);
    QString notice() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setPart(QLabel *label, const QString &text);

    ElidedLabel *m_notice;
    QLabel *m_machine;
    QLabel *m_engine;
    QLabel *m_refresh;
    qint64 m_lastSampleMs = 0;
};

/// "NVIDIA RTX 4090 · 24.0 GiB" or "No GPU found · 12 CPU threads · 15.5 GiB RAM"
QString machineText(const TelemetrySample &sample);

} // namespace pilothouse
