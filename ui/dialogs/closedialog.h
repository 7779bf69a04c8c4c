// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/dialogs/dialogframe.h"

class QButtonGroup;
class QCheckBox;
class QPushButton;

namespace pilothouse {

/// What is at stake when the window closes.
struct CloseFacts
{
    QString providerName; ///< "Ollama"
    QString model; ///< served model; may be empty
    QString memoryText; ///< "20.9 GiB"; empty when not measured
    QString memoryKind; ///< "GPU memory" or "RAM"
    bool ownProcess = true; ///< false: Pilothouse did not start it and cannot stop it
    int unsavedChanges = 0;
    bool answerStreaming = false;
    bool switchRunning = false;
};

/// Shown only while a provider runs: keep it running (the safe choice, chosen) or stop it.
/// accepted() closes the window with choice(); rejected() keeps the window.
class CloseDialog : public DialogFrame
{
    Q_OBJECT
public:
    enum class Choice { Keep, Stop };
    explicit CloseDialog(const CloseFacts &facts, QWidget *parent = nullptr);

    Choice choice() const;
    bool remember() const;

Q_SIGNALS:
    void reviewRequested(); ///< the unsaved changes; the dialog is closed, the window stays

private:
    void addChoices(const CloseFacts &facts);
    void addUnfinished(const CloseFacts &facts);
    void addFoot();
    void showChoice();

    QButtonGroup *m_choices;
    QCheckBox *m_remember;
    QPushButton *m_close;
};

} // namespace pilothouse
