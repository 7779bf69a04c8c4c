// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/applystep.h"
#include "models/domain/formstate.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace pilothouse {

class ElidedLabel;
class FindBar;
class KeyDetails;
class TextEditor;

/// Right side of the page: the document as text, and what the focused key means. A hidden value that is asked for stays
/// visible for 30 seconds at most, and only while the operator is on its line, in this window.
class TextSide : public QWidget
{
    Q_OBJECT
public:
    explicit TextSide(QWidget *parent = nullptr);

    void setState(const FormState &state);
    void showKey(const std::optional<FormRow> &row, const std::optional<RunningValue> &running);
    void showRefusal(const QString &why); ///< in place of the hint at the head, for some seconds
    void focusFind();
    bool hasFocusInside() const;
    void setRevealTime(int ms); ///< 30 000 unless told otherwise
    TextEditor *editor() const { return m_editor; }
    KeyDetails *details() const { return m_details; }
    FindBar *findBar() const { return m_findBar; }
    QString hint() const;

Q_SIGNALS:
    void keyActivated(const QString &key); ///< the operator wants its field
    void keyPointed(const QString &key); ///< the cursor is on its line
    void unsetRequested(const QString &key);
    void edited(int position, int removed, const QString &inserted);
    void showSecretRequested(int position);
    void hideSecretsRequested();
    void undoRequested();
    void redoRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    void connectEditor();
    void showMarks();
    void showPlace();
    void showHint();
    void watchSecret();
    void hideSecrets();
    QString keyOfLine(int line) const;

    FormState m_state;
    TextEditor *m_editor;
    FindBar *m_findBar;
    KeyDetails *m_details;
    ElidedLabel *m_hint;
    QToolButton *m_hideButton;
    QLabel *m_place;
    QLabel *m_format;
    QTimer m_refusal;
    QTimer m_countdown;
    int m_revealTime = 30'000;
    int m_left = 0; ///< milliseconds until the value is hidden
    int m_secretLine = 0;
    QString m_refused;
};

} // namespace pilothouse
