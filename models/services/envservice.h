// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envconflict.h"
#include "models/domain/envdiffline.h"
#include "models/domain/envversion.h"
#include "models/domain/envwritequestion.h"
#include "models/domain/formstate.h"
#include "models/domain/steps.h"
#include "models/result/result.h"
#include "models/services/envtrace.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace pilothouse {

/// One write of saveChanges(): the file before and after it, byte for byte.
struct EnvWrite
{
    QByteArray before;
    QByteArray after;
    QList<EnvChange> changes;
};

/// How foreign changes are noticed: by the kernel's events and a look every 1.5 s. One alone is for tests: the look is what
/// is left where inotify is exhausted or missing.
enum class EnvWatching { EventsAndPolling, EventsOnly, PollingOnly };

/// The deployment's .env as the window works with it: one lossless document, its rules, undo, and a save on a worker.
/// Lives on the UI thread; reading, saving and hashing files run on a worker, answers come as signals.
class EnvService : public QObject
{
    Q_OBJECT
public:
    explicit EnvService(QObject *parent = nullptr, EnvWatching watching = EnvWatching::EventsAndPolling);
    ~EnvService() override;

    void setWriter(EnvWriterKind writer); ///< whose saves these are in the history; the default is Window
    void setNextWriter(EnvWriterKind writer); ///< of the next save only: the edits come from a profile
    void setLanguage(const QString &language); ///< of labels and help, "ru" or "en"; the default is the system's

    void open(const QString &path); ///< then opened() or failed(); from then on the file is watched
    QString path() const;
    const FormState &state() const;

    /// Value in force according to the document (edited) or the file (saved): the key's value, else the schema's default.
    QString value(const QString &key) const;
    QString savedValue(const QString &key) const;
    bool savedHas(const QString &key) const;
    QMap<QString, QString> savedValues() const; ///< all keys of the file, decoded; last one wins
    int savedLine(const QString &key) const; ///< 1-based, 0 when absent

    void setValue(const QString &key, const QString &value);
    void unset(const QString &key);
    void resetKey(const QString &key); ///< back to the file's value
    void discard(); ///< drops all unsaved edits
    void undo();
    void redo();
    void applyFix(const ProblemFix &fix);

    /// Replaces characters of FormState::text. An edit that would take a part of a hidden value, or change one from outside,
    /// is refused: textRefused(), and the state comes again as it was. Typing that goes on is one undo step.
    void editText(int position, int removed, const QString &inserted);
    /// Shows the hidden value at this place of the text until hideSecrets(), which also hides one that was just typed.
    void showSecret(int position);
    void hideSecrets();

    /// Whole lines of a key; order, comments and spacing stay. What cannot be done is told by lineRefused().
    void renameKey(const QString &key, const QString &name);
    void commentOut(const QString &key);
    void uncomment(const QString &key); ///< the line in FormRow::commentedLine
    /// What a look at the deployment's other files says: marks, findings, and who reads this file (what edits are written for).
    void setTrace(const EnvTrace &trace);

    /// Saves when no error stands in the way; then saved() or failed(). One save at a time, the last edit wins.
    /// "env.choice" while writeQuestions() are open.
    void save();
    /// The same for these keys only, the edits of the others stay unsaved.
    void saveKeys(const QStringList &keys);
    /// Values typed into the form that no way of writing gives to all readers of this deployment, undecided ones. Reads the
    /// file as each reader would, so for the moment of saving, not for a keystroke.
    QList<EnvWriteQuestion> writeQuestions() const;
    /// Writes the edited value of the key in this style (EnvWriteOption::style), whoever reads it; a step of undo.
    void writeAs(const QString &key, const QString &style);
    /// Applies changes to the file's present content and saves, whatever is unsaved in the form stays unsaved (switch).
    /// done, when given, gets this job's own end, beside saved() or failed().
    void saveChanges(const QList<EnvChange> &changes, const std::function<void(const Result<EnvWrite> &)> &done = {});
    /// Takes a write back (a switch that returns): the exact old bytes when nobody wrote since, else only its keys, so that
    /// what others saved meanwhile stays.
    void takeBack(const EnvWrite &write, const std::function<void(const Result<EnvWrite> &)> &done = {});
    /// Creates the missing file with these bytes; then saved() or failed(). Never overwrites.
    /// beside: files in the same folder, by name, that come first; when one of them exists already, nothing is written.
    void createFromTemplate(const QByteArray &bytes, const QMap<QString, QByteArray> &beside = {});
    /// Makes these bytes the file's content, through the same lock, hash and history as any save; a step of undo when
    /// nothing was unsaved, else the unsaved edits are laid over it. Then saved() or failed().
    void restore(const QByteArray &bytes);
    QByteArray savedBytes() const;
    QByteArray currentBytes() const; ///< with the unsaved edits
    QList<EnvDiffLine> pendingDiff() const; ///< what Save would change, secrets masked
    void look(); ///< compares the file now, not at the next event (the window got the focus)

    /// Unsaved edits of keys that another program changed to something else meanwhile. A save waits until each is decided.
    QList<EnvConflict> conflicts() const;
    /// Keys that only one side changed since the unsaved edits began; Save writes them without a question. Where `mine` is
    /// `base`, the other program changed it.
    QList<EnvConflict> mergedChanges() const;
    void resolveConflicts(const ConflictChoices &choices); ///< a step of undo; a waiting save goes on after the last one
    void cancelConflicts(); ///< gives a waiting save up: failed("env.conflict"); edits and conflicts stay

Q_SIGNALS:
    void opened();
    void stateChanged(const FormState &state);
    void saved(const QStringList &changedKeys);
    void conflictsFound(const QList<EnvConflict> &conflicts); ///< a save waits; said again when
                                                              ///< they change meanwhile; unconnected, the save fails
    void changedOnDisk(); ///< another program changed the file while edits were unsaved; they were laid over the new content
    void reloaded(); ///< another program changed the file and nothing was unsaved; the document shows the new content
    void notice(const Error &notice); ///< saved, with something to know: "env.durability-unknown", "env.version-not-kept"
    void textRefused(const QString &why); ///< an edit of the text; one sentence
    void lineRefused(const Error &error); ///< an edit of a whole line
    void failed(const Error &error); ///< nothing on the disk changed

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pilothouse
