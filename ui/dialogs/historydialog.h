// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envdiffline.h"
#include "models/domain/envversion.h"
#include "models/domain/failure.h"
#include "ui/dialogs/dialogframe.h"

class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace pilothouse {

class DiffView;
class EmptyState;
class MessageBar;

/// The kept saves of .env by day, who made them and which keys they changed; what restoring the selected one would change.
class HistoryDialog : public DialogFrame
{
    Q_OBJECT
public:
    explicit HistoryDialog(const QString &path, QWidget *parent = nullptr);

    void setVersions(const QList<EnvVersion> &versions); ///< newest first; until the first call "Reading…" shows
    /// What restoring would change; ignored when another version is selected by now.
    void setDiff(qint64 id, const QList<EnvDiffLine> &diff);
    void setUnsavedChanges(int count); ///< they stay and are laid over what is restored
    void setFailure(const Failure &failure); ///< reading or restoring failed; ends setRestoring()
    void setRestoring(bool restoring);
    qint64 selected() const; ///< 0: none

Q_SIGNALS:
    void compareRequested(qint64 id);
    void restoreRequested(qint64 id);

private:
    QWidget *makeContent();
    QWidget *makeDetail();
    void select();
    void showDoor();

    QList<EnvVersion> m_versions;
    qint64 m_compared = 0; ///< whose diff is shown
    bool m_same = false;
    bool m_restoring = false;
    int m_unsaved = 0;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QTreeWidget *m_list;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_keys;
    QLabel *m_changes;
    DiffView *m_diff;
    QLabel *m_consequence;
    MessageBar *m_failure;
    QPushButton *m_restore;
};

} // namespace pilothouse
