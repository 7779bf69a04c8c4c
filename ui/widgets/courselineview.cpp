// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/courselineview.h"

#include "ui/widgets/courseheading.h"
#include "ui/widgets/courserow.h"

#include <QVBoxLayout>

namespace pilothouse {

namespace {

/// Who gets a place when there are more rows than room: differing first, then the model, then used ones, then the rest.
int rank(const CourseRow &row)
{
    if (row.differs())
        return 0;
    return row.subject ? 1 : row.used ? 2 : 3;
}

} // namespace

CourseLineView::CourseLineView(QWidget *parent) : QWidget(parent), m_heading(new CourseHeading), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_heading);
    setAccessibleName(tr("Course line: what .env says, what the process uses, what the API serves"));
}

void CourseLineView::setCourseLine(const CourseLine &line)
{
    if (m_line == line)
        return;
    m_line = line;
    m_heading->setCaptions(line.usesCaption, line.servesCaption);
    rebuild();
}

void CourseLineView::setMaximumRows(int count)
{
    if (m_maximum == count)
        return;
    m_maximum = count;
    rebuild();
}

void CourseLineView::rebuild()
{
    QList<bool> chosen(m_line.rows.size(), false);
    m_shown = 0;
    for (int wanted = 0; wanted <= 3; ++wanted) {
        for (qsizetype i = 0; i < m_line.rows.size() && m_shown < m_maximum; ++i) {
            if (rank(m_line.rows.at(i)) == wanted) {
                chosen[i] = true;
                ++m_shown;
            }
        }
    }
    while (m_rows.size() < m_shown) {
        m_rows << new CourseRowView;
        m_column->addWidget(m_rows.last());
    }
    qsizetype at = 0;
    for (qsizetype i = 0; i < m_line.rows.size(); ++i) {
        if (chosen.at(i))
            m_rows.at(at++)->setRow(m_line.rows.at(i));
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setVisible(i < m_shown);
}

} // namespace pilothouse
