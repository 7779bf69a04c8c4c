// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

class QWidget;

namespace pilothouse {

/// Tells when a window's first frame has been flushed to the screen: a zero timer after its first paint event. What is
/// not needed for that frame is built afterwards. With PILOTHOUSE_BENCH_FRAME=1 (2) in the environment it prints
/// "frame NANOSECONDS KIB" (CLOCK_MONOTONIC, peak resident memory) after the first (second) frame and ends the program, for
/// tests/bench/startup: the second frame shows what painted() built.
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
    void flushed(QObject *window);

    bool m_scheduled = false;
    bool m_painted = false;
};

} // namespace pilothouse
