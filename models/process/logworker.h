// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/logbook.h"
#include "models/process/logreader.h"

#include <QElapsedTimer>
#include <QTimer>

namespace pilothouse {

/// LogReader's side on its own thread: one step of the book after the other while there is something to do, else a look every
/// 50 ms. News goes out only after the last one was taken.
class LogWorker : public QObject
{
    Q_OBJECT
public:
    explicit LogWorker(const std::atomic_bool &stop);

    void follow(const QString &path, int job); ///< job: comes back with the news
    void stop();
    void setRedactor(const LogRedactor &redact);
    void setQuery(const LogQuery &query);
    void setWindow(const LogWindow &window);
    void seek(LogReader::Seek what, qint64 from);
    void fetchText(const LogPosition &from, const LogPosition &to);
    void save(const QString &path);
    void look();
    void newsTaken();

Q_SIGNALS:
    void changed(int job, const LogState &state, const LogSlice &slice);
    void found(quint64 generation, std::optional<qint64> row);
    void textFetched(const QString &text);
    void saved(const QString &path, const Result<void> &result);

private:
    struct Wish
    {
        LogReader::Seek what;
        qint64 from;
    };
    void tell();
    void tellIfNew();
    bool answer(const Wish &wish);

    LogBook m_book;
    LogWindow m_window;
    std::optional<Wish> m_wish; ///< not answered yet: the place may lie in what has not been looked through
    const std::atomic_bool &m_stop;
    QTimer m_timer;
    QElapsedTimer m_sinceNews;
    quint64 m_told = 0;
    int m_job = 0;
    bool m_following = false;
    bool m_underWay = false;
};

} // namespace pilothouse
