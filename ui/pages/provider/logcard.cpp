// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/logcard.h"

#include "models/domain/format.h"
#include "ui/pages/provider/logview.h"
#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/deploymentbutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/segmentedswitch.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int typingMs = 150;
constexpr int mostCounted = 99'999; // a longer number would not fit into the switch
const std::array segmentLevels{ std::optional<LogLevel>(), std::optional(LogLevel::Info), std::optional(LogLevel::Warning),
    std::optional(LogLevel::Error) };

QToolButton *iconButton(const QString &icon, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

LogCard::LogCard(QWidget *parent)
    : Card(parent), m_view(new LogView), m_levels(new SegmentedSwitch), m_search(new QLineEdit), m_findRow(new QWidget),
      m_hits(makeLabel({}, TypeRole::Secondary, Tone::Text2)), m_onlyMatches(new QCheckBox(tr("Only lines with a hit"))),
      m_firstError(iconButton(QStringLiteral("error"), tr("Jump to the first error"))),
      m_foot(new ElidedLabel({}, TypeRole::Caption, Tone::Text3)), m_follow(new QCheckBox(tr("F&ollow")))
{
    QHBoxLayout *header = addHeader(tr("Log"));
    header->setSpacing(8);
    for (const QString &level : { tr("All"), tr("Info"), tr("Warn"), tr("Error") })
        m_levels->addSegment(level);
    m_levels->setAccessibleName(tr("Lines of which level are shown"));
    header->addWidget(m_levels);
    addSearch(header);
    header->addWidget(m_firstError);
    addMenu(header);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    addFindRow();
    body()->addWidget(m_view, 1);
    body()->addWidget(new Hairline);
    addFoot();

    connect(m_levels, &SegmentedSwitch::currentChanged, this, &LogCard::changeQuery);
    connect(m_onlyMatches, &QCheckBox::toggled, this, &LogCard::changeQuery);
    connect(m_firstError, &QToolButton::clicked, this, [this] {
        m_notice.clear();
        if (m_query.level && m_query.level != LogLevel::Error)
            m_levels->setCurrent(0);
        Q_EMIT firstErrorWanted();
    });
    connect(m_view, &LogView::windowWanted, this, &LogCard::windowWanted);
    connect(m_view, &LogView::copyWanted, this, &LogCard::copyWanted);
    connect(m_view, &LogView::followingChanged, this, [this](bool following) {
        m_follow->setChecked(following);
        showFoot();
    });
    connect(m_follow, &QCheckBox::toggled, m_view, &LogView::setFollowing);
    showState();
}

void LogCard::addSearch(QHBoxLayout *header)
{
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search in the log"));
    m_search->addAction(themedIcon(QStringLiteral("search"), Tone::Text3), QLineEdit::LeadingPosition)
        ->setText(m_search->accessibleName());
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(90);
    m_search->setMaximumWidth(180);
    header->addWidget(m_search, 1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(m_search, &QLineEdit::textChanged, &m_typing, QOverload<>::of(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &LogCard::changeQuery);
}

void LogCard::addFindRow()
{
    auto *row = new QHBoxLayout(m_findRow);
    row->setContentsMargins(14, 5, 10, 5);
    row->setSpacing(8);
    row->addWidget(m_hits);
    QToolButton *previous = iconButton(QStringLiteral("chevron-up"), tr("Previous hit (Shift+F3)"));
    QToolButton *next = iconButton(QStringLiteral("chevron-down"), tr("Next hit (F3)"));
    connect(previous, &QToolButton::clicked, this, [this] { findNext(true); });
    connect(next, &QToolButton::clicked, this, [this] { findNext(false); });
    row->addWidget(previous);
    row->addWidget(next);
    row->addStretch(1);
    row->addWidget(m_onlyMatches);
    m_findRow->hide();
    body()->addWidget(m_findRow);
}

void LogCard::addMenu(QHBoxLayout *header)
{
    QToolButton *more = iconButton(QStringLiteral("more"), tr("More for the log"));
    auto *menu = new QMenu(more);
    m_copy = menu->addAction(themedIcon(QStringLiteral("copy")), tr("Copy"), m_view, &LogView::copy);
    m_copy->setShortcut(QKeySequence::Copy);
    QAction *all = menu->addAction(tr("Select all"), m_view, &LogView::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
    menu->addSeparator();
    m_save = menu->addAction(themedIcon(QStringLiteral("export")), tr("Save a copy…"), this, &LogCard::saveWanted);
    m_folder = menu->addAction(themedIcon(QStringLiteral("folder")), tr("Show in file manager"), this, &LogCard::folderWanted);
    for (QAction *action : { m_copy, all }) // the keys are the view's: elsewhere they mean something else
        action->setShortcutContext(Qt::WidgetShortcut);
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    header->addWidget(more);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, menu,
        [this, menu](const QPoint &place) { menu->popup(m_view->mapToGlobal(place)); });
}

void LogCard::addFoot()
{
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(14, 6, 14, 6);
    m_foot->setElideMode(Qt::ElideMiddle);
    foot->addWidget(m_foot, 1);
    m_follow->setChecked(true);
    foot->addWidget(m_follow);
    body()->addLayout(foot);
}

void LogCard::setNews(const LogState &state, const LogSlice &slice)
{
    const bool changed = !(state == m_state);
    m_state = state;
    m_view->setNews(state, slice);
    if (m_pending && m_pending->first == state.generation) {
        const qint64 row = m_pending->second;
        m_pending.reset();
        m_view->showRow(row);
    }
    if (changed)
        showState();
}

void LogCard::setFound(quint64 generation, std::optional<qint64> row)
{
    m_notFound = !row;
    if (row && generation == m_state.generation)
        m_view->showRow(*row);
    else if (row)
        m_pending = { generation, *row };
    showState();
}

void LogCard::putOnClipboard(const QString &text)
{
    if (text.isEmpty()) // the lines were dropped meanwhile
        return;
    QGuiApplication::clipboard()->setText(text);
    setNotice(tr("%n lines copied", nullptr, int(text.count(QLatin1Char('\n')) + 1)));
}

void LogCard::setNotice(const QString &text)
{
    m_notice = text;
    showFoot();
}

void LogCard::clearLines()
{
    m_view->clear();
    m_state = {};
    m_pending.reset();
    showState();
}

void LogCard::setPath(const QString &path)
{
    if (m_path == path)
        return;
    m_path = path;
    showState();
}

void LogCard::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString LogCard::text() const
{
    return m_view->loadedText();
}

void LogCard::keyPressEvent(QKeyEvent *event)
{
    const bool enter = m_search->hasFocus() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter);
    if (enter || event->key() == Qt::Key_F3)
        findNext(event->modifiers() & Qt::ShiftModifier);
    else if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty())
        m_search->clear();
    else if (event->key() == Qt::Key_Escape && m_search->hasFocus())
        m_view->setFocus(Qt::ShortcutFocusReason);
    else
        Card::keyPressEvent(event);
}

void LogCard::changeQuery()
{
    m_typing.stop();
    LogQuery query;
    query.text = m_search->text();
    query.level = segmentLevels[size_t(m_levels->current())];
    query.onlyMatches = m_onlyMatches->isChecked() && !query.text.isEmpty();
    if (query == m_query)
        return;
    const bool newText = query.text != m_query.text;
    const LogLine *line = m_view->isFollowing() ? nullptr : m_view->lineAt(m_view->currentRow());
    m_query = query;
    m_notFound = false;
    m_notice.clear();
    m_view->setHighlight(query.text);
    Q_EMIT queryChanged(query);
    if (newText && !query.text.isEmpty() && !query.onlyMatches)
        Q_EMIT hitWanted(false, m_view->topRow() - 1);
    else if (line) // what one was looking at stays in sight
        Q_EMIT lineWanted(line->number);
    showState();
}

void LogCard::findNext(bool backwards)
{
    if (m_search->text().isEmpty()) {
        focusSearch();
        return;
    }
    changeQuery();
    const qint64 current = m_view->currentRow();
    Q_EMIT hitWanted(backwards, current >= 0 ? current : backwards ? m_state.endRow : m_view->topRow() - 1);
}

void LogCard::showState()
{
    const auto shown = [](qint64 count) { return count > mostCounted ? -1 : int(count); };
    m_levels->setCount(0, shown(m_state.lines));
    m_levels->setCount(1, shown(m_state.levels[size_t(LogLevel::Info)]));
    m_levels->setCount(2, shown(m_state.levels[size_t(LogLevel::Warning)]));
    m_levels->setCount(3, shown(m_state.levels[size_t(LogLevel::Error)]));
    m_firstError->setEnabled(m_state.levels[size_t(LogLevel::Error)] > 0);
    m_findRow->setVisible(!m_query.text.isEmpty());
    m_hits->setText(m_state.percent < 100 ? tr("%n hits so far", nullptr, int(m_state.hits))
            : m_state.hits == 0           ? tr("no hit")
                                          : tr("%n hits", nullptr, int(m_state.hits)));
    for (QAction *action : { m_copy, m_save })
        action->setEnabled(m_state.lines > 0);
    m_folder->setEnabled(!m_path.isEmpty());
    m_view->setEmptyText(emptyText());
    showFoot();
}

QString LogCard::emptyText() const
{
    if (m_state.percent < 100)
        return tr("The log is being looked through, %1 % so far.").arg(m_state.percent);
    if (m_state.lines > 0)
        return tr("No line of the log matches.");
    return tr("Nothing was logged yet. The log begins when the provider starts.");
}

void LogCard::showFoot()
{
    QStringList parts;
    if (!m_notice.isEmpty())
        parts << m_notice;
    parts << (m_view->isFollowing() ? tr("Following") : tr("Paused"));
    if (m_state.percent < 100)
        parts << tr("%1 % looked through").arg(m_state.percent);
    const bool filtered = m_query.level || m_query.onlyMatches;
    parts << (filtered ? tr("%1 of %2 lines").arg(formatCount(m_state.rows()), formatCount(m_state.lines))
                       : tr("%n lines", nullptr, int(m_state.lines)));
    if (m_state.dropped)
        parts << tr("older lines were dropped");
    if (!m_path.isEmpty())
        parts << homeShortened(m_path);
    m_foot->setText(parts.join(QStringLiteral(" · ")));
}

} // namespace pilothouse
