// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace pilothouse {

/// A white box with 8 px corners and a hairline border. body() holds the content; header() is made on first use:
/// title at the left, whatever is added later at the right, a hairline below.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; }
    QHBoxLayout *addHeader(const QString &title, const QString &context = {});

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_outer;
    QVBoxLayout *m_body;
};

} // namespace pilothouse
