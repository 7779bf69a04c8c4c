// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/courseline.h"

#include <QWidget>

class QVBoxLayout;

namespace pilothouse {

class CourseHeading;
class CourseRowView;

/// The course line: heading and one row a setting. Shows at most maximumRows(), those that differ first in line for a place;
/// the order of the rows is kept.
class CourseLineView : public QWidget
{
    Q_OBJECT
public:
    explicit CourseLineView(QWidget *parent = nullptr);

    void setCourseLine(const CourseLine &line);
    void setMaximumRows(int count);
    int hiddenRows() const { return int(m_line.rows.size()) - shownRows(); }
    int shownRows() const { return m_shown; }

private:
    void rebuild();

    CourseLine m_line;
    CourseHeading *m_heading;
    QVBoxLayout *m_column;
    QList<CourseRowView *> m_rows;
    int m_maximum = 4;
    int m_shown = 0;
};

} // namespace pilothouse
