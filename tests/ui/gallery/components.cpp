// SPDX-License-Identifier: GPL-3.0-or-later
#include "components.h"

#include "samplevalues.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/courselineview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedswitch.h"
#include "ui/widgets/statepill.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

namespace pilothouse {

namespace {

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

Card *titled(const char *title)
{
    auto *card = new Card;
    card->body()->addWidget(makeLabel(text(title), TypeRole::SecondaryStrong));
    return card;
}

QWidget *buttons()
{
    Card *card = titled("Buttons");
    auto *row = new QHBoxLayout;
    row->addWidget(makeButton(text("Apply…"), text("check"), ButtonKind::Primary));
    row->addWidget(makeButton(text("Review diff")));
    row->addWidget(makeButton(text("Stop"), text("stop"), ButtonKind::Danger));
    QPushButton *off = makeButton(text("Restart"), text("restart"));
    off->setEnabled(false);
    row->addWidget(off);
    row->addWidget(makeButton(text("Export"), QString(), ButtonKind::Quiet));
    row->addWidget(makeButton(text("Open"), QString(), ButtonKind::Link));
    row->addStretch(1);
    card->body()->addLayout(row);
    return card;
}

QWidget *fields()
{
    Card *card = titled("Fields");
    auto *numbers = new QHBoxLayout;
    auto *spin = new QSpinBox;
    spin->setMaximum(100'000);
    spin->setValue(8192);
    auto *wrong = new QSpinBox;
    wrong->setValue(60);
    setFieldState(wrong, FieldState::Error);
    auto *off = new QSpinBox;
    off->setEnabled(false);
    for (QSpinBox *box : { spin, wrong, off })
        numbers->addWidget(box);
    card->body()->addLayout(numbers);
    auto *texts = new QHBoxLayout;
    auto *combo = new QComboBox;
    combo->addItems({ text("Qwen/Qwen3-8B"), text("smollm2:135m") });
    setFieldState(combo, FieldState::Warning);
    auto *line = new QLineEdit;
    line->setPlaceholderText(text("Find a key"));
    texts->addWidget(combo);
    texts->addWidget(line);
    card->body()->addLayout(texts);
    auto *checks = new QHBoxLayout;
    auto *checked = new QCheckBox(text("Checked"));
    checked->setChecked(true);
    auto *one = new QRadioButton(text("One"));
    one->setChecked(true);
    for (QWidget *box :
        std::initializer_list<QWidget *>{ checked, new QCheckBox(text("Unchecked")), one, new QRadioButton(text("Other")) })
        checks->addWidget(box);
    checks->addStretch(1);
    card->body()->addLayout(checks);
    auto *segments = new SegmentedSwitch;
    for (const char *name : { "Form", "Split", "Text" })
        segments->addSegment(text(name));
    segments->setCurrent(1);
    segments->setCount(2, 3);
    card->body()->addWidget(segments);
    auto *progress = new QProgressBar;
    progress->setValue(62);
    card->body()->addWidget(progress);
    return card;
}

QWidget *messages()
{
    Card *card = titled("Messages");
    const auto add = [card](MessageBar::Kind kind, const char *words, const char *button) {
        auto *bar = new MessageBar;
        bar->setMessage(kind, text(words));
        bar->addButton(text(button));
        card->body()->addWidget(bar);
    };
    add(MessageBar::Kind::Error, "A request sent during a start fails", "Use 120 s");
    add(MessageBar::Kind::Warning, "LLM_MODEL and VLLM_MODEL differ", "Use VLLM_MODEL");
    add(MessageBar::Kind::Info, "Failures began after the change at 11:20", "Show");
    return card;
}

QWidget *states()
{
    Card *card = titled("State");
    auto *row = new QHBoxLayout;
    for (const ProviderState state : { ProviderState::Ready, ProviderState::Starting, ProviderState::Stopping,
             ProviderState::Degraded, ProviderState::Failed, ProviderState::Stopped, ProviderState::Unknown }) {
        ProviderStatus status;
        status.state = state;
        auto *pill = new StatePill;
        pill->setStatus(status);
        row->addWidget(pill);
    }
    row->addStretch(1);
    card->body()->addLayout(row);
    auto *list = new QListWidget;
    list->addItems({ text("Row, normal"), text("Row, selected"), text("Row, other") });
    list->setCurrentRow(1);
    list->setMaximumHeight(96);
    card->body()->addWidget(list);
    return card;
}

} // namespace

QWidget *makeComponentSheet()
{
    auto *sheet = new QWidget;
    auto *columns = new QHBoxLayout(sheet);
    auto *left = new QVBoxLayout;
    left->addWidget(states());
    Card *course = titled("Course line");
    auto *view = new CourseLineView;
    view->setCourseLine(samples::differing());
    course->body()->addWidget(view);
    left->addWidget(course);
    Card *type = titled("Type");
    type->body()->addWidget(makeLabel(text("21.8 GiB"), TypeRole::Figure));
    type->body()->addWidget(makeLabel(text("Page title"), TypeRole::PageTitle));
    type->body()->addWidget(makeLabel(text("Section heading"), TypeRole::CardTitle));
    type->body()->addWidget(makeLabel(text("Body and controls, 0123456789")));
    type->body()->addWidget(makeLabel(text("VLLM_MAX_MODEL_LEN=16384"), TypeRole::Mono));
    type->body()->addWidget(makeLabel(text("Captions, chart axes, column heads"), TypeRole::Caption, Tone::Text3));
    left->addWidget(type);
    left->addStretch(1);
    columns->addLayout(left, 3);
    auto *right = new QVBoxLayout;
    right->addWidget(buttons());
    right->addWidget(fields());
    right->addWidget(messages());
    Card *empty = titled("Empty");
    auto *state
        = new EmptyState(text("smoke"), text("No smoke tests yet"), text("A test is a prompt and what its answer must contain."));
    state->addButton(text("New test"), text("plus"));
    state->addButton(text("Import…"));
    empty->body()->addWidget(state);
    right->addWidget(empty);
    right->addStretch(1);
    columns->addLayout(right, 3);
    return sheet;
}

} // namespace pilothouse
