// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/courseline.h"

#include <QWidget>

namespace pilothouse {

/// Where the three columns of the course line stand; shared by its heading and its rows.
struct CourseColumns
{
    explicit CourseColumns(int width);
    int label = 0; ///< width of the label column
    int value = 0; ///< width of one value
    int left(int column) const { return label + column * (value + link); }
    static constexpr int link = 76; ///< room between two values; the line stands in its middle
};

/// One setting: label and key, three values, a line between neighbours. Equal: solid green; different: broken amber with ≠
/// and an amber field behind the value that is not in force; not reported: no line.
class CourseRowView : public QWidget
{
    Q_OBJECT
public:
    explicit CourseRowView(QWidget *parent = nullptr);

    void setRow(const CourseRow &row);
    const CourseRow &row() const { return m_row; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintLabel(QPainter &painter, const CourseColumns &columns) const;
    void paintValue(QPainter &painter, const QRect &area, int column) const;
    void paintLink(QPainter &painter, const QRect &area, CourseLink link) const;

    CourseRow m_row;
};

/// "Model: .env says A, process uses B, different; API serves B, equal"
QString courseRowText(const CourseRow &row);

} // namespace pilothouse
