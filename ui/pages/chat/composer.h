// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPlainTextEdit>

namespace pilothouse {

/// The message field: Enter sends, Shift+Enter makes a new line, Escape stops. It grows from one line to six.
class Composer : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit Composer(QWidget *parent = nullptr);

Q_SIGNALS:
    void sendPressed();
    void stopPressed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override; ///< text only

private:
    void fitHeight();
};

} // namespace pilothouse
