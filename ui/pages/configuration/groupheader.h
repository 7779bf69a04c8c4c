// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace pilothouse {

class ElidedLabel;

/// Title of a group of keys: folds and unfolds, with a count and, where it applies, the reason it is folded.
class GroupHeader : public QWidget
{
    Q_OBJECT
public:
    explicit GroupHeader(const QString &title, QWidget *parent = nullptr);

    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }
    void setCount(int count);
    void setReason(const QString &reason);
    void addAction(QWidget *widget);

Q_SIGNALS:
    void foldRequested(bool folded);

private:
    void showState();

    QString m_title;
    QToolButton *m_toggle;
    QLabel *m_count;
    ElidedLabel *m_reason;
    QHBoxLayout *m_layout;
    bool m_folded = false;
};

} // namespace pilothouse
