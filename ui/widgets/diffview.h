// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envdiffline.h"

#include <QTextEdit>

#include <functional>

namespace pilothouse {

/// The changed lines of a file: a red line per old one, a green line per new one, numbers and signs at the left, the part
/// that differs marked stronger. Read-only, can be selected and copied; long lines wrap.
class DiffView : public QTextEdit
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);

    void setLines(const QList<EnvDiffLine> &lines);
    void setFitted(bool fitted); ///< as high as its lines, never scrolled: for one place among others

    void setQuiet(bool quiet); ///< without colours: these lines are left out

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Mark
    {
        int number = 0;
        bool added = false;
    };

    void build();
    void append(QTextCursor &cursor, bool added, const QString &text, const QString *partner);
    void fit();
    int rowHeight() const;
    QColor groundOf(bool added) const;
    void eachVisible(const std::function<void(const Mark &, const QRectF &)> &draw) const;
    void paintGutter(QWidget *gutter);

    QList<EnvDiffLine> m_lines;
    QList<Mark> m_marks; ///< one a block
    QWidget *m_gutter;
    bool m_fitted = false;
    bool m_quiet = false;
};

/// The same lines for the clipboard and for assistive technology: "-KEY=old\n+KEY=new".
QString patchOf(const QList<EnvDiffLine> &lines);

} // namespace pilothouse
