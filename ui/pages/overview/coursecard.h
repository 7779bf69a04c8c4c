// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/applystep.h"
#include "models/domain/courseline.h"
#include "models/domain/providerstatus.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace pilothouse {

class CourseLineView;
class CourseMark;
class ElidedLabel;
class IconLabel;

/// First card of Overview: one headline about the three truths, the rows, and the one filled button that sets them right.
class CourseCard : public Card
{
    Q_OBJECT
public:
    explicit CourseCard(QWidget *parent = nullptr);

    void setCourseLine(const CourseLine &line);
    void setStatus(const ProviderStatus &status);
    void setApplyPlan(const ApplyPlan &plan, int differing); ///< what the button does; how many saved values do not run
    void setStartBlocked(const QString &why); ///< empty: Start may be pressed
    void setMaximumRows(int count);
    QString headline() const;

Q_SIGNALS:
    void startRequested();
    void applyRequested();
    void openPageRequested(const QString &id);
    void openKeyRequested(const QString &key); ///< of the first value that does not run

private:
    enum class Primary { None, Start, Apply };
    void refresh();
    void showRunning();
    void showNotRunning();
    void showPlan();
    void setPrimary(Primary primary, const QString &text, const QString &icon);
    void refreshFoot();

    CourseLine m_line;
    ProviderStatus m_status;
    ApplyPlan m_plan;
    int m_notApplied = 0;
    QString m_startBlocked;
    Primary m_primaryKind = Primary::None;
    CourseMark *m_mark;
    QLabel *m_headline;
    ElidedLabel *m_context;
    ElidedLabel *m_evidence;
    QPushButton *m_secondary;
    QPushButton *m_primary;
    CourseLineView *m_view;
    IconLabel *m_footIcon;
    ElidedLabel *m_foot;
    QPushButton *m_more;
};

} // namespace pilothouse
