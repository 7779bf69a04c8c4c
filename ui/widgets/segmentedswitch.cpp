// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedswitch.h"

#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEnterEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace pilothouse {

namespace {

class SegmentButton : public QAbstractButton
{
public:
    explicit SegmentButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
        setAccessibleName(text);
    }
    void setCount(int count)
    {
        if (m_count == count)
            return;
        m_count = count;
        setAccessibleDescription(count < 0 ? QString() : QString::number(count));
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        const int words = QFontMetrics(typeFont(TypeRole::SecondaryStrong)).horizontalAdvance(text());
        return { words + countWidth() + 22, qMax(28, fontMetrics().height() + 10) };
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        if (isChecked()) {
            painter.setPen(hasFocus() ? QPen(toneColor(Tone::Accent, palette()), 2) : QPen(toneColor(Tone::Line2, palette()), 1));
            painter.setBrush(toneColor(Tone::Base, palette()));
            painter.drawRoundedRect(hasFocus() ? box.adjusted(0.5, 0.5, -0.5, -0.5) : box, 5, 5);
        }
        const Tone tone = !isEnabled() ? Tone::Disabled : isChecked() || underMouse() ? Tone::Text : Tone::Text2;
        painter.setFont(typeFont(isChecked() ? TypeRole::SecondaryStrong : TypeRole::Secondary));
        painter.setPen(toneColor(tone, palette()));
        const int words = painter.fontMetrics().horizontalAdvance(text());
        const int left = (width() - words - countWidth()) / 2;
        painter.drawText(QRect(left, 0, words + 1, height()), Qt::AlignVCenter | Qt::TextSingleLine, text());
        if (m_count >= 0) {
            painter.setFont(typeFont(TypeRole::Secondary));
            painter.setPen(toneColor(Tone::Text3, palette()));
            painter.drawText(QRect(left + words + 6, 0, countWidth(), height()), Qt::AlignVCenter, QString::number(m_count));
        }
    }

private:
    int countWidth() const
    {
        return m_count < 0 ? 0 : 6 + QFontMetrics(typeFont(TypeRole::Secondary)).horizontalAdvance(QString::number(m_count));
    }

    int m_count = -1;
};

} // namespace

SegmentedSwitch::SegmentedSwitch(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            Q_EMIT currentChanged(id);
    });
}

void SegmentedSwitch::addSegment(const QString &text)
{
    auto *button = new SegmentButton(text, this);
    const int id = int(m_group->buttons().size());
    m_group->addButton(button, id);
    layout()->addWidget(button);
    if (id == 0)
        button->setChecked(true);
}

void SegmentedSwitch::setCount(int index, int count)
{
    if (auto *button = static_cast<SegmentButton *>(m_group->button(index)))
        button->setCount(count);
}

int SegmentedSwitch::current() const
{
    return m_group->checkedId();
}

void SegmentedSwitch::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

void SegmentedSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(toneColor(Tone::ButtonBorder, palette()));
    painter.setBrush(toneColor(Tone::Track, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace pilothouse
