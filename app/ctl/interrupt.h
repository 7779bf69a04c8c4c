// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

class QSocketNotifier;

namespace pilothouse {

/// Turns the first SIGINT or SIGTERM into interrupted(), so that a running step can be taken back; a second one ends the
/// program at once. One instance a process.
class InterruptWatcher : public QObject
{
    Q_OBJECT
public:
    explicit InterruptWatcher(QObject *parent = nullptr);
    ~InterruptWatcher() override;

    static InterruptWatcher *instance();

Q_SIGNALS:
    void interrupted();

private:
    QSocketNotifier *m_notifier;
};

} // namespace pilothouse
