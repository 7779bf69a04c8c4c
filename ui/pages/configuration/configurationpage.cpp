// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/configurationpage.h"

#include "ui/dialogs/addkeydialog.h"
#include "ui/dialogs/renamekeydialog.h"
#include "ui/pages/configuration/formpane.h"
#include "ui/pages/configuration/keyrow.h"
#include "ui/pages/configuration/rowstate.h"
#include "ui/pages/configuration/savebar.h"
#include "ui/pages/configuration/textside.h"
#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedswitch.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int narrowWindow = 1100; // visual.md §9

enum WideView { FormOnly, Split, TextOnly };

} // namespace

ConfigurationPage::ConfigurationPage(QWidget *parent)
    : PageFrame(tr("Configuration"), parent), m_filter(new SegmentedSwitch), m_wideView(new SegmentedSwitch),
      m_narrowView(new SegmentedSwitch), m_find(new QLineEdit), m_banner(new MessageBar), m_problems(new MessageBar),
      m_undo(new MessageBar), m_panes(new QSplitter), m_form(new FormPane), m_text(new TextSide), m_saveBar(new SaveBar)
{
    makeToolbar();
    makeBody();
    connectForm();
    connectText();
    applyView();
}

void ConfigurationPage::makeToolbar()
{
    for (const QString &text : { tr("All"), tr("Problems"), tr("Changed") })
        m_filter->addSegment(text);
    for (const QString &text : { tr("Form"), tr("Split"), tr("Text") })
        m_wideView->addSegment(text);
    for (const QString &text : { tr("Form"), tr("Text") })
        m_narrowView->addSegment(text);
    m_wideView->setCurrent(Split);
    m_find->setPlaceholderText(tr("Find a key"));
    m_find->setAccessibleName(tr("Find a key"));
    m_find->setClearButtonEnabled(true);
    m_find->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition)->setText(m_find->accessibleName());
    m_find->setMinimumWidth(scaledToFont(150));
    m_find->setMaximumWidth(scaledToFont(220));
    m_find->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addTool(m_filter);
    addTool(m_find);
    addAction(m_wideView);
    addAction(m_narrowView);
    connect(m_filter, &SegmentedSwitch::currentChanged, this, &ConfigurationPage::chooseFilter);
    connect(m_find, &QLineEdit::textChanged, m_form, &FormPane::setFind);
    connect(m_wideView, &SegmentedSwitch::currentChanged, this, &ConfigurationPage::applyView);
    connect(m_narrowView, &SegmentedSwitch::currentChanged, this, &ConfigurationPage::applyView);
}

void ConfigurationPage::makeBody()
{
    content()->setContentsMargins(0, 0, 0, 0);
    content()->setSpacing(0);
    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(20, 0, 20, 0);
    bars->setSpacing(6);
    for (MessageBar *bar : { m_banner, m_problems, m_undo }) {
        bars->addWidget(bar);
        bar->hide();
    }
    content()->addLayout(bars);
    m_panes->addWidget(m_form);
    m_panes->addWidget(m_text);
    m_panes->setHandleWidth(6);
    m_panes->setChildrenCollapsible(false);
    m_panes->setStretchFactor(0, 0);
    m_panes->setStretchFactor(1, 1);
    m_form->setMinimumWidth(scaledToFont(520));
    m_text->setMinimumWidth(scaledToFont(280));
    connect(m_panes, &QSplitter::splitterMoved, this, [this] {
        m_isSplitChosen = true;
        Q_EMIT splitChanged();
    });
    content()->addWidget(m_panes, 1);
    content()->addWidget(m_saveBar);
    connect(m_saveBar, &SaveBar::saveRequested, this, &ConfigurationPage::saveRequested);
    connect(m_saveBar, &SaveBar::saveAndApplyRequested, this, &ConfigurationPage::saveAndApplyRequested);
    connect(m_saveBar, &SaveBar::reviewRequested, this, &ConfigurationPage::reviewRequested);
    connect(m_saveBar, &SaveBar::discardRequested, this, &ConfigurationPage::discardRequested);
}

void ConfigurationPage::connectForm()
{
    connect(m_form, &FormPane::valueEdited, this, &ConfigurationPage::valueEdited);
    connect(m_form, &FormPane::unsetRequested, this, &ConfigurationPage::removeKey);
    connect(m_form, &FormPane::resetRequested, this, &ConfigurationPage::resetRequested);
    connect(m_form, &FormPane::fixRequested, this, &ConfigurationPage::fixRequested);
    connect(m_form, &FormPane::addKeyRequested, this, &ConfigurationPage::openAddKey);
    connect(m_form, &FormPane::showAllRequested, this, [this] {
        m_find->clear();
        m_filter->setCurrent(0);
    });
    connect(m_form, &FormPane::rowFocused, this, [this](const QString &key) {
        m_key = key;
        showDetails();
    });
    connect(m_form, &FormPane::renameRequested, this, &ConfigurationPage::openRename);
    connect(m_form, &FormPane::commentOutRequested, this, &ConfigurationPage::commentOutRequested);
    connect(m_form, &FormPane::uncommentRequested, this, &ConfigurationPage::uncommentRequested);
    connect(m_form, &FormPane::undoRequested, this, &ConfigurationPage::undoRequested);
    connect(m_form, &FormPane::redoRequested, this, &ConfigurationPage::redoRequested);
}

void ConfigurationPage::connectText()
{
    connect(m_text, &TextSide::keyActivated, this, &ConfigurationPage::focusKey);
    connect(m_text, &TextSide::keyPointed, this, [this](const QString &key) {
        m_key = key;
        showDetails();
        m_form->showKey(key);
    });
    connect(m_text, &TextSide::unsetRequested, this, &ConfigurationPage::removeKey);
    connect(m_text, &TextSide::edited, this, &ConfigurationPage::textEdited);
    connect(m_text, &TextSide::showSecretRequested, this, &ConfigurationPage::showSecretRequested);
    connect(m_text, &TextSide::hideSecretsRequested, this, &ConfigurationPage::hideSecretsRequested);
    connect(m_text, &TextSide::undoRequested, this, &ConfigurationPage::undoRequested);
    connect(m_text, &TextSide::redoRequested, this, &ConfigurationPage::redoRequested);
}

void ConfigurationPage::setState(const FormState &state)
{
    m_state = state;
    showRunning();
    m_form->setState(state);
    m_text->setState(state);
    m_saveBar->setState(state);
    showCounts();
    showBanner();
    showFileProblems();
    showDetails();
    const FormRow *removed = m_removed.isEmpty() ? nullptr : state.rows.find(m_removed);
    if (state.changedCount == 0 || (removed && removed->present))
        m_undo->hide();
}

void ConfigurationPage::setRunningValues(const QList<RunningValue> &values)
{
    m_running.clear();
    for (const RunningValue &value : values)
        m_running.insert(value.key, value);
    showRunning();
    showDetails();
}

/// The rows compare with the file: a value that is spelled in another way, or masked, is the file's own when it agrees.
void ConfigurationPage::showRunning()
{
    QMap<QString, QString> rows;
    for (const RunningValue &running : std::as_const(m_running)) {
        if (!running.isKnown())
            continue;
        if (running.differs)
            rows.insert(running.key, running.notSet ? tr("without it") : *running.running);
        else if (const FormRow *row = m_state.rows.find(running.key))
            rows.insert(running.key, row->savedValue);
    }
    m_form->setRunningValues(rows);
}

void ConfigurationPage::setModelSuggestions(const QStringList &models)
{
    m_form->setModelSuggestions(models);
}

void ConfigurationPage::setChangedOnDisk(bool changed)
{
    m_changedOnDisk = changed;
    showBanner();
}

void ConfigurationPage::focusKey(const QString &key)
{
    if (m_form->isHidden()) {
        m_wideView->setCurrent(Split);
        m_narrowView->setCurrent(0);
    }
    if (m_form->focusKey(key))
        return;
    m_find->clear(); // a filter may hide the row
    m_filter->setCurrent(0);
    m_form->focusKey(key);
}

void ConfigurationPage::showTextRefusal(const QString &why)
{
    m_text->showRefusal(why);
}

void ConfigurationPage::setSplit(const QByteArray &state)
{
    m_isSplitChosen = m_panes->restoreState(state);
    m_panes->setHandleWidth(6);
    applyView();
}

QByteArray ConfigurationPage::split() const
{
    return m_panes->saveState();
}

void ConfigurationPage::focusFind()
{
    if (m_form->isHidden() || m_text->hasFocusInside()) {
        m_text->focusFind();
        return;
    }
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void ConfigurationPage::showCounts()
{
    int problems = 0;
    int changed = 0;
    for (const int index : m_state.rows.notable()) {
        const FormRow &row = m_state.rows.at(index);
        problems += FormPane::hasProblem(row) ? 1 : 0;
        changed += row.changed ? 1 : 0;
    }
    m_filter->setCount(0, int(m_state.rows.size()));
    m_filter->setCount(1, problems);
    m_filter->setCount(2, changed);
}

void ConfigurationPage::showBanner()
{
    const QStringList made{ QString::number(int(m_changedOnDisk) * 4 + int(m_state.fileExists) * 2 + int(m_state.readOnly)),
        m_state.readOnlyReason, m_state.path, QString::number(m_changedOnDisk ? m_state.changedCount : 0) };
    if (made == m_bannerShown) // its buttons may have the focus
        return;
    m_bannerShown = made;
    m_banner->clearButtons();
    m_banner->show();
    if (m_changedOnDisk && m_state.fileExists) {
        const QString loss = tr("Reload reads it again and drops %n unsaved changes.", nullptr, m_state.changedCount);
        m_banner->setMessage(MessageBar::Kind::Warning, tr("Another program changed the file."),
            m_state.changedCount > 0 ? loss : tr("The form still shows what was read before."));
        connect(m_banner->addButton(tr("Reload")), &QPushButton::clicked, this, &ConfigurationPage::reloadRequested);
        connect(m_banner->addButton(tr("Keep editing")), &QPushButton::clicked, this, [this] { setChangedOnDisk(false); });
    } else if (m_state.readOnly) {
        const QString reason = m_state.readOnlyReason.isEmpty() ? tr("The file cannot be written.") : m_state.readOnlyReason;
        m_banner->setMessage(MessageBar::Kind::Warning, tr("Only for reading"), reason);
        connect(m_banner->addButton(tr("Reload")), &QPushButton::clicked, this, &ConfigurationPage::reloadRequested);
    } else if (!m_state.fileExists && !m_state.path.isEmpty()) {
        m_banner->setMessage(MessageBar::Kind::Info, tr("There is no .env here yet."),
            tr("Start from a template, or fill in the form and save: %1").arg(m_state.path));
        connect(m_banner->addButton(tr("Ollama template")), &QPushButton::clicked, this,
            [this] { Q_EMIT createFromTemplateRequested(QStringLiteral("ollama")); });
        connect(m_banner->addButton(tr("vLLM template")), &QPushButton::clicked, this,
            [this] { Q_EMIT createFromTemplateRequested(QStringLiteral("vllm")); });
        connect(m_banner->addButton(tr("vLLM compose template")), &QPushButton::clicked, this,
            [this] { Q_EMIT createFromTemplateRequested(QStringLiteral("vllm-compose")); });
    } else {
        m_banner->hide();
    }
}

void ConfigurationPage::showFileProblems()
{
    QList<Problem> general;
    for (const Problem &problem : std::as_const(m_state.problems)) {
        if (problem.key.isEmpty())
            general << problem;
    }
    if (general == m_generalShown)
        return;
    m_generalShown = general;
    const std::optional<Problem> worst = worstProblem(general);
    m_problems->setVisible(worst.has_value());
    if (!worst)
        return;
    MessageBar::Kind kind = MessageBar::Kind::Info;
    if (worst->level != ProblemLevel::Info)
        kind = worst->level == ProblemLevel::Error ? MessageBar::Kind::Error : MessageBar::Kind::Warning;
    const int others = int(general.size()) - 1;
    m_problems->setMessage(kind, worst->message, others > 0 ? tr("%n more findings about the file", nullptr, others) : QString());
    m_problems->clearButtons();
    for (const ProblemFix &fix : worst->fixes.mid(0, 2)) {
        connect(m_problems->addButton(QString(fix.label).replace(QLatin1Char('&'), QStringLiteral("&&"))), &QPushButton::clicked,
            this, [this, fix] { Q_EMIT fixRequested(fix); });
    }
}

void ConfigurationPage::showDetails()
{
    const FormRow *row = m_state.rows.find(m_key);
    const auto running = m_running.constFind(m_key);
    m_text->showKey(row ? std::optional<FormRow>(*row) : std::nullopt,
        running == m_running.constEnd() ? std::nullopt : std::optional<RunningValue>(*running));
}

void ConfigurationPage::chooseFilter(int index)
{
    m_form->setFilter(index == 1 ? FormPane::Filter::Problems : index == 2 ? FormPane::Filter::Changed : FormPane::Filter::All);
}

void ConfigurationPage::applyView()
{
    const bool narrow = window()->width() < narrowWindow;
    m_wideView->setVisible(!narrow);
    m_narrowView->setVisible(narrow);
    const int view = narrow ? (m_narrowView->current() == 0 ? FormOnly : TextOnly) : m_wideView->current();
    for (QWidget *pane : { view == TextOnly ? static_cast<QWidget *>(m_form) : nullptr,
             view == FormOnly ? static_cast<QWidget *>(m_text) : nullptr }) {
        QWidget *focus = QApplication::focusWidget();
        if (pane && focus && pane->isAncestorOf(focus))
            focus->clearFocus(); // else a button nobody chose gets it
    }
    m_form->setVisible(view != TextOnly);
    m_text->setVisible(view != FormOnly);
    if (view == Split && !m_isSplitChosen) { // the form keeps its width, the text takes what is left
        const int form = std::min(scaledToFont(716), width() - scaledToFont(360));
        m_panes->setSizes({ form, width() - form - m_panes->handleWidth() });
    }
}

void ConfigurationPage::resizeEvent(QResizeEvent *event)
{
    PageFrame::resizeEvent(event);
    applyView();
}

QStringList ConfigurationPage::presentKeys() const
{
    QStringList keys;
    for (qsizetype i = 0; i < m_state.rows.size(); ++i) {
        const FormRow row = m_state.rows.made(i);
        if (row.present)
            keys << row.spec.key;
    }
    return keys;
}

void ConfigurationPage::openRename(const QString &key)
{
    auto *dialog = new RenameKeyDialog(key, presentKeys(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, key] {
        const QString name = dialog->name();
        Q_EMIT renameRequested(key, name);
        focusKey(name);
    });
    dialog->open();
}

void ConfigurationPage::openAddKey()
{
    auto *dialog = new AddKeyDialog(presentKeys(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Q_EMIT valueEdited(dialog->key(), dialog->value());
        focusKey(dialog->key());
    });
    dialog->open();
}

void ConfigurationPage::removeKey(const QString &key)
{
    m_removed = key;
    Q_EMIT unsetRequested(key);
    m_undo->setMessage(MessageBar::Kind::Info, tr("%1 leaves the file with the next save.").arg(key));
    m_undo->clearButtons();
    connect(m_undo->addButton(tr("Undo")), &QPushButton::clicked, this, [this] {
        m_undo->hide();
        Q_EMIT undoRequested();
    });
    m_undo->show();
}

} // namespace pilothouse
