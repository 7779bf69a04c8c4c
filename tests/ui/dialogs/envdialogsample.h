// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envdiffline.h"
#include "models/domain/failure.h"
#include "models/domain/formstate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/elidedlabel.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QtTest>

/// Values and hands that the tests of the dialogs about .env share.
namespace envdialogs {

using namespace pilothouse;

inline QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

inline QString dots()
{
    return QString(12, QChar(0x2022));
}

inline FormRow row(const char *key, const char *saved, const char *value, bool secret = false)
{
    FormRow row;
    row.spec.key = latin(key);
    row.present = value != nullptr;
    row.savedPresent = saved != nullptr;
    row.value = latin(value);
    row.savedValue = latin(saved);
    row.secret = secret;
    row.changed = row.present != row.savedPresent || row.value != row.savedValue;
    return row;
}

inline EnvDiffLine changed(int oldLine, int newLine, const QString &oldText, const QString &newText, const char *key)
{
    return { oldLine, newLine, oldText, newText, oldLine ? latin(key) : QString(), newLine ? latin(key) : QString() };
}

inline QList<EnvDiffLine> diff()
{
    const QString secret = latin("SESSION_SECRET=") + dots();
    return { changed(3, 3, latin("LLM_TIMEOUT=60"), latin("LLM_TIMEOUT=120"), "LLM_TIMEOUT"),
        changed(4, 4, secret, secret, "SESSION_SECRET"), changed(5, 0, latin("LOG_LEVEL=info"), QString(), "LOG_LEVEL"),
        { 0, 5, QString(), latin("# <b>quiet</b> again"), QString(), QString() } };
}

inline Failure failure()
{
    return { latin("x"), latin("The <i>folder</i> cannot be read."), latin("Permission denied."), latin("Give the right back."),
        {} };
}

inline QString words(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (!label->isHidden())
            texts << label->text();
    }
    for (const ElidedLabel *label : widget.findChildren<ElidedLabel *>())
        texts << label->text();
    for (const DiffView *view : widget.findChildren<DiffView *>())
        texts << view->toPlainText();
    for (const QTreeWidget *tree : widget.findChildren<QTreeWidget *>()) {
        for (QTreeWidgetItemIterator each(const_cast<QTreeWidget *>(tree)); *each; ++each) {
            for (int column = 0; column < tree->columnCount(); ++column)
                texts << (*each)->text(column);
        }
    }
    return texts.join(QLatin1Char('\n'));
}

inline QPushButton *button(QWidget &widget, const char *name)
{
    return widget.findChild<QPushButton *>(latin(name));
}

inline void press(QWidget &widget, const char *name)
{
    QPushButton *target = button(widget, name);
    QVERIFY2(target, name);
    QVERIFY2(target->isEnabled(), name);
    QTest::mouseClick(target, Qt::LeftButton);
}

inline QTreeWidgetItem *itemOf(QWidget &widget, const char *key)
{
    return widget.findChild<QTreeWidget *>()->findItems(latin(key), Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

inline void grab(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("PILOTHOUSE_PICTURES");
    widget.show();
    for (const ThemeChoice theme : { ThemeChoice::Light, ThemeChoice::Dark }) {
        applyTheme(*qApp, theme);
        QCoreApplication::sendPostedEvents();
        const QImage image = widget.grab().toImage();
        QVERIFY(!image.isNull());
        const char *tone = theme == ThemeChoice::Light ? "light" : "dark";
        if (!folder.isEmpty())
            QVERIFY(image.save(QStringLiteral("%1/%2-%3.png").arg(folder, latin(name), latin(tone))));
    }
    applyTheme(*qApp, ThemeChoice::Light);
}

} // namespace envdialogs
