// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formstate.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace pilothouse {

class ElidedLabel;
class IconLabel;

/// Unsaved changes and what to do with them; visible only while there are some. Says why Save is off.
class SaveBar : public QWidget
{
    Q_OBJECT
public:
    explicit SaveBar(QWidget *parent = nullptr);

    void setState(const FormState &state);

Q_SIGNALS:
    void saveRequested();
    void saveAndApplyRequested();
    void discardRequested();
    void reviewRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_count;
    IconLabel *m_icon;
    ElidedLabel *m_reason;
    QPushButton *m_discard;
    QPushButton *m_review;
    QPushButton *m_save;
    QPushButton *m_apply;
};

} // namespace pilothouse
