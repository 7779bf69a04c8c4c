// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envwritequestion.h"

#include <QWidget>

class QRadioButton;

namespace pilothouse {

/// One way of writing a value: the line as it would stand in the file, and what each reader gets from it. The whole box can be
/// pressed.
class WriteOptionBox : public QWidget
{
    Q_OBJECT
public:
    WriteOptionBox(const QString &key, const EnvWriteOption &option, QWidget *parent = nullptr);

    QRadioButton *radio() const { return m_radio; }
    QString style() const { return m_style; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QString m_style;
    QRadioButton *m_radio;
};

} // namespace pilothouse
