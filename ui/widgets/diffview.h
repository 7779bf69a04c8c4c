// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envdiffline.h"

#include <QPlainTextEdit>

namespace pilothouse {

/// The changed lines of a file: a red line per old one, a green line per new one, numbers and signs at the left, the part
/// that differs marked stronger. Read-only, can be selected and copied; long lines wrap.
class DiffView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);

    void setLines(const QList<EnvDiffLine> &lines);
    void setFitted(bool fitted); ///< as high as its lines, never scrolled: for one place among others
    QString patch() const { return m_patch; } ///< "-KEY=old\n+KEY=new", as shown: secrets stay masked

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        int number = 0;
        bool added = false;
        QString text;
        int from = 0; ///< the part that differs from its partner
        int to = 0;
    };

    void add(int number, bool added, const QString &text, const QString &partner, bool hasPartner);
    void paint();
    void fit();
    void paintGutter(QWidget *gutter);

    QList<Line> m_lines;
    QString m_patch;
    QWidget *m_gutter;
    bool m_fitted = false;
};

/// The same lines for the clipboard and for assistive technology.
QString patchOf(const QList<EnvDiffLine> &lines);

} // namespace pilothouse
