// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace pilothouse {

class IconLabel;

/// The look of all dialogs: head with one sentence, content, foot with the buttons. Never run with exec(): use open().
class DialogFrame : public QDialog
{
    Q_OBJECT
public:
    explicit DialogFrame(QWidget *parent = nullptr);

    void setHeadline(const QString &title, const QString &subtitle = {});
    QString headline() const;
    QString subtitle() const;
    void setHeadIcon(const QString &name, Tone tone); ///< empty: none
    QVBoxLayout *body() const { return m_body; }
    void addFootLeft(QWidget *widget);
    void addFootRight(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconLabel *m_icon;
    QLabel *m_title;
    QLabel *m_subtitle;
    QVBoxLayout *m_body;
    QHBoxLayout *m_footLeft;
    QHBoxLayout *m_footRight;
};

} // namespace pilothouse
