// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QLabel;
class QToolButton;

namespace pilothouse {

/// Head of one parameter: its name, and at the right where the value comes from, or what .env says and a reset button.
class ParameterRow : public QWidget
{
    Q_OBJECT
public:
    explicit ParameterRow(const QString &name, QWidget *field, QWidget *parent = nullptr);

    void setOrigin(const QString &origin); ///< "served", ".env"
    void setChanged(const QString &envValue); ///< differs from .env, which says this
    bool isChanged() const { return m_changed; }

Q_SIGNALS:
    void resetRequested();

private:
    QLabel *m_name;
    QLabel *m_note;
    QToolButton *m_reset;
    bool m_changed = false;
};

} // namespace pilothouse
