// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/preferences.h"
#include "ui/dialogs/dialogframe.h"

class QComboBox;

namespace pilothouse {

class SegmentedSwitch;

/// What the operator can choose; kept by the settings room, applied by app/gui.
struct Preferences
{
    ThemeChoice theme = ThemeChoice::System;
    LanguageChoice language = LanguageChoice::System;
    OnCloseChoice onClosing = OnCloseChoice::Ask;
    bool operator==(const Preferences &) const = default;
};

/// Takes effect at once: every change is a preferencesChanged(), there is no OK.
class PreferencesDialog : public DialogFrame
{
    Q_OBJECT
public:
    explicit PreferencesDialog(const Preferences &preferences, QWidget *parent = nullptr);
    Preferences preferences() const { return m_preferences; }

Q_SIGNALS:
    void preferencesChanged(const Preferences &preferences);

private:
    void addRow(const QString &label, const QString &consequence, QWidget *control);
    void fill();
    void connectControls();
    void change(const Preferences &preferences);

    Preferences m_preferences;
    SegmentedSwitch *m_theme;
    QComboBox *m_language;
    QComboBox *m_closing;
};

} // namespace pilothouse
