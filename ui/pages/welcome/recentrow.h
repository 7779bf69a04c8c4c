// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/pages/welcome/recentdeployment.h"

#include <QAbstractButton>

namespace pilothouse {

/// One recent deployment: name, path, provider, day. A missing folder is marked and cannot be opened.
class RecentRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit RecentRow(const RecentDeployment &entry, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RecentDeployment m_entry;
};

/// "today 14:32", "yesterday", "3 June"
QString dayText(const QDateTime &time, const QDateTime &now);

} // namespace pilothouse
