// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"
#include "ui/theme/tone.h"

#include <QApplication>
#include <QEvent>
#include <QFont>

namespace pilothouse {

namespace {

/// The desktop's own palette: visible again once ours is taken away.
bool systemIsDark()
{
    QGuiApplication::setPalette(QPalette());
    return isDark(QGuiApplication::palette())
        || qEnvironmentVariable("GTK_THEME").endsWith(QLatin1String("dark"), Qt::CaseInsensitive);
}

/// Without a desktop Qt falls back to 9 pt, too small for the layout; a desktop's own choice stays.
void raiseFallbackFont()
{
    QFont font = QApplication::font();
    if (qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP") && font.pointSizeF() > 0 && font.pointSizeF() < 9.75) {
        font.setPointSizeF(9.75); // 13 px at 96 dpi
        QApplication::setFont(font);
    }
}

/// Follows the desktop while "System" is chosen. Qt sends ThemeChange to windows, also when the application palette is ours.
class ThemeFollower : public QObject
{
public:
    using QObject::QObject;
    ThemeChoice choice = ThemeChoice::System;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ThemeChange && choice == ThemeChoice::System && !m_applying) {
            m_applying = true;
            QGuiApplication::setPalette(themePalette(systemIsDark()));
            m_applying = false;
        }
        return false;
    }

private:
    bool m_applying = false;
};

} // namespace

QPalette themePalette(bool dark)
{
    QPalette seed;
    seed.setColor(QPalette::Window, dark ? Qt::black : Qt::white); // toneColor reads the theme from it
    const auto tone = [&seed](Tone value) { return toneColor(value, seed); };
    const QColor text = tone(Tone::Text);
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color, const QColor &disabled) {
        palette.setColor(QPalette::All, role, color);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    const auto same = [&set](QPalette::ColorRole role, const QColor &color) { set(role, color, color); };
    const QColor faint = tone(Tone::Disabled);
    set(QPalette::WindowText, text, faint);
    set(QPalette::Text, text, faint);
    set(QPalette::ButtonText, text, faint);
    set(QPalette::BrightText, tone(Tone::Error), faint);
    set(QPalette::PlaceholderText, tone(Tone::Text3), faint);
    same(QPalette::Window, tone(Tone::Window));
    same(QPalette::Base, tone(Tone::Base));
    same(QPalette::AlternateBase, tone(Tone::Alt));
    same(QPalette::Button, tone(Tone::Button));
    same(QPalette::Light, tone(Tone::Base));
    same(QPalette::Midlight, tone(Tone::Hover));
    same(QPalette::Mid, tone(Tone::Line));
    same(QPalette::Dark, tone(Tone::Line2));
    same(QPalette::Shadow, dark ? QColor(Qt::black) : tone(Tone::Text3));
    set(QPalette::Highlight, tone(Tone::Accent), tone(Tone::Track));
    set(QPalette::HighlightedText, tone(Tone::OnAccent), faint);
    set(QPalette::Link, tone(Tone::Accent), faint);
    set(QPalette::LinkVisited, tone(Tone::Accent), faint);
    same(QPalette::ToolTipBase, tone(Tone::Base));
    same(QPalette::ToolTipText, text);
    return palette;
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    static ThemeFollower *follower = nullptr;
    if (!follower || follower->parent() != &application) {
        follower = new ThemeFollower(&application);
        application.installEventFilter(follower);
        QApplication::setStyle(new PilothouseStyle);
        raiseFallbackFont();
    }
    follower->choice = choice;
    const bool dark = choice == ThemeChoice::System ? systemIsDark() : choice == ThemeChoice::Dark;
    QApplication::setPalette(themePalette(dark));
}

} // namespace pilothouse
