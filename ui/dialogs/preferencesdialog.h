// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/dialogs/dialogframe.h"
#include "ui/theme/theme.h"

#include <QString>

class QComboBox;
class QSpinBox;

namespace pilothouse {

class SegmentedSwitch;

enum class ClosingChoice { Ask, KeepRunning, Stop };

/// What the operator can choose; kept by the settings room, applied by app/gui.
struct Preferences
{
    ThemeChoice theme = ThemeChoice::System;
    QString language; ///< "" = system, "en", "ru"
    ClosingChoice onClosing = ClosingChoice::Ask;
    int refreshSeconds = 1;
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
    QSpinBox *m_refresh;
};

} // namespace pilothouse
