// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/chat/parameterpanel.h"

#include "models/domain/format.h"
#include "ui/pages/chat/parameterrow.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/hairline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QVBoxLayout>

namespace pilothouse {

namespace {
constexpr double unset = -0.1; ///< below the range: "server's own"
constexpr double sliderSteps = 10;
} // namespace

ParameterPanel::ParameterPanel(QWidget *parent) : QWidget(parent)
{
    setFixedWidth(284);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(16, 12, 16, 12);
    column->addWidget(buildFields());
    column->addStretch(1);
    column->addWidget(buildStatistics());
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->addWidget(scroll);
    show(m_env);
}

QWidget *ParameterPanel::buildFields()
{
    m_model = new QComboBox;
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setRange(0, int(2 * sliderSteps));
    m_slider->setAccessibleName(tr("Temperature"));
    m_temperature = new QDoubleSpinBox;
    m_temperature->setRange(unset, 2.0);
    m_temperature->setDecimals(1);
    m_temperature->setSingleStep(0.1);
    m_temperature->setSpecialValueText(QStringLiteral("—"));
    m_temperature->setFixedWidth(76);
    m_maxTokens = new QSpinBox;
    m_maxTokens->setRange(0, 1'000'000);
    m_maxTokens->setSpecialValueText(tr("server’s own"));
    m_maxTokens->setSuffix(tr(" tokens"));
    m_maxTokens->setGroupSeparatorShown(true);
    m_timeout = new QSpinBox;
    m_timeout->setRange(1, 86'400);
    m_timeout->setSuffix(tr(" s"));
    m_stream = new QCheckBox(tr("Stream tokens"));

    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Parameters"), TypeRole::CardTitle));
    head->addStretch(1);
    m_resetAll = makeButton(tr("Reset"), QStringLiteral("undo"), ButtonKind::Link);
    head->addWidget(m_resetAll);
    column->addLayout(head);
    auto *note = makeLabel(tr("From .env. Changes here stay in this chat."), TypeRole::Caption, Tone::Text3);
    note->setWordWrap(true);
    column->addWidget(note);
    auto *temperature = new QWidget;
    auto *temperatureRow = new QHBoxLayout(temperature);
    temperatureRow->setContentsMargins(0, 0, 0, 0);
    temperatureRow->setSpacing(16);
    temperatureRow->addWidget(m_slider, 1);
    temperatureRow->addWidget(m_temperature);
    const QList<std::pair<QString, QWidget *>> rows = { { tr("&Model"), m_model }, { tr("T&emperature"), temperature },
        { tr("&Answer limit"), m_maxTokens }, { tr("T&imeout"), m_timeout }, { QString(), m_stream } };
    for (int i = 0; i < rows.size(); ++i) {
        QWidget *buddy = i == Temperature ? m_temperature : rows.at(i).second;
        auto *row = new ParameterRow(rows.at(i).first, buddy);
        buddy->setAccessibleName(
            QString(rows.at(i).first.isEmpty() ? m_stream->text() : rows.at(i).first).remove(QLatin1Char('&')));
        connect(row, &ParameterRow::resetRequested, this, [this, i] {
            ChatParameters values = parameters();
            reset(values, i);
            show(values);
        });
        m_rows << row;
        column->addSpacing(6);
        if (i == Stream) {
            auto *line = new QHBoxLayout;
            line->addWidget(m_stream);
            line->addWidget(row, 1);
            column->addLayout(line);
        } else {
            column->addWidget(row);
            column->addWidget(rows.at(i).second);
        }
    }
    connect(m_resetAll, &QPushButton::clicked, this, [this] { show(m_env); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        if (!m_showing)
            m_temperature->setValue(value / sliderSteps);
    });
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this, &ParameterPanel::mark);
    connect(m_model, &QComboBox::currentTextChanged, this, &ParameterPanel::mark);
    connect(m_maxTokens, &QSpinBox::valueChanged, this, &ParameterPanel::mark);
    connect(m_timeout, &QSpinBox::valueChanged, this, &ParameterPanel::mark);
    connect(m_stream, &QCheckBox::toggled, this, &ParameterPanel::mark);
    return fields;
}

QWidget *ParameterPanel::buildStatistics()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(8);
    grid->addWidget(new Hairline, 0, 0, 1, 2);
    grid->addWidget(makeLabel(tr("This chat"), TypeRole::CardTitle), 1, 0, 1, 2);
    const auto line = [grid](const QString &name) {
        QLabel *value = makeLabel(QStringLiteral("—"), TypeRole::SecondaryStrong);
        const int row = grid->rowCount();
        grid->addWidget(makeLabel(name, TypeRole::Secondary, Tone::Text2), row, 0);
        grid->addWidget(value, row, 1, Qt::AlignRight);
        return value;
    };
    m_answers = line(tr("Answers"));
    m_firstToken = line(tr("Median first token"));
    m_rate = line(tr("Median speed"));
    return box;
}

void ParameterPanel::setEnvParameters(const ChatParameters &parameters)
{
    ChatParameters values = this->parameters();
    m_env = parameters;
    for (int i = 0; i < RowCount; ++i) {
        if (!m_rows.at(i)->isChanged())
            reset(values, i);
    }
    show(values);
}

void ParameterPanel::setServedModels(const QStringList &models)
{
    if (m_served == models)
        return;
    m_served = models;
    show(parameters());
}

ChatParameters ParameterPanel::parameters() const
{
    ChatParameters values;
    values.model = m_model->currentText();
    if (m_temperature->value() > unset / 2)
        values.temperature = qRound(m_temperature->value() * 100) / 100.0;
    if (m_maxTokens->value() > 0)
        values.maxTokens = m_maxTokens->value();
    values.timeoutSeconds = m_timeout->value();
    values.stream = m_stream->isChecked();
    return values;
}

void ParameterPanel::setStatistics(int answers, std::optional<double> medianFirstTokenMs, std::optional<double> medianRate)
{
    m_answers->setText(QLocale().toString(answers));
    m_firstToken->setText(formatMs(medianFirstTokenMs));
    m_rate->setText(formatRate(medianRate));
}

void ParameterPanel::show(const ChatParameters &parameters)
{
    m_showing = true;
    QStringList models = m_served;
    for (const QString &model : { m_env.model, parameters.model }) {
        if (!model.isEmpty() && !models.contains(model))
            models << model;
    }
    m_model->clear();
    m_model->addItems(models);
    m_model->setCurrentText(parameters.model);
    m_temperature->setDecimals(parameters.temperature && qRound(*parameters.temperature * 100) % 10 != 0 ? 2 : 1);
    m_temperature->setValue(parameters.temperature.value_or(unset));
    m_maxTokens->setValue(parameters.maxTokens.value_or(0));
    m_timeout->setValue(parameters.timeoutSeconds);
    m_stream->setChecked(parameters.stream);
    m_showing = false;
    mark();
}

/// Says beside each parameter where its value comes from.
void ParameterPanel::mark()
{
    if (m_showing)
        return;
    const ChatParameters now = parameters();
    m_showing = true;
    m_slider->setValue(qRound(now.temperature.value_or(0) * sliderSteps));
    m_showing = false;
    const QString none = tr("not set");
    const QLocale c = QLocale::c(); // values of .env keys keep the dot
    const QList<std::pair<bool, QString>> rows = {
        { now.model != m_env.model, m_env.model.isEmpty() ? none : m_env.model },
        { now.temperature != m_env.temperature, m_env.temperature ? c.toString(*m_env.temperature) : none },
        { now.maxTokens != m_env.maxTokens, m_env.maxTokens ? QString::number(*m_env.maxTokens) : none },
        { now.timeoutSeconds != m_env.timeoutSeconds, QString::number(m_env.timeoutSeconds) },
        { now.stream != m_env.stream, m_env.stream ? QStringLiteral("true") : QStringLiteral("false") },
    };
    bool any = false;
    for (int i = 0; i < RowCount; ++i) {
        const bool served = i == Model && m_served.contains(now.model);
        if (rows.at(i).first)
            m_rows.at(i)->setChanged(rows.at(i).second);
        else
            m_rows.at(i)->setOrigin(served ? tr("served") : tr(".env"));
        any = any || rows.at(i).first;
    }
    m_resetAll->setEnabled(any);
    m_resetAll->setToolTip(any ? QString() : tr("Nothing was changed here."));
}

void ParameterPanel::reset(ChatParameters &into, int row) const
{
    switch (row) {
    case Model:
        into.model = m_env.model;
        break;
    case Temperature:
        into.temperature = m_env.temperature;
        break;
    case MaxTokens:
        into.maxTokens = m_env.maxTokens;
        break;
    case Timeout:
        into.timeoutSeconds = m_env.timeoutSeconds;
        break;
    case Stream:
        into.stream = m_env.stream;
        break;
    default:
        break;
    }
}

void ParameterPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::Base, palette()));
    painter.fillRect(QRect(0, 0, 1, height()), toneColor(Tone::Line, palette()));
}

} // namespace pilothouse
