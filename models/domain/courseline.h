// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QMetaType>
#include <QString>

namespace pilothouse {

/// How two neighbouring truths relate; drawn as a line between them.
enum class CourseLink { Equal, Different, NotReported };

/// One setting as the three truths see it: what .env says, what the process uses, what the API serves.
struct CourseRow
{
    QString key;       ///< "LLM_MODEL"
    QString label;     ///< "Model"
    QString says;
    QString uses;      ///< empty with usesNote: "not running", "not reported", "not used in this mode"
    QString serves;
    QString usesNote;
    QString servesNote;
    QString unit;
    bool subject = false; ///< the model: drawn demi-bold
    bool used = true;     ///< false: key of another mode
    CourseLink saysToUses = CourseLink::NotReported;
    CourseLink usesToServes = CourseLink::NotReported;

    bool differs() const { return saysToUses == CourseLink::Different || usesToServes == CourseLink::Different; }
    bool operator==(const CourseRow &) const = default;
};

struct CourseLine
{
    QList<CourseRow> rows;
    int agreeing = 0;
    int differing = 0;
    QString usesCaption;   ///< "PID 2217", "last PID 41873"
    QString servesCaption; ///< "/api/ps, /v1/models"
    QString footnote;      ///< one sentence under the rows
    bool verdict = false;  ///< footnote says why the backend shows another model, and what to do
    bool operator==(const CourseLine &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::CourseLine)
