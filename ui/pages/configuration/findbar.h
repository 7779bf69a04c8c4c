// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QLabel;
class QLineEdit;

namespace pilothouse {

class TextEditor;

/// Finds words in the text: Return and F3 go on, Shift+F3 back, Escape closes. Says how many there are.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(TextEditor *editor, QWidget *parent = nullptr);

    void open(); ///< with the selected word, if any
    void close();
    void go(bool forward);
    QString countText() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showCount(int number);
    void search();

    TextEditor *m_editor;
    QLineEdit *m_text;
    QLabel *m_count;
};

} // namespace pilothouse
