// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractButton>

namespace pilothouse {

/// A large button of the first screen: icon, title, one line, shortcut at the right.
class WayButton : public QAbstractButton
{
    Q_OBJECT
public:
    WayButton(const QString &icon, const QString &title, const QString &line, const QString &shortcut, bool primary,
        QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_line;
    QString m_shortcut;
    bool m_primary;
};

} // namespace pilothouse
