// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envprofile.h"
#include "models/domain/failure.h"
#include "models/domain/formstate.h"
#include "ui/dialogs/dialogframe.h"

#include <QSet>

class QListWidget;
class QPushButton;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace pilothouse {

class EmptyState;
class MessageBar;
class SegmentedSwitch;

/// The profiles beside .env, compared key by key with the present state. Chosen keys go into the form as unsaved edits; what
/// that replaces, removes or leaves is said in words before.
class ProfilesDialog : public DialogFrame
{
    Q_OBJECT
public:
    explicit ProfilesDialog(const QString &path, QWidget *parent = nullptr);

    void setProfiles(const QList<EnvProfile> &profiles); ///< until the first call "Reading…" shows
    /// changes: keys that differ; rows: the present form, for the keys that are the same. Ignored for another selection.
    void setChanges(const QString &name, const QList<ProfileChange> &changes, const QList<FormRow> &rows);
    void setFailure(const Failure &failure);
    void setApplying(); ///< until the dialog is closed or setFailure()
    QString selected() const; ///< empty: none
    QStringList names() const;
    QStringList chosenKeys() const;

Q_SIGNALS:
    void compareRequested(const QString &name);
    void applyRequested(const QString &name, const QStringList &keys);
    void saveAsRequested();

private:
    QWidget *makeContent();
    void makeTable();
    void select();
    void fill();
    void fillDifferences();
    void fillSame();
    void check(QTreeWidgetItem *item);
    void showConsequences();

    QList<EnvProfile> m_profiles;
    QList<ProfileChange> m_changes;
    QList<FormRow> m_same;
    QSet<QString> m_chosen;
    bool m_compared = false;
    bool m_applying = false;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QListWidget *m_list;
    SegmentedSwitch *m_filter;
    QTreeWidget *m_table;
    QLabel *m_consequences;
    QLabel *m_lost;
    MessageBar *m_failure;
    QPushButton *m_apply;
};

} // namespace pilothouse
