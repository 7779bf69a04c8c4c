// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QButtonGroup;

namespace pilothouse {

/// One choice of a few, painted as one box; arrow keys move. A count may follow the word.
class SegmentedSwitch : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedSwitch(QWidget *parent = nullptr);

    void addSegment(const QString &text);
    void setCount(int index, int count); ///< -1: no count
    int current() const;
    void setCurrent(int index);

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
};

} // namespace pilothouse
