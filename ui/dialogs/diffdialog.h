// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envdiffline.h"
#include "models/domain/formstate.h"
#include "ui/dialogs/dialogframe.h"

#include <QSet>

class QPushButton;
class QScrollArea;

namespace pilothouse {

class MessageBar;

/// What Save would change in .env, line by line, before it does: old and new, secrets masked; each key can be left out. The
/// dialog stays true while the edits or the file change; it closes itself when nothing is left.
class DiffDialog : public DialogFrame
{
    Q_OBJECT
public:
    explicit DiffDialog(QWidget *parent = nullptr);

    /// diff: EnvService::pendingDiff() of this state.
    void setState(const FormState &state, const QList<EnvDiffLine> &diff);
    void setWhenApplied(const QString &text); ///< what Save and apply does beyond saving, whole sentences
    QString patch() const; ///< for the clipboard; secrets masked

Q_SIGNALS:
    /// The dialog is closed. keys: only these, the other edits stay unsaved; empty: everything.
    void saveRequested(const QStringList &keys);
    void saveAndApplyRequested(const QStringList &keys);
    void revertRequested(const QString &key);
    void revertAllRequested();

private:
    void addSide(QHBoxLayout *columns);
    void addFoot();
    void showBlocks();
    void showTexts();
    void showDoors();
    void leaveOut(const QString &key, bool out);
    QStringList chosenKeys() const; ///< empty: all of them
    QStringList shownKeys() const;

    FormState m_state;
    QList<EnvDiffLine> m_diff;
    QSet<QString> m_leftOut;
    MessageBar *m_dangers;
    MessageBar *m_blocked;
    QScrollArea *m_scroll;
    QLabel *m_whenSaved[3];
    QLabel *m_whenApplied;
    QPushButton *m_cancel;
    QPushButton *m_save;
    QPushButton *m_apply;
};

} // namespace pilothouse
