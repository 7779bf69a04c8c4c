// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/gui/application.h"
#include "tests/support/windowdisplay.h"
#include "tests/support/windowhand.h"
#include "tests/support/windowplace.h"
#include "ui/dialogs/closedialog.h"
#include "ui/dialogs/modelchooser.h"
#include "ui/dialogs/switchdialog.h"
#include "ui/pages/chat/answerbubble.h"
#include "ui/pages/chat/composer.h"

#include <QApplication>
#include <QTreeView>

using namespace pilothouse;
using namespace windowtest;

/// Where the journey takes place; main() lays it.
inline const Place *place = nullptr;

/// The program in its window, and what a user does in several steps of the journey.
class WindowJourney : public QObject
{
    Q_OBJECT

protected:
    Answers m_answers;
    std::unique_ptr<Application> m_application;
    qint64 m_pid = 0;

    Panel &panel() const { return m_application->panel(); }
    MainWindow *window() const { return &panel().window(); }
    DeploymentSession &session() const { return panel().session(); }
    const ProviderStatus &status() const { return session().status(); }
    bool isReadyWith(const QString &model) const
    {
        return status().state == ProviderState::Ready && status().serves(ModelName(model));
    }

    void open()
    {
        m_application = std::make_unique<Application>(m_answers);
        m_application->setGeometry(QRect(0, 0, 1280, 800));
        m_application->openOrExplain(place->deployment());
        QVERIFY(QTest::qWaitForWindowExposed(window()));
        QVERIFY(activate(window()));
        QTRY_VERIFY(!window()->currentPage().isEmpty());
    }

    void ask(const QString &question)
    {
        press(window(), Qt::Key_5, Qt::ControlModifier);
        QTRY_COMPARE(window()->currentPage(), QStringLiteral("chat"));
        auto *composer = seen<Composer>(window(), [](Composer *) { return true; });
        QVERIFY(click(composer));
        type(window(), question);
        QCOMPARE(composer->toPlainText(), question);
        press(window(), Qt::Key_Return);
    }

    AnswerBubble *lastAnswer() const
    {
        const QList<AnswerBubble *> answers = window()->findChildren<AnswerBubble *>();
        return answers.isEmpty() ? nullptr : answers.last();
    }

    SwitchDialog *chooseInSwitchDialog(const QString &model)
    {
        press(window(), Qt::Key_M, Qt::ControlModifier);
        auto *dialog = dialogOf<SwitchDialog>(window());
        if (!dialog)
            return nullptr;
        QTreeView *table = dialog->chooser()->table();
        QModelIndex row;
        const bool found = QTest::qWaitFor(
            [&] {
                const auto hits = table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, model, 1, Qt::MatchExactly);
                row = hits.isEmpty() ? QModelIndex() : hits.first();
                return row.isValid() && table->isVisible();
            },
            10'000);
        if (!found)
            return nullptr;
        const QPoint at = table->viewport()->mapTo(table, table->visualRect(row).center());
        picture(dialog, QStringLiteral("5-choose"));
        return click(table, at) && click(named(dialog, "showPlan")) ? dialog : nullptr;
    }

    CloseDialog *closeAndAsk()
    {
        press(window(), Qt::Key_Q, Qt::ControlModifier);
        return dialogOf<CloseDialog>(window());
    }
};
