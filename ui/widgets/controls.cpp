// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/controls.h"

#include "ui/theme/icons.h"
#include "ui/theme/stylekeys.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include <optional>

namespace pilothouse {

namespace {

/// Keeps a label's colour and font by tone and role while theme and application font change.
class LabelLook : public QObject
{
    Q_OBJECT
public:
    LabelLook(QLabel *label, Tone tone) : QObject(label), m_label(label), m_tone(tone)
    {
        label->installEventFilter(this);
        recolor();
    }

    static LabelLook *of(QLabel *label) { return label->findChild<LabelLook *>(QString(), Qt::FindDirectChildrenOnly); }

    void setTone(Tone tone)
    {
        m_tone = tone;
        recolor();
    }
    void setRole(TypeRole role)
    {
        m_role = role;
        m_label->setFont(typeFont(role));
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            recolor();
        else if (event->type() == QEvent::ApplicationFontChange && m_role)
            m_label->setFont(typeFont(*m_role));
        return QObject::eventFilter(watched, event);
    }

private:
    void recolor()
    {
        QPalette palette = m_label->palette();
        const QColor color = toneColor(m_tone, palette);
        if (palette.color(QPalette::Active, QPalette::WindowText) == color)
            return; // also ends the recursion through our own PaletteChange
        for (const QPalette::ColorGroup group : { QPalette::Active, QPalette::Inactive })
            palette.setColor(group, QPalette::WindowText, color);
        m_label->setPalette(palette);
    }

    QLabel *m_label;
    Tone m_tone;
    std::optional<TypeRole> m_role;
};

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty(stylekeys::buttonKind, int(kind));
    if (kind == ButtonKind::Link)
        button->setCursor(Qt::PointingHandCursor);
    button->updateGeometry();
    button->update();
}

QPushButton *makeButton(const QString &text, const QString &iconName, ButtonKind kind, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    if (!iconName.isEmpty())
        button->setIcon(themedIcon(iconName));
    button->setAutoDefault(false);
    setButtonKind(button, kind);
    return button;
}

QLabel *makeLabel(const QString &text, TypeRole role, Tone tone, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    auto *look = new LabelLook(label, tone);
    look->setRole(role);
    return label;
}

void setLabelTone(QLabel *label, Tone tone)
{
    if (LabelLook *look = LabelLook::of(label))
        look->setTone(tone);
    else
        new LabelLook(label, tone);
}

void setFieldState(QWidget *field, FieldState state)
{
    field->setProperty(stylekeys::fieldState, int(state));
    field->update();
}

} // namespace pilothouse

#include "controls.moc"
