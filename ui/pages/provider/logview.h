// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/loglines.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <optional>
#include <utility>

namespace pilothouse {

/// Rows of a log of any length. It has only the rows around the visible ones, which it asks for with windowWanted() and gets
/// by setNews(), and paints only the visible ones. One row a line: time, level, message; long lines are scrolled.
/// Arrows, Page, Home and End move the current row, with Shift they select; End goes on following. Text is plain and redacted.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    using Selection = std::pair<LogPosition, LogPosition>;

    explicit LogView(QWidget *parent = nullptr);

    void setNews(const LogState &state, const LogSlice &slice);
    void clear();
    void setFollowing(bool following); ///< the end stays visible
    bool isFollowing() const { return m_following; }
    void setHighlight(const QString &text); ///< marks where the text stands in the visible rows
    void setEmptyText(const QString &text); ///< shown while there is no row
    void showRow(qint64 row); ///< makes it current and visible; following ends
    qint64 topRow() const;
    qint64 currentRow() const { return m_current; } ///< -1: none
    const LogLine *lineAt(qint64 row) const; ///< null when it is not at hand
    std::optional<Selection> selection() const; ///< in order
    void selectAll();
    void copy(); ///< the selection, else the current row
    QString loadedText() const; ///< of the rows at hand
    QString spokenLine() const; ///< the current row for screen readers

Q_SIGNALS:
    void windowWanted(qint64 first, int count, bool last);
    void followingChanged(bool following);
    void currentChanged();
    void selectionChanged();
    void copyWanted(const LogPosition &from, const LogPosition &to);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void measure();
    void layOut();
    void wantWindow();
    int visibleRows() const; ///< whole ones
    int headWidth() const; ///< from the left edge to the message
    void paintRow(QPainter &painter, qint64 row, int y) const;
    void paintText(QPainter &painter, const LogLine &line, const QRect &place) const;
    void paintHits(QPainter &painter, const LogLine &line, const QRect &place) const;
    void paintSelection(QPainter &painter, qint64 row, const LogLine &line, const QRect &place) const;
    int xOf(const LogLine &line, qsizetype column) const;
    LogPosition positionAt(const QPoint &point) const;
    void moveCurrent(qint64 row, bool select);
    void ensureVisible(qint64 row);
    void extendTo(const LogPosition &place);
    void userScrolled();

    LogState m_state;
    LogSlice m_slice;
    QString m_highlight;
    QString m_empty;
    LogPosition m_anchor;
    LogPosition m_head;
    qint64 m_current = -1;
    int m_rowHeight = 20;
    int m_cell = 7;
    int m_widest = 0; ///< cells of the widest message seen
    std::pair<qint64, int> m_wanted{ -1, 0 };
    QBasicTimer m_dragTimer;
    bool m_following = true;
    bool m_selecting = false;
};

} // namespace pilothouse
