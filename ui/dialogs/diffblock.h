// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envdiffline.h"
#include "models/domain/formstate.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QTimer;

namespace pilothouse {

class DiffView;

/// The changed lines of one key with a check box and Revert, or of what is no key. A secret's values are dots until Show, for 10
/// s.
class DiffBlock : public QWidget
{
    Q_OBJECT
public:
    /// key empty: comments and blank lines, which cannot be reverted on their own.
    DiffBlock(const QString &key, const QList<EnvDiffLine> &lines, QWidget *parent = nullptr);

    void setSecret(const FormRow &row);
    QString key() const { return m_key; }
    void setChosen(bool chosen); ///< false: left out of the save
    bool isChosen() const;

Q_SIGNALS:
    void chosenChanged(const QString &key, bool chosen);
    void revertRequested(const QString &key);

private:
    void showChosen();
    void reveal(bool plain);

    QString m_key;
    QList<EnvDiffLine> m_masked;
    QList<EnvDiffLine> m_plain;
    DiffView *m_view;
    QCheckBox *m_chosen = nullptr; ///< none for comments and blank lines
    QWidget *m_left;
    QWidget *m_differ;
    QPushButton *m_show;
    QTimer *m_hide;
};

/// The lines by key in the order of the file; what stands in no key comes under "".
QList<QPair<QString, QList<EnvDiffLine>>> linesByKey(const QList<EnvDiffLine> &lines);

} // namespace pilothouse
