// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/textside.h"

#include "ui/pages/configuration/findbar.h"
#include "ui/pages/configuration/keydetails.h"
#include "ui/pages/configuration/rowstate.h"
#include "ui/pages/configuration/texteditor.h"
#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/hairline.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QTextBlock>
#include <QToolButton>
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

TextSide::TextSide(QWidget *parent)
    : QWidget(parent), m_editor(new TextEditor), m_findBar(new FindBar(m_editor)), m_details(new KeyDetails)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(new Hairline);
    layout->addWidget(m_findBar);
    layout->addWidget(m_editor, 1);
    layout->addWidget(new Hairline);
    layout->addWidget(makeFoot());
    layout->addWidget(m_details);
    connectEditor();
    m_refusal.setSingleShot(true);
    m_refusal.setInterval(8000);
    connect(&m_refusal, &QTimer::timeout, this, [this] {
        m_refused.clear();
        showHint();
    });
    m_countdown.setInterval(1000);
    connect(&m_countdown, &QTimer::timeout, this, [this] {
        m_left -= m_countdown.interval();
        m_left > 0 ? showHint() : hideSecrets();
    });
    const auto addKey = [this](const char *keys, bool forward) {
        auto *shortcut = new QShortcut(QKeySequence(QString::fromLatin1(keys)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, forward] { m_findBar->go(forward); });
    };
    addKey("F3", true);
    addKey("Shift+F3", false);
    connect(m_details, &KeyDetails::unsetRequested, this, &TextSide::unsetRequested);
    showHint();
    showPlace();
}

QWidget *TextSide::makeHead()
{
    auto *head = new QWidget;
    head->setMinimumHeight(34);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(8);
    m_hint = new ElidedLabel(QString(), TypeRole::Caption, Tone::Text2);
    m_hideButton = new QToolButton;
    m_hideButton->setIcon(themedIcon(QStringLiteral("lock")));
    m_hideButton->setAutoRaise(true);
    m_hideButton->setToolTip(tr("Hide the value now"));
    m_hideButton->setAccessibleName(tr("Hide the value now"));
    connect(m_hideButton, &QToolButton::clicked, this, &TextSide::hideSecrets);
    m_hideButton->hide();
    row->addWidget(makeLabel(QStringLiteral(".env"), TypeRole::BodyStrong));
    row->addWidget(m_hint, 1);
    row->addWidget(m_hideButton);
    row->addWidget(new LegendMark);
    row->addWidget(makeLabel(tr("unsaved"), TypeRole::Caption, Tone::Text2));
    return head;
}

QWidget *TextSide::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(14, 4, 14, 4);
    m_place = makeLabel(QString(), TypeRole::Caption, Tone::Text2);
    m_format = makeLabel(QString(), TypeRole::Caption, Tone::Text2);
    row->addWidget(m_place);
    row->addStretch(1);
    row->addWidget(m_format);
    return foot;
}

void TextSide::connectEditor()
{
    m_editor->installEventFilter(this);
    connect(m_editor, &TextEditor::edited, this, &TextSide::edited);
    connect(m_editor, &TextEditor::refused, this, &TextSide::showRefusal);
    connect(m_editor, &TextEditor::undoRequested, this, &TextSide::undoRequested);
    connect(m_editor, &TextEditor::redoRequested, this, &TextSide::redoRequested);
    connect(m_editor, &TextEditor::showSecretRequested, this, &TextSide::showSecretRequested);
    connect(m_editor, &TextEditor::hideSecretsRequested, this, &TextSide::hideSecrets);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &TextSide::showPlace);
    connect(m_editor, &TextEditor::lineChanged, this, [this](int line) {
        if (m_secretLine > 0 && line != m_secretLine)
            hideSecrets();
        if (m_editor->hasFocus())
            Q_EMIT keyPointed(keyOfLine(line));
    });
    connect(m_editor, &TextEditor::fieldRequested, this, [this](int line) {
        if (const QString key = keyOfLine(line); !key.isEmpty())
            Q_EMIT keyActivated(key);
    });
}

void TextSide::setState(const FormState &state)
{
    m_state = state;
    m_editor->setReadOnly(state.readOnly);
    showMarks();
    if (isVisible() || !m_editor->document()->isEmpty()) // a pane that was never seen holds no copy of a long file
        m_editor->setState(state.text, state.secretRuns, state.textCursor);
    const QString encoding = state.validUtf8 ? QStringLiteral("UTF-8") : tr("not all UTF-8");
    m_format->setText(QStringLiteral("%1    %2").arg(encoding, state.crlf ? QStringLiteral("CRLF") : QStringLiteral("LF")));
    m_format->setToolTip(state.validUtf8 ? QString() : tr("Bytes that are no text are shown as \ufffd and stay as they are."));
    watchSecret();
    showPlace();
    showHint();
}

void TextSide::showMarks()
{
    QHash<int, LineMark> marks;
    for (const int index : m_state.rows.notable()) {
        const FormRow &row = m_state.rows.at(index);
        if (row.line <= 0 || (!row.changed && row.usedInMode))
            continue;
        LineMark &mark = marks[row.line];
        mark.changed = row.changed;
        mark.unused = !row.usedInMode;
    }
    for (const Problem &problem : std::as_const(m_state.problems)) {
        if (problem.line <= 0)
            continue;
        LineMark &mark = marks[problem.line];
        if (mark.wave && *mark.wave >= problem.level)
            continue;
        mark.wave = problem.level;
        mark.message = problem.message;
    }
    m_editor->setMarks(marks);
}

QString TextSide::keyOfLine(int line) const
{
    const FormRow *row = m_state.rows.onLine(line);
    return row ? row->spec.key : QString();
}

/// The clock runs while a value is visible, and starts anew for another one.
void TextSide::watchSecret()
{
    if (!m_editor->showsSecret()) {
        m_secretLine = 0;
        m_countdown.stop();
        return;
    }
    const int line = [this] {
        for (const SecretRun &run : std::as_const(m_state.secretRuns)) {
            if (run.shown)
                return m_editor->document()->findBlock(run.start).blockNumber() + 1;
        }
        return 0;
    }();
    if (line == m_secretLine && m_countdown.isActive())
        return;
    m_secretLine = line;
    m_left = m_revealTime;
    m_countdown.start(std::min(1000, m_revealTime));
}

void TextSide::hideSecrets()
{
    m_countdown.stop();
    m_secretLine = 0;
    Q_EMIT hideSecretsRequested();
}

void TextSide::setRevealTime(int ms)
{
    m_revealTime = ms;
}

void TextSide::showRefusal(const QString &why)
{
    m_refused = why;
    m_refusal.start();
    showHint();
}

QString TextSide::hint() const
{
    return m_hint->text();
}

void TextSide::showHint()
{
    QString words = tr("in step with the form");
    Tone tone = Tone::Text2;
    if (!m_refused.isEmpty()) {
        words = m_refused;
        tone = Tone::Warn;
    } else if (m_editor->showsSecret()) {
        words = tr("value hidden in %1 s").arg((m_left + 999) / 1000);
        tone = Tone::Info;
    } else if (m_state.readOnly) {
        words = tr("only for reading: %1").arg(m_state.readOnlyReason);
    }
    m_hint->setText(words);
    m_hint->setTone(tone);
    m_hint->setAccessibleName(words);
    m_hideButton->setVisible(m_editor->showsSecret());
}

void TextSide::showPlace()
{
    const QTextCursor cursor = m_editor->textCursor();
    m_place->setText(tr("Ln %1, Col %2").arg(cursor.blockNumber() + 1).arg(cursor.positionInBlock() + 1));
}

void TextSide::showKey(const std::optional<FormRow> &row, const std::optional<RunningValue> &running)
{
    m_details->setRow(row, running);
    m_editor->showLine(row ? row->line : 0);
}

void TextSide::focusFind()
{
    m_findBar->open();
}

bool TextSide::hasFocusInside() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && isAncestorOf(focus);
}

bool TextSide::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor && event->type() == QEvent::FocusOut && m_secretLine > 0) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason)
            QTimer::singleShot(0, this, &TextSide::hideSecrets); // not in the middle of the change of focus
    }
    return QWidget::eventFilter(watched, event);
}

void TextSide::showEvent(QShowEvent *event)
{
    m_editor->setState(m_state.text, m_state.secretRuns, -1);
    QWidget::showEvent(event);
}

void TextSide::hideEvent(QHideEvent *event)
{
    if (m_secretLine > 0)
        hideSecrets();
    QWidget::hideEvent(event);
}

void TextSide::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::Base, palette()));
    painter.fillRect(QRect(0, 0, 1, height()), toneColor(Tone::Line, palette()));
}

} // namespace pilothouse
