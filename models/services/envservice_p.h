// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/services/envservice.h"
#include "models/services/envservice_edits.h"
#include "models/services/envservice_files.h"
#include "models/services/envservice_form.h"
#include "models/services/envwatch.h"

#include <QThreadPool>

#include <tuple>

namespace pilothouse {

/// UI thread only, but for the functions given to onWorker().
class EnvService::Private
{
public:
    Private(EnvService *service, EnvWatching watching);

    // envservice.cpp: the document
    EnvFormInput input();
    void edit(const QString &key, const std::optional<QString> &value);
    // envservice_choices.cpp: values that no way of writing gives to all readers
    Result<void> apply(EnvDocument &edited, const QString &key, const std::optional<QString> &value);
    std::optional<EnvWriteQuestion> questionAbout(const QString &key, const TypedValue &given) const;
    void forgetChoices(); ///< about keys that are as in the file
    void replaceDocument(EnvDocument document); ///< one undo step
    void refresh(); ///< whole form, then stateChanged()
    bool isEditable() const { return isOpen && !form.state.readOnly; }

    // envservice_text.cpp: the document as text
    void renewText(bool typed); ///< secrets and text of `current`
    void editText(int position, int removed, const QString &inserted);
    void refuse(const QString &why);
    void editLines(const QString &key, const Result<QByteArray> &bytes);
    void step(EnvDocument (EnvHistory::*go)(const EnvDocument &, EnvSecrets &)); ///< undo or redo
    void setFile(const EnvSnapshot &snapshot) { std::tie(file, owner) = std::tie(snapshot.file, snapshot.owner); }
    bool isDirty() const { return !(current == saved); }
    QString valueIn(const EnvDocument &document, const QString &key) const;

    // envservice_save.cpp: the file
    void open(const QString &path);
    void look();
    void looked(const Result<EnvSnapshot> &snapshot);
    void adopt(const EnvSnapshot &snapshot); ///< the file is the document
    void rebase(const EnvSnapshot &snapshot); ///< unsaved edits over new content
    void save();
    void startSave(int attempt);
    EnvDocument toBeSaved() const; ///< `current`, or with onlyKeys the file with the edits of these
    void saveEnded(const Result<EnvSaved> &result, const EnvDocument &written, int attempt);
    void mergeAndSave(const Error &error, int attempt);
    void report(const EnvSaved &done, const QStringList &keys);

    // envservice_changes.cpp: writes beside the form
    void tightenRights();
    void change(EnvWriterKind by, const std::function<Result<QByteArray>(const EnvDocument &)> &make,
        const std::function<void(const Result<EnvSaved> &)> &done);
    void changed(const Result<EnvSaved> &result, EnvWriterKind by);

    // envservice_conflicts.cpp: keys that another program changed, too
    QList<EnvConflict> openConflicts() const;
    bool askAboutConflicts(); ///< true: the save waits for an answer, or was given up because nobody can give one
    void giveUpSave();
    void askAgain(); ///< when the waiting save has other conflicts now than it asked about

    /// Runs work on the worker (one job after the other); done gets its result unless another file was opened meanwhile.
    template <typename Work, typename Done> void onWorker(Work work, Done done)
    {
        pool.start([this, job = jobNumber, work, done] {
            const auto result = work();
            const auto answer = [this, job, done, result] {
                if (job == jobNumber)
                    done(result);
            };
            QMetaObject::invokeMethod(q, answer, Qt::QueuedConnection);
        });
    }

    EnvService *q;
    QThreadPool pool;
    EnvWatch watch;
    VariableSchema schema;
    EnvFileContent file;
    QString owner; ///< of the file, by name
    EnvDocument saved; ///< as on the disk; empty when the file is missing
    EnvDocument base; ///< the last content that existed: what unsaved edits are compared with
    EnvDocument current;
    EnvHistory history;
    QMap<QString, RejectedEdit> rejected;
    QMap<QString, TypedValue> typed; ///< given by key, not as text, since the last save
    EnvDocument textDocument; ///< that secrets and text belong to
    EnvSecrets secrets;
    EnvText text;
    QString language;
    int textCursor = -1;
    EnvForm form;
    QMap<QString, std::optional<QString>> disputed; ///< keys changed on both sides, with the value before
    EnvWriterKind writer = EnvWriterKind::Window;
    EnvWriterKind nextWriter = EnvWriterKind::Window; ///< of the next save
    QMap<QString, std::optional<QString>>
        foreign; ///< keys another program changed since the unsaved edits began, with the value before
    QString lookError;
    quint64 jobNumber = 0;
    bool isOpen = false;
    bool looking = false;
    bool saving = false;
    bool saveAgain = false;
    std::optional<QStringList> onlyKeys; ///< of the save under way
    std::optional<QStringList> nextKeys; ///< of the one that saveAgain asks for
    bool saveWaits = false; ///< for a decision about conflicts
    QList<EnvConflict> asked; ///< what it asked about
};

} // namespace pilothouse
