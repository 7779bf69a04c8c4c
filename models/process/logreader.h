// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/loglines.h"
#include "models/process/loglineparser.h"
#include "models/result/result.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <optional>

namespace pilothouse {

class LogWorker;

/// The rows that a view wants to have at hand: `count` from `first` on, or the last `count` ones, whatever their numbers.
struct LogWindow
{
    qint64 first = 0;
    int count = 0;
    bool last = true;
};

/// A log file for a view: reads, searches and decodes on a thread of its own, and tells the view at most thirty times a second
/// and never faster than it takes the news. UI thread; every call returns at once.
class LogReader : public QObject
{
    Q_OBJECT
public:
    enum class Seek { NextHit, PreviousHit, FirstError, Line };

    explicit LogReader(QObject *parent = nullptr);
    ~LogReader() override; ///< waits for the step that is under way

    void follow(const QString &path); ///< the file may appear later; the same path again is no new start
    void stop(); ///< nothing is read any more
    const QString &path() const { return m_path; }
    void setRedactor(const LogRedactor &redact);
    void setQuery(const LogQuery &query);
    void setWindow(const LogWindow &window); ///< answered by changed()
    /// Looks from the row on, around the end; for Seek::Line the number of a line. Answered by found().
    void seek(Seek what, qint64 from);
    void fetchText(const LogPosition &from, const LogPosition &to); ///< answered by textFetched()
    void save(const QString &path); ///< all lines, redacted; answered by saved()
    void lookNow(); ///< without waiting for the next look, for tests and benchmarks

Q_SIGNALS:
    void changed(const LogState &state, const LogSlice &slice);
    void found(quint64 generation, std::optional<qint64> row); ///< empty: there is none
    void textFetched(const QString &text);
    void saved(const QString &path, const Result<void> &result);

private:
    template <typename Work> void post(Work work);

    QThread m_thread;
    LogWorker *m_worker;
    QString m_path;
    int m_job = 0;
    std::atomic_bool m_stop = false;
};

} // namespace pilothouse
