// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace pilothouse {

/// Every page: a 52 px toolbar (title, context, what the page puts in the middle, actions at the right) above its content.
class PageFrame : public QWidget
{
    Q_OBJECT
public:
    explicit PageFrame(const QString &title, QWidget *parent = nullptr);

    void setContext(const QString &text); ///< small text after the title
    void addTool(QWidget *widget); ///< after the title, left
    void addAction(QWidget *widget); ///< at the right
    QVBoxLayout *content() const { return m_content; } ///< page margins 20, spacing 12

private:
    QLabel *m_context;
    QHBoxLayout *m_tools;
    QHBoxLayout *m_actions;
    QVBoxLayout *m_content;
};

} // namespace pilothouse
