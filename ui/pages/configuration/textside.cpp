// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/textside.h"

#include "ui/pages/configuration/keydetails.h"
#include "ui/pages/configuration/rowstate.h"
#include "ui/pages/configuration/textpreview.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/hairline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

/// The mark of the legend: a short bar as in the gutter.
class LegendMark : public QWidget
{
public:
    LegendMark() { setFixedSize(4, 12); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), toneColor(Tone::Accent, palette())); }
};

} // namespace

TextSide::TextSide(QWidget *parent) : QWidget(parent), m_preview(new TextPreview), m_details(new KeyDetails)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(new Hairline);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_details);
    connect(m_preview, &TextPreview::lineActivated, this, [this](int line) {
        if (m_keys.contains(line))
            Q_EMIT keyActivated(m_keys.value(line));
    });
    connect(m_details, &KeyDetails::unsetRequested, this, &TextSide::unsetRequested);
}

QWidget *TextSide::makeHead()
{
    auto *head = new QWidget;
    head->setFixedHeight(34);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(8);
    row->addWidget(makeLabel(QStringLiteral(".env"), TypeRole::BodyStrong));
    row->addWidget(new ElidedLabel(tr("preview, edit in the form"), TypeRole::Caption, Tone::Text2), 1);
    row->addWidget(new LegendMark);
    row->addWidget(makeLabel(tr("unsaved"), TypeRole::Caption, Tone::Text2));
    return head;
}

void TextSide::setState(const FormState &state)
{
    m_preview->setDocumentText(state.text);
    QHash<int, LineMark> marks;
    m_keys.clear();
    for (const FormRow &row : state.rows) {
        if (row.line <= 0)
            continue;
        m_keys.insert(row.line, row.spec.key);
        LineMark mark{ row.changed, !row.usedInMode, {} };
        const std::optional<Problem> problem = worstProblem(row.problems);
        if (problem && problem->level != ProblemLevel::Info)
            mark.wave = problem->level;
        if (!(mark == LineMark()))
            marks.insert(row.line, mark);
    }
    for (const Problem &problem : state.problems) {
        if (problem.line > 0 && problem.level != ProblemLevel::Info)
            marks[problem.line].wave = qMax(marks[problem.line].wave.value_or(ProblemLevel::Info), problem.level);
    }
    m_preview->setMarks(marks);
}

void TextSide::showKey(const std::optional<FormRow> &row, const std::optional<QString> &runningValue)
{
    m_details->setRow(row, runningValue);
    m_preview->showLine(row ? row->line : 0);
}

void TextSide::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::Base, palette()));
    painter.fillRect(QRect(0, 0, 1, height()), toneColor(Tone::Line, palette()));
}

} // namespace pilothouse
