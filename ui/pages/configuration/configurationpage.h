// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/applystep.h"
#include "models/domain/formstate.h"
#include "ui/widgets/pageframe.h"

#include <QMap>

#include <optional>

class QLineEdit;
class QSplitter;

namespace pilothouse {

class FormPane;
class MessageBar;
class SaveBar;
class SegmentedSwitch;
class TextSide;

/// The Configuration page: the .env as a form beside its text. Takes values, emits wishes, does no I/O.
/// Ctrl+F, Ctrl+S and Ctrl+Z belong to the main window, which calls focusFind() and so on.
class ConfigurationPage : public PageFrame
{
    Q_OBJECT
public:
    explicit ConfigurationPage(QWidget *parent = nullptr);

    void setState(const FormState &state);
    /// What runs with which value; empty when nothing is known.
    void setRunningValues(const QList<RunningValue> &values);
    void setModelSuggestions(const QStringList &models);
    void setChangedOnDisk(bool changed); ///< shows the banner with Reload
    void focusKey(const QString &key);
    void focusFind(); ///< a key, or words of the text when the operator is there
    void showTextRefusal(const QString &why);
    void setSplit(const QByteArray &state); ///< as splitChanged() told; empty: as in the pictures
    QByteArray split() const;

    FormPane *form() const { return m_form; }
    TextSide *textSide() const { return m_text; }

Q_SIGNALS:
    void valueEdited(const QString &key, const QString &value);
    void unsetRequested(const QString &key);
    void resetRequested(const QString &key);
    void fixRequested(const ProblemFix &fix);
    void saveRequested();
    void saveAndApplyRequested();
    void discardRequested();
    void reviewRequested(); ///< what would be saved, line by line
    void undoRequested();
    void redoRequested();
    void textEdited(int position, int removed, const QString &inserted);
    void showSecretRequested(int position);
    void hideSecretsRequested();
    void renameRequested(const QString &key, const QString &name);
    void commentOutRequested(const QString &key);
    void uncommentRequested(const QString &key);
    void splitChanged();
    void createFromTemplateRequested(const QString &id); ///< "ollama" or "vllm"
    void reloadRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeToolbar();
    void makeBody();
    void connectForm();
    void connectText();
    void showCounts();
    void showBanner();
    void showFileProblems();
    void showDetails();
    void showRunning();
    void chooseFilter(int index);
    void applyView();
    void openAddKey();
    void openRename(const QString &key);
    void removeKey(const QString &key);
    QStringList presentKeys() const;

    FormState m_state;
    QMap<QString, RunningValue> m_running;
    QString m_key; ///< the focused row
    QString m_removed; ///< the key whose removal can be undone from the bar
    bool m_changedOnDisk = false;
    bool m_isSplitChosen = false; ///< by the operator; otherwise it follows the width
    QStringList m_bannerShown; ///< what the banner was made of
    QList<Problem> m_generalShown;
    SegmentedSwitch *m_filter;
    SegmentedSwitch *m_wideView;
    SegmentedSwitch *m_narrowView;
    QLineEdit *m_find;
    MessageBar *m_banner;
    MessageBar *m_problems;
    MessageBar *m_undo;
    QSplitter *m_panes;
    FormPane *m_form;
    TextSide *m_text;
    SaveBar *m_saveBar;
};

} // namespace pilothouse
