// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QLabel;
class QRadioButton;

namespace pilothouse {

/// One of a few choices with what follows from it; the whole card can be pressed.
class ChoiceCard : public QWidget
{
    Q_OBJECT
public:
    ChoiceCard(const QString &title, const QString &consequence, QWidget *parent = nullptr);

    void setFigure(const QString &figure, const QString &caption); ///< at the right: "20.9 GiB", "GPU memory freed"
    QRadioButton *radio() const { return m_radio; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRadioButton *m_radio;
    QLabel *m_figure;
    QLabel *m_caption;
};

} // namespace pilothouse
