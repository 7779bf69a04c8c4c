// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/loglines.h"
#include "ui/widgets/card.h"

#include <QTimer>

class QAction;
class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace pilothouse {

class ElidedLabel;
class LogView;
class SegmentedSwitch;

/// The provider's log: rows with levels, search, filter by level and text, follow and pause, first error, copy, save.
/// It shows what it gets by setNews() and says with …Wanted() signals what it would like to have; lines are already redacted.
class LogCard : public Card
{
    Q_OBJECT
public:
    explicit LogCard(QWidget *parent = nullptr);

    void setNews(const LogState &state, const LogSlice &slice);
    /// Answer to hitWanted, firstErrorWanted and lineWanted. Rows of a generation that is not shown yet are shown when it is.
    void setFound(quint64 generation, std::optional<qint64> row);
    void putOnClipboard(const QString &text); ///< answer to copyWanted
    void setNotice(const QString &text); ///< stands in the foot until the next wish: "Saved as …"
    void clearLines();
    void setPath(const QString &path); ///< empty: there is no log
    void focusSearch();
    LogView *view() const { return m_view; }
    QString text() const; ///< of the lines at hand

Q_SIGNALS:
    void windowWanted(qint64 first, int count, bool last);
    void queryChanged(const LogQuery &query);
    void hitWanted(bool backwards, qint64 fromRow);
    void firstErrorWanted();
    void lineWanted(qint64 number);
    void copyWanted(const LogPosition &from, const LogPosition &to);
    void saveWanted(); ///< a redacted copy, at a place that is asked for
    void folderWanted(); ///< the log in the file manager

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addSearch(QHBoxLayout *header);
    void addFindRow();
    void addMenu(QHBoxLayout *header);
    void addFoot();
    void changeQuery();
    void findNext(bool backwards);
    void showState();
    void showFoot();
    QString emptyText() const;

    LogView *m_view;
    SegmentedSwitch *m_levels;
    QLineEdit *m_search;
    QWidget *m_findRow;
    QLabel *m_hits;
    QCheckBox *m_onlyMatches;
    QToolButton *m_firstError;
    QAction *m_copy = nullptr;
    QAction *m_save = nullptr;
    QAction *m_folder = nullptr;
    ElidedLabel *m_foot;
    QCheckBox *m_follow;
    QTimer m_typing;
    LogState m_state;
    LogQuery m_query;
    QString m_path;
    QString m_notice;
    std::optional<std::pair<quint64, qint64>> m_pending; ///< generation and row to show
    bool m_notFound = false;
};

} // namespace pilothouse
