// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/pages/configuration/rowstate.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace pilothouse {

class ElidedLabel;
class IconLabel;
class MessageBar;
class ValueField;

/// One key: name, control, what it means now. Changed rows carry an accent bar, a demi-bold name and a reset button.
/// A key of nobody's schema offers its line's edits on hover and focus: F2 renames, Ctrl+/ comments out and back,
/// Ctrl+Shift+Delete removes; the menu has them for every key.
class KeyRow : public QWidget
{
    Q_OBJECT
public:
    explicit KeyRow(const FormRow &row, QWidget *parent = nullptr);

    void setRow(const FormRow &row, const RowState &state);
    void setReadOnly(bool readOnly);
    const FormRow &row() const { return m_row; }
    ValueField *field() const { return m_field; }
    MessageBar *messageBar() const { return m_bar; } ///< null while there is nothing to say
    QString stateText() const;

Q_SIGNALS:
    void valueEdited(const QString &key, const QString &value);
    void unsetRequested(const QString &key);
    void resetRequested(const QString &key);
    void fixRequested(const ProblemFix &fix);
    void focused(const QString &key);
    void renameRequested(const QString &key);
    void commentOutRequested(const QString &key);
    void uncommentRequested(const QString &key);
    void undoRequested();
    void redoRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QWidget *makeNameColumn();
    QWidget *makeStateColumn();
    QWidget *makeLinks();
    void showState();
    void showBar();
    void describe();
    void showLinks();
    bool isCommented() const { return !m_row.present && m_row.commentedLine > 0; }
    void toggleComment();
    void fillMenu(QMenu *menu);

    FormRow m_row;
    RowState m_state;
    ValueField *m_field;
    QVBoxLayout *m_outer;
    ElidedLabel *m_label = nullptr;
    ElidedLabel *m_key = nullptr;
    IconLabel *m_icon = nullptr;
    ElidedLabel *m_words = nullptr;
    ElidedLabel *m_help = nullptr;
    QWidget *m_stateColumn = nullptr;
    QWidget *m_links = nullptr; ///< in place of the state while the pointer or the focus is here; unknown keys only
    QPushButton *m_useAgain = nullptr;
    QToolButton *m_reset;
    QToolButton *m_more = nullptr;
    MessageBar *m_bar = nullptr;
    bool m_readOnly = false;
};

/// Pixels of the pictures (made at a 13 px font) at the size of the operator's font.
int scaledToFont(int pixels);

} // namespace pilothouse
