// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envwritequestion.h"
#include "ui/dialogs/dialogframe.h"

class QPushButton;
class QVBoxLayout;

namespace pilothouse {

class ElidedLabel;
class WriteOptionBox;

/// Before a save: values that no way of writing gives to every reader of this deployment. Each way is a box with the line it
/// makes and what each reader gets. Nothing is chosen at first; accepted() only when all are. rejected() changes nothing.
class WriteChoiceDialog : public DialogFrame
{
    Q_OBJECT
public:
    explicit WriteChoiceDialog(const QList<EnvWriteQuestion> &questions, QWidget *parent = nullptr);

    EnvWriteStyles styles() const; ///< what is chosen so far, for EnvService::writeAs()

private:
    void addQuestion(QVBoxLayout *column, const EnvWriteQuestion &question, bool named);
    void addFoot();
    void showProgress();

    QList<QPair<QString, QList<WriteOptionBox *>>> m_boxes; ///< by key
    ElidedLabel *m_progress;
    QPushButton *m_write;
};

} // namespace pilothouse
