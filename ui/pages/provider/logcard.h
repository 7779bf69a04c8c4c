// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/card.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace pilothouse {

/// The provider's log: the last 5,000 lines, levels coloured, search, follow. Lines are plain text and already redacted.
class LogCard : public Card
{
    Q_OBJECT
public:
    static constexpr int mostLines = 5'000;
    explicit LogCard(QWidget *parent = nullptr);

    void appendLines(const QStringList &lines);
    void clearLines();
    void setPath(const QString &path);
    void focusSearch();
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void find(bool backwards);
    void showFoot();
    void followIfAsked();

    QPlainTextEdit *m_view;
    QLineEdit *m_search;
    QLabel *m_hits;
    QLabel *m_foot;
    QCheckBox *m_follow;
    QString m_path;
};

} // namespace pilothouse
