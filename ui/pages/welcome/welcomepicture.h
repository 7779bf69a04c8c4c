// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace pilothouse {

/// The course line as an explanation: three nodes and what each of them is.
class WelcomePicture : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePicture(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Dashed place that tells one may drop a folder; the page takes the drop.
class DropHint : public QWidget
{
    Q_OBJECT
public:
    explicit DropHint(QWidget *parent = nullptr);
    QSize sizeHint() const override { return { 368, 64 }; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace pilothouse
