// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chat.h"

#include <QList>
#include <QWidget>

namespace pilothouse {

/// The measured figures of one answer in one line; what was not measured is left out. The tooltip says who measured.
class FiguresLine : public QWidget
{
    Q_OBJECT
public:
    explicit FiguresLine(QWidget *parent = nullptr);

    void setFigures(const ChatFigures &figures, bool open, const QString &finish = {});
    QString text() const; ///< the whole line as plain text, for copying, tests and screen readers
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part
    {
        QString caption;
        QString value;
    };
    QList<Part> m_parts;
};

} // namespace pilothouse
