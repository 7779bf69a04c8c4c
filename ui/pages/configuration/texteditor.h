// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formstate.h"
#include "ui/pages/configuration/lineformats.h"

#include <QHash>
#include <QPlainTextEdit>

namespace pilothouse {

class TextGutter;

/// The .env as text. It never owns the truth: what is typed goes out as edited(), and the next setState() decides what
/// stands there; an edit that is refused is taken back by it. A hidden value is one run of dots: the cursor steps over it,
/// it is removed as a whole or not at all. Undo belongs to the document behind both views.
class TextEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TextEditor(QWidget *parent = nullptr);

    /// Changes only what differs, so that cursor, selection and scroll position stay.
    void setState(const QString &text, const QList<SecretRun> &runs, int cursor);
    void setMarks(const QHash<int, LineMark> &marks);
    LineMark mark(int line) const { return m_marks.value(line); }
    void showLine(int line); ///< moves there when the operator works elsewhere; 0: nothing
    int currentLine() const; ///< 1-based
    const SecretRun *runAt(int position) const; ///< that contains or touches the position
    const SecretRun *runOnLine(int line) const;
    bool showsSecret() const;

    int markMatches(const QString &text); ///< how many there are; "" takes the marks away
    bool goToMatch(const QString &text, bool forward, int *number = nullptr); ///< selects; number: which one, from 1

Q_SIGNALS:
    void edited(int position, int removed, const QString &inserted);
    void refused(const QString &why); ///< by the editor itself: cutting dots
    void lineChanged(int line);
    void showSecretRequested(int position);
    void hideSecretsRequested();
    void undoRequested();
    void redoRequested();
    void fieldRequested(int line); ///< Ctrl+Return or double click on the number: to the row of this line

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    friend class TextGutter;
    void reportEdit();
    void replaceText(const QString &text);
    void cursorMoved();
    void keepOutOfRuns();
    bool selectRunBeside(bool forward);
    bool holdsDots(int from, int to) const;
    void cutSelection();
    void describeLine();
    void layOutGutter(int lines);

    TextGutter *m_gutter;
    QString m_shown; ///< what the document holds, one "\n" a line end
    QList<SecretRun> m_runs;
    QHash<int, LineMark> m_marks;
    QString m_searched;
    bool m_applying = false;
    bool m_inStep = true; ///< m_runs belong to m_shown
    int m_lastPosition = 0;
    int m_lastLine = 1;
};

/// Line numbers, unsaved marks, and an icon for findings and hidden values; its tooltip says what.
class TextGutter : public QWidget
{
    Q_OBJECT
public:
    explicit TextGutter(TextEditor *editor);
    int neededWidth(int lines) const;
    int lineAt(int y) const; ///< 0 below the last line

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    TextEditor *m_editor;
};

} // namespace pilothouse
