// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QLabel;

namespace pilothouse {

/// An own message: plain text on a tint at the right, with the time.
class QuestionBubble : public QWidget
{
    Q_OBJECT
public:
    QuestionBubble(const QString &text, const QString &time, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_text;
    QWidget *m_box;
};

} // namespace pilothouse
