// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractButton>

namespace pilothouse {

/// Caption, figure with unit, and at the right a small picture (bar or sparkline) that hides in narrow windows.
/// A click asks for the page that explains it.
class HeaderGauge : public QAbstractButton
{
    Q_OBJECT
public:
    HeaderGauge(const QString &caption, QWidget *picture, QWidget *parent = nullptr);

    void setReading(const QString &caption, const QString &figure, const QString &unit);
    void setNarrow(bool on);
    QString figure() const { return m_figure; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int textWidth() const;

    QString m_caption;
    QString m_figure;
    QString m_unit;
    QWidget *m_picture;
    bool m_narrow = false;
};

} // namespace pilothouse
