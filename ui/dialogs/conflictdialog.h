// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/dialogs/conflictrow.h"
#include "ui/dialogs/dialogframe.h"

#include <QDateTime>

class QGridLayout;
class QPushButton;
class QScrollArea;

namespace pilothouse {

class ElidedLabel;
class MessageBar;

/// A save that waits: keys that the unsaved edits and another program changed to different values, each with the value before,
/// mine and theirs. Nothing is chosen at first; accepted() only when all are decided. rejected() keeps every edit unsaved.
class ConflictDialog : public DialogFrame
{
    Q_OBJECT
public:
    explicit ConflictDialog(QWidget *parent = nullptr);

    /// merged: keys that one side changed, EnvService::mergedChanges(). Called again, decisions about the same values stay.
    void setConflicts(const QString &path, const QList<EnvConflict> &conflicts, const QList<EnvConflict> &merged);
    /// When the file was last written and whose it is, FormState::savedAt and owner; which program did is not known.
    void setWritten(const QDateTime &time, const QString &owner);
    QList<ConflictDecision> decisions() const;
    bool isDecided() const;

private:
    void addFoot();
    void addHeads(QGridLayout *grid);
    void addConflicts(QGridLayout *grid, const QList<EnvConflict> &conflicts);
    void addMerged(QGridLayout *grid, const QList<EnvConflict> &merged);
    void chooseAll(ConflictChoice choice);
    void showProgress();
    void showBanner();

    QList<ConflictRow *> m_rows;
    QList<EnvConflict> m_merged;
    QString m_written;
    MessageBar *m_banner;
    QScrollArea *m_scroll;
    ElidedLabel *m_progress;
    QPushButton *m_save;
};

} // namespace pilothouse
