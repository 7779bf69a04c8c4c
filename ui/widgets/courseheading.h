// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace pilothouse {

/// The three column heads of the course line, each with its source in small type.
class CourseHeading : public QWidget
{
    Q_OBJECT
public:
    explicit CourseHeading(QWidget *parent = nullptr);

    void setCaptions(const QString &uses, const QString &serves);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_captions[3];
};

} // namespace pilothouse
