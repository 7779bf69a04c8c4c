// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/coursecard.h"

#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/courselineview.h"
#include "ui/widgets/coursemark.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/providerline.h"
#include "ui/widgets/statepill.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pilothouse {

CourseCard::CourseCard(QWidget *parent)
    : Card(parent), m_mark(new CourseMark), m_headline(makeLabel(QString(), TypeRole::PageTitle)),
      m_context(new ElidedLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_evidence(new ElidedLabel(QString(), TypeRole::Secondary, Tone::Text3)),
      m_secondary(makeButton(QString(), QString(), ButtonKind::Quiet)),
      m_primary(makeButton(QString(), QStringLiteral("check"), ButtonKind::Primary)), m_view(new CourseLineView),
      m_footIcon(new IconLabel(QStringLiteral("clock"), Tone::Text2, 14)),
      m_foot(new ElidedLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_more(makeButton(QString(), QString(), ButtonKind::Link))
{
    body()->setContentsMargins(17, 12, 17, 8);
    body()->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_mark);
    head->addWidget(m_headline);
    head->addWidget(m_context, 1);
    head->addWidget(m_evidence);
    head->addWidget(m_secondary);
    head->addWidget(m_primary);
    m_primary->setFixedHeight(qMax(32, m_primary->sizeHint().height()));
    m_primary->setObjectName(QStringLiteral("coursePrimary"));
    m_headline->setObjectName(QStringLiteral("courseHeadline"));
    auto *headBox = new QWidget;
    headBox->setMinimumHeight(32);
    head->setContentsMargins(0, 0, 0, 0);
    headBox->setLayout(head);
    body()->addWidget(headBox);
    body()->addSpacing(6);
    body()->addWidget(m_view);
    body()->addSpacing(4);
    body()->addWidget(new Hairline);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 3, 0, 0);
    foot->setSpacing(6);
    foot->addWidget(m_footIcon);
    foot->addWidget(m_foot, 1);
    foot->addWidget(m_more);
    m_more->setFixedHeight(28);
    m_more->setFont(typeFont(TypeRole::Secondary));
    body()->addLayout(foot);

    connect(m_primary, &QPushButton::clicked, this, [this] {
        if (m_primaryKind == Primary::Start)
            Q_EMIT startRequested();
        else if (m_primaryKind == Primary::Apply)
            Q_EMIT applyRequested();
    });
    connect(m_secondary, &QPushButton::clicked, this, [this] {
        if (m_primaryKind == Primary::Apply && !m_plan.keys.isEmpty())
            Q_EMIT openKeyRequested(m_plan.keys.first());
        else
            Q_EMIT openPageRequested(
                m_primaryKind == Primary::Apply ? QStringLiteral("configuration") : QStringLiteral("provider"));
    });
    connect(m_more, &QPushButton::clicked, this, [this] { Q_EMIT openPageRequested(QStringLiteral("configuration")); });
    refresh();
}

void CourseCard::setCourseLine(const CourseLine &line)
{
    m_line = line;
    m_view->setCourseLine(line);
    refresh();
}

void CourseCard::setStatus(const ProviderStatus &status)
{
    m_status = status;
    refresh();
}

void CourseCard::setApplyPlan(const ApplyPlan &plan, int differing)
{
    if (m_plan == plan && m_notApplied == differing)
        return;
    m_plan = plan;
    m_notApplied = differing;
    refresh();
}

void CourseCard::setStartBlocked(const QString &why)
{
    m_startBlocked = why;
    refresh();
}

void CourseCard::setMaximumRows(int count)
{
    m_view->setMaximumRows(count);
    refreshFoot();
}

QString CourseCard::headline() const
{
    return m_headline->text();
}

void CourseCard::refresh()
{
    const bool running = m_status.state == ProviderState::Ready || m_status.state == ProviderState::Degraded;
    if (running)
        showRunning();
    else
        showNotRunning();
    refreshFoot();
}

void CourseCard::showRunning()
{
    m_evidence->setText(m_status.evidence);
    m_secondary->setText(tr("Open configuration"));
    m_context->setText(m_status.state == ProviderState::Degraded ? tr("the provider does not answer right now") : QString());
    m_context->setTone(m_status.state == ProviderState::Degraded ? Tone::Warn : Tone::Text2);
    if (m_line.verdict && m_status.state == ProviderState::Ready) { // the foot tells what Apply does
        m_context->setText(m_line.footnote);
        m_context->setTone(Tone::Warn);
    }
    if (m_notApplied > 0) {
        m_mark->setSign(CourseMark::Sign::Differ);
        m_headline->setText(tr("%n settings in .env are not in force", nullptr, m_notApplied));
        showPlan();
    } else if (m_line.differing > 0) {
        m_mark->setSign(CourseMark::Sign::Differ);
        m_headline->setText(tr("%n settings differ", nullptr, m_line.differing));
        showPlan();
    } else {
        const bool compared = m_line.agreeing > 0;
        m_mark->setSign(compared ? CourseMark::Sign::Agree : CourseMark::Sign::Idle);
        m_headline->setText(
            compared ? tr("All %n settings agree", nullptr, m_line.agreeing) : tr("Nothing could be compared yet"));
        setPrimary(Primary::None, {}, {});
    }
    m_evidence->setVisible(m_primaryKind == Primary::None);
    m_secondary->setVisible(m_primaryKind == Primary::Apply);
}

/// The button says what it does; where it cannot do it, its place stays and the foot says why.
void CourseCard::showPlan()
{
    if (m_plan.isEmpty()) {
        setPrimary(Primary::None, {}, {});
        return;
    }
    setPrimary(Primary::Apply, QString(m_plan.button).replace(QLatin1Char('&'), QLatin1String("&&")), QStringLiteral("check"));
    m_primary->setEnabled(m_plan.obstacle.isEmpty());
    m_primary->setToolTip((m_plan.obstacle.isEmpty() ? m_plan.sentence : m_plan.obstacle).toHtmlEscaped());
}

void CourseCard::showNotRunning()
{
    const QString name = providerDisplayName(m_status);
    QString headline = tr("%1 is stopped").arg(name);
    QString context;
    CourseMark::Sign sign = CourseMark::Sign::Idle;
    Primary primary = Primary::Start;
    switch (m_status.state) {
    case ProviderState::Starting:
        headline = tr("%1 is starting").arg(name);
        context = providerStateText(m_status);
        sign = CourseMark::Sign::Busy;
        primary = Primary::None;
        break;
    case ProviderState::Stopping:
        headline = tr("%1 is stopping").arg(name);
        primary = Primary::None;
        break;
    case ProviderState::Failed:
        headline = tr("%1 failed").arg(name);
        context = m_status.failure ? m_status.failure->message : QString();
        sign = CourseMark::Sign::Failed;
        break;
    case ProviderState::Unknown:
        headline = tr("Looking for %1").arg(name);
        primary = Primary::None;
        break;
    default:
        if (m_status.since.isValid())
            context = tr("since %1").arg(m_status.since.toLocalTime().toString(QStringLiteral("HH:mm:ss")));
        if (m_status.exitCode)
            context = tr("%1, exit code %2").arg(context.isEmpty() ? tr("ended") : context).arg(*m_status.exitCode);
    }
    if (m_status.launcher == LauncherKind::None && m_status.state != ProviderState::Failed) {
        headline = tr("No provider in this mode");
        context = tr("LLM_MODE=none: nothing is started");
        primary = Primary::None;
    } else if (m_status.launcher == LauncherKind::Remote) {
        headline = tr("%1 does not answer").arg(name);
        primary = Primary::None; // somebody else starts it
    }
    m_mark->setSign(sign);
    m_headline->setText(headline);
    m_context->setText(context);
    m_context->setTone(sign == CourseMark::Sign::Failed ? Tone::Error : Tone::Text2);
    m_evidence->hide();
    m_secondary->setText(tr("Open log"));
    m_secondary->setVisible(m_status.launcher != LauncherKind::None && m_status.launcher != LauncherKind::Remote);
    setPrimary(primary, tr("Start %1").arg(name), QStringLiteral("start"));
}

void CourseCard::setPrimary(Primary primary, const QString &text, const QString &icon)
{
    m_primaryKind = primary;
    m_primary->setVisible(primary != Primary::None);
    if (primary == Primary::None)
        return;
    m_primary->setText(text);
    m_primary->setIcon(themedIcon(icon));
    const bool blocked = primary == Primary::Start && !m_startBlocked.isEmpty();
    m_primary->setEnabled(!blocked);
    m_primary->setToolTip(blocked ? m_startBlocked.toHtmlEscaped() : QString());
}

void CourseCard::refreshFoot()
{
    const int hidden = m_view->hiddenRows();
    QString text = m_line.footnote;
    if (m_primaryKind == Primary::Start && !m_startBlocked.isEmpty())
        text = m_startBlocked;
    else if (m_primaryKind == Primary::Apply)
        text = m_plan.obstacle.isEmpty() ? m_plan.sentence : m_plan.obstacle;
    m_foot->setText(text);
    m_footIcon->setIcon(m_primaryKind == Primary::Apply ? QStringLiteral("restart")
            : m_primaryKind == Primary::Start           ? QStringLiteral("start")
                                                        : QStringLiteral("clock"),
        Tone::Text2);
    m_footIcon->setVisible(!text.isEmpty());
    m_more->setText(hidden > 0 ? tr("%n more settings", nullptr, hidden) : tr("All settings"));
}

} // namespace pilothouse
