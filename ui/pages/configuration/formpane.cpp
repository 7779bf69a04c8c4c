// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/formpane.h"

#include "ui/pages/configuration/groupheader.h"
#include "ui/pages/configuration/keyrow.h"
#include "ui/pages/configuration/valuefield.h"
#include "ui/widgets/controls.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int otherChunk = 40; // rows of unknown keys made at a time; a file may have thousands

const QString otherGroup = QStringLiteral("other");

bool holdsFocus(const QWidget *widget)
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && (focus == widget || widget->isAncestorOf(focus));
}

} // namespace

FormPane::FormPane(QWidget *parent)
    : QScrollArea(parent), m_layout(nullptr), m_nothing(new QWidget), m_more(makeButton(QString(), QString(), ButtonKind::Link)),
      m_otherLimit(otherChunk)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(0, 0, 0, 16);
    m_layout->setSpacing(0);
    auto *nothing = new QVBoxLayout(m_nothing);
    nothing->setContentsMargins(20, 40, 20, 20);
    nothing->addWidget(makeLabel(tr("No key matches"), TypeRole::BodyStrong), 0, Qt::AlignHCenter);
    QPushButton *all = makeButton(tr("Show all keys"));
    connect(all, &QPushButton::clicked, this, &FormPane::showAllRequested);
    nothing->addWidget(all, 0, Qt::AlignHCenter);
    m_layout->addWidget(m_nothing);
    m_layout->addWidget(m_more, 0, Qt::AlignHCenter);
    m_layout->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    m_nothing->hide();
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_otherLimit += otherChunk;
        refresh();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FormPane::growNearTheEnd);
    for (const char *group : { "provider", "model", "request", "vllm", "other" })
        section(QString::fromLatin1(group));
    QPushButton *add = makeButton(tr("Add key…"), QStringLiteral("plus"), ButtonKind::Link);
    add->setObjectName(QStringLiteral("addKey"));
    connect(add, &QPushButton::clicked, this, &FormPane::addKeyRequested);
    section(otherGroup).header->addAction(add);
}

void FormPane::setState(const FormState &state)
{
    m_state = state;
    refresh();
}

void FormPane::setRunningValues(const QMap<QString, QString> &values)
{
    if (m_running == values)
        return;
    m_running = values;
    refresh();
}

void FormPane::setModelSuggestions(const QStringList &models)
{
    if (m_models == models)
        return;
    m_models = models;
    for (KeyRow *row : std::as_const(m_rows))
        row->field()->setSuggestions(models);
}

void FormPane::setFilter(Filter filter)
{
    m_filter = filter;
    refresh();
}

void FormPane::setFind(const QString &text)
{
    m_find = text.trimmed();
    refresh();
}

bool FormPane::focusKey(const QString &key)
{
    if (!m_rows.contains(key))
        makeReach(key);
    KeyRow *row = m_rows.value(key);
    if (!row)
        return false;
    Section &target = section(row->row().known ? row->row().spec.group : otherGroup);
    target.folded = false;
    refresh();
    if (!row->isVisibleTo(widget()))
        return false;
    row->field()->setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(row, 0, 40);
    return true;
}

void FormPane::showKey(const QString &key)
{
    KeyRow *row = m_rows.value(key);
    if (row && row->isVisible())
        ensureWidgetVisible(row, 0, 40);
}

/// Makes rows down to this key, when it is one that has none yet.
void FormPane::makeReach(const QString &key)
{
    const qsizetype index = m_state.rows.indexOf(key);
    if (index < 0 || m_state.rows.at(index).known)
        return;
    int others = 1;
    for (qsizetype i = index; i > 0 && !m_state.rows.isKnown(i - 1); --i)
        ++others;
    if (others > m_otherLimit && others <= m_otherLimit + 400) { // further away it is found by name
        m_otherLimit = others + 5;
        refresh();
    }
}

bool FormPane::hasProblem(const FormRow &row)
{
    const std::optional<Problem> problem = worstProblem(row.problems);
    return problem && problem->level != ProblemLevel::Info;
}

void FormPane::refresh()
{
    const bool first = m_rows.isEmpty(); // later a keystroke changes single rows, and only they are painted
    if (first)
        widget()->setUpdatesEnabled(false);
    m_seen.clear();
    QMap<QString, Tally> tallies;
    m_otherHidden = 0;
    Tally &others = tallies[otherGroup];
    const QList<int> notable = m_filter == Filter::All ? QList<int>() : m_state.rows.notable();
    const QSet<int> telling(notable.begin(), notable.end());
    for (qsizetype i = 0; i < m_state.rows.size(); ++i) {
        if (!m_state.rows.isKnown(i)) { // told by the key alone, so that the rows of a long file are not made
            const bool wanted = isWanted(i, telling);
            const bool hasWidget = m_seen.size() != m_rows.size() && m_rows.contains(m_state.rows.key(i));
            if (!hasWidget && (!wanted || others.shown >= m_otherLimit)) {
                ++others.count;
                others.used = true;
                m_otherHidden += wanted ? 1 : 0;
                continue;
            }
        }
        const FormRow &row = m_state.rows.at(i);
        const QString group = row.known ? row.spec.group : otherGroup;
        placeRow(row, section(group), tallies[group]);
    }
    dropGoneRows();
    int shown = 0;
    for (auto it = m_sections.begin(); it != m_sections.end(); ++it) {
        showSection(it.key(), it.value(), tallies.value(it.key()));
        shown += tallies.value(it.key()).shown;
    }
    m_nothing->setVisible(shown == 0 && narrowed());
    m_more->setVisible(m_otherHidden > 0 && !(m_sections[otherGroup].header->isFolded() && !narrowed()));
    m_more->setText(tr("Show %n more keys", nullptr, qMin(m_otherHidden, otherChunk)));
    if (first)
        widget()->setUpdatesEnabled(true);
}

void FormPane::dropGoneRows()
{
    for (auto it = m_rows.begin(); it != m_rows.end();) {
        if (m_seen.contains(it.value())) {
            ++it;
            continue;
        }
        it.value()->hide();
        it.value()->deleteLater();
        it = m_rows.erase(it);
    }
}

void FormPane::growNearTheEnd()
{
    if (m_otherHidden == 0 || verticalScrollBar()->value() < verticalScrollBar()->maximum() - height())
        return;
    m_otherLimit += otherChunk;
    QTimer::singleShot(0, this, &FormPane::refresh); // not while the bar is being moved
}

FormPane::Section &FormPane::section(const QString &group)
{
    const auto found = m_sections.find(group);
    if (found != m_sections.end())
        return found.value();
    Section made;
    made.header = new GroupHeader(groupTitle(group));
    made.body = new QWidget;
    made.rows = new QVBoxLayout(made.body);
    made.rows->setContentsMargins(0, 0, 0, 4);
    made.rows->setSpacing(0);
    // the empty text, the "more" button and the stretch stay last; an unknown group comes before "other"
    const int last = m_layout->count() - 3;
    const int position = m_sections.contains(otherGroup) ? last - 2 : last;
    m_layout->insertWidget(position, made.header);
    m_layout->insertWidget(position + 1, made.body);
    connect(made.header, &GroupHeader::foldRequested, this, [this, group](bool folded) {
        m_sections[group].folded = folded;
        refresh();
    });
    return m_sections.insert(group, made).value();
}

KeyRow *FormPane::makeRow(const FormRow &row, Section &target)
{
    auto *made = new KeyRow(row, target.body);
    made->field()->setSuggestions(m_models);
    connect(made, &KeyRow::valueEdited, this, &FormPane::valueEdited);
    connect(made, &KeyRow::unsetRequested, this, &FormPane::unsetRequested);
    connect(made, &KeyRow::resetRequested, this, &FormPane::resetRequested);
    connect(made, &KeyRow::fixRequested, this, &FormPane::fixRequested);
    connect(made, &KeyRow::focused, this, &FormPane::rowFocused);
    connect(made, &KeyRow::renameRequested, this, &FormPane::renameRequested);
    connect(made, &KeyRow::commentOutRequested, this, &FormPane::commentOutRequested);
    connect(made, &KeyRow::uncommentRequested, this, &FormPane::uncommentRequested);
    connect(made, &KeyRow::undoRequested, this, &FormPane::undoRequested);
    connect(made, &KeyRow::redoRequested, this, &FormPane::redoRequested);
    m_rows.insert(row.spec.key, made);
    return made;
}

void FormPane::placeRow(const FormRow &row, Section &target, Tally &tally)
{
    KeyRow *widget = m_rows.value(row.spec.key);
    if (widget && widget->row().secret != row.secret && !holdsFocus(widget)) { // another kind of field
        m_rows.remove(row.spec.key);
        widget->hide();
        target.rows->removeWidget(widget);
        widget->deleteLater();
        widget = nullptr;
    }
    ++tally.count;
    tally.used = tally.used || row.usedInMode;
    bool show = matches(row) || (widget && holdsFocus(widget));
    if (show && !row.known && tally.shown >= m_otherLimit && !(widget && holdsFocus(widget))) {
        show = false;
        ++m_otherHidden;
    }
    if (show && !widget)
        widget = makeRow(row, target);
    if (!widget)
        return;
    m_seen.insert(widget);
    const QLayoutItem *there = target.rows->itemAt(tally.placed);
    if (!there || there->widget() != widget) {
        target.rows->removeWidget(widget);
        target.rows->insertWidget(tally.placed, widget);
    }
    ++tally.placed;
    const auto running = m_running.constFind(row.spec.key);
    const std::optional<QString> runs = running == m_running.constEnd() ? std::nullopt : std::optional<QString>(*running);
    widget->setRow(row, rowState(row, runs, mode()));
    widget->setReadOnly(m_state.readOnly);
    widget->setVisible(show);
    tally.shown += show ? 1 : 0;
}

void FormPane::showSection(const QString &group, Section &target, const Tally &tally)
{
    const bool unused = tally.count > 0 && !tally.used;
    const bool folded = !narrowed() && target.folded.value_or(unused);
    target.header->setCount(narrowed() ? tally.shown : tally.count);
    target.header->setReason(unused ? tr("not used in %1 mode, values kept").arg(mode()) : QString());
    target.header->setFolded(folded);
    target.header->setVisible(tally.shown > 0 || (group == otherGroup && !narrowed()));
    target.body->setVisible(!folded && tally.shown > 0);
}

bool FormPane::matches(const FormRow &row) const
{
    if (m_filter == Filter::Problems && !hasProblem(row))
        return false;
    if (m_filter == Filter::Changed && !row.changed)
        return false;
    return m_find.isEmpty() || row.spec.key.contains(m_find, Qt::CaseInsensitive)
        || row.spec.label.contains(m_find, Qt::CaseInsensitive) || row.spec.help.contains(m_find, Qt::CaseInsensitive);
}

/// Of an unknown key, which has neither label nor help. telling: the rows that a filter can mean.
bool FormPane::isWanted(qsizetype index, const QSet<int> &telling) const
{
    if (m_filter != Filter::All)
        return telling.contains(int(index)) && matches(m_state.rows.at(index));
    return m_find.isEmpty() || m_state.rows.key(index).contains(m_find, Qt::CaseInsensitive);
}

bool FormPane::narrowed() const
{
    return m_filter != Filter::All || !m_find.isEmpty();
}

QString FormPane::mode() const
{
    const FormRow *row = m_state.rows.find(QStringLiteral("LLM_MODE"));
    return row ? modeText(row->present ? row->value : row->spec.defaultValue) : QString();
}

} // namespace pilothouse
