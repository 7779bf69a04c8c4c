// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace pilothouse {

/// The course line as a sign before a headline: three joined green nodes, ≠, or three empty nodes.
class CourseMark : public QWidget
{
    Q_OBJECT
public:
    enum class Sign { Agree, Differ, Idle, Busy, Failed };
    explicit CourseMark(QWidget *parent = nullptr);

    void setSign(Sign sign);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Sign m_sign = Sign::Idle;
};

} // namespace pilothouse
