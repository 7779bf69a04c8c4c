// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/applystep.h"
#include "models/domain/formstate.h"
#include "ui/theme/tone.h"

#include <QWidget>

#include <optional>

class QFormLayout;
class QGridLayout;
class QLabel;
class QPushButton;

namespace pilothouse {

/// What the focused key means: help, range, default, who reads it, where it stands and what is in use.
class KeyDetails : public QWidget
{
    Q_OBJECT
public:
    explicit KeyDetails(QWidget *parent = nullptr);

    /// running: what runs with which value, when that is known.
    void setRow(const std::optional<FormRow> &row, const std::optional<RunningValue> &running);
    QString text() const; ///< everything shown, line by line

Q_SIGNALS:
    void unsetRequested(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line
    {
        QLabel *name;
        QLabel *value;
    };
    Line addLine(QGridLayout *grid, const QString &name);
    static void setLine(const Line &line, const QString &text, Tone tone = Tone::Text);

    QString m_keyName;
    QLabel *m_key;
    QLabel *m_help;
    QPushButton *m_unset;
    Line m_range;
    Line m_default;
    Line m_readBy;
    Line m_place;
    Line m_goesTo;
    Line m_running;
    Line m_apply;
};

} // namespace pilothouse
