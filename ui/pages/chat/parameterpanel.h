// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chatparameters.h"

#include <QList>
#include <QStringList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace pilothouse {

class ParameterRow;

/// Parameters of the chat at the right of the page. They come from .env; a change here stays in this chat, says so and
/// can be reset.
class ParameterPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ParameterPanel(QWidget *parent = nullptr);

    /// New values of .env. A parameter that was not changed here follows them.
    void setEnvParameters(const ChatParameters &parameters);
    void setServedModels(const QStringList &models);
    ChatParameters parameters() const;
    void setStatistics(int answers, std::optional<double> medianFirstTokenMs, std::optional<double> medianRate);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildFields();
    QWidget *buildStatistics();
    void show(const ChatParameters &parameters);
    void mark();
    void reset(ChatParameters &into, int row) const;

    enum Row { Model, Temperature, MaxTokens, Timeout, Stream, RowCount };
    ChatParameters m_env;
    QStringList m_served;
    QComboBox *m_model;
    QSlider *m_slider;
    QDoubleSpinBox *m_temperature;
    QSpinBox *m_maxTokens;
    QSpinBox *m_timeout;
    QCheckBox *m_stream;
    QPushButton *m_resetAll;
    QList<ParameterRow *> m_rows;
    QLabel *m_answers;
    QLabel *m_firstToken;
    QLabel *m_rate;
    bool m_showing = false; ///< fields are being filled: their signals mean nothing
};

} // namespace pilothouse
