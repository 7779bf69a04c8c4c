// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

class QWidget;

namespace pilothouse {

/// Tells when a window's first frame has been flushed to the screen: a zero timer after its first paint event. What is
/// not needed for that frame is built afterwards. With PILOTHOUSE_BENCH_FIRST_FRAME=1 in the environment it prints
/// "first-frame NANOSECONDS KIB" (CLOCK_MONOTONIC, peak resident memory) and ends the program, for tests/bench/startup.
class FirstFrame : public QObject
{
    Q_OBJECT
public:
    explicit FirstFrame(QWidget *window); ///< the window owns it
    bool isPainted() const { return m_painted; }

Q_SIGNALS:
    void painted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_scheduled = false;
    bool m_painted = false;
};

} // namespace pilothouse
