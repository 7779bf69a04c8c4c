// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QWidget>

namespace pilothouse {

/// One line of plain text that elides (right, or in the middle for paths) and shows the whole text as a tooltip when cut.
class ElidedLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(
        const QString &text = {}, TypeRole role = TypeRole::Body, Tone tone = Tone::Text, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setTone(Tone tone);
    void setElideMode(Qt::TextElideMode mode);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_text;
    TypeRole m_role;
    Tone m_tone;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace pilothouse
