// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/logcard.h"
#include "ui/pages/provider/logcells.h"
#include "ui/pages/provider/logview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segmentedswitch.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace pilothouse;

/// A log in memory that answers a card as the reader does.
class Source : public QObject
{
    Q_OBJECT
public:
    explicit Source(LogCard *card) : m_card(card)
    {
        connect(card, &LogCard::windowWanted, this, [this](qint64 first, int count, bool last) {
            m_first = first;
            m_count = count;
            m_last = last;
            QMetaObject::invokeMethod(this, &Source::tell, Qt::QueuedConnection);
        });
        connect(card, &LogCard::copyWanted, this,
            [this](const LogPosition &from, const LogPosition &to) { copies << qMakePair(from, to); });
        connect(card, &LogCard::queryChanged, this, [this](const LogQuery &query) { queries << query; });
    }

    void add(const QString &text, LogLevel level = LogLevel::Info, qsizetype head = 0)
    {
        LogLine line;
        line.number = m_lines.size();
        line.level = level;
        line.text = text;
        line.head = head;
        if (head > 0)
            line.time = QStringLiteral("14:33:05");
        line.word = level == LogLevel::Error ? QStringLiteral("ERROR") : QStringLiteral("INFO");
        m_lines << line;
    }
    void addNumbered(int count)
    {
        for (int line = 0; line < count; ++line)
            add(QStringLiteral("line %1").arg(m_lines.size()));
    }
    void tell()
    {
        LogState state;
        state.generation = generation;
        state.firstRow = dropped;
        state.endRow = m_lines.size();
        state.lines = m_lines.size() - dropped;
        state.dropped = dropped > 0;
        for (const LogLine &line : m_lines)
            ++state.levels[size_t(line.level)];
        LogSlice slice;
        slice.generation = generation;
        slice.firstRow = qMax(dropped, m_last ? m_lines.size() - m_count : m_first);
        slice.lines = m_lines.mid(slice.firstRow, m_count);
        m_card->setNews(state, slice);
    }

    quint64 generation = 1;
    qint64 dropped = 0;
    QList<QPair<LogPosition, LogPosition>> copies;
    QList<LogQuery> queries;

private:
    LogCard *m_card;
    QList<LogLine> m_lines;
    qint64 m_first = 0;
    int m_count = 0;
    bool m_last = true;
};

class LogViewTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<LogCard> m_card;
    std::unique_ptr<Source> m_source;

    LogView *view() const { return m_card->view(); }
    bool isShown(qint64 row) const
    {
        const qint64 rows = view()->verticalScrollBar()->pageStep();
        return view()->lineAt(row) && row >= view()->topRow() && row < view()->topRow() + rows;
    }
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(view(), Qt::Key(code), modifiers);
        QCoreApplication::sendPostedEvents();
    }
    void fill(int lines)
    {
        m_source->addNumbered(lines);
        m_source->tell();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents();
    }

private Q_SLOTS:
    void init()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        m_card = std::make_unique<LogCard>();
        m_source = std::make_unique<Source>(m_card.get());
        m_card->resize(640, 400);
        m_card->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_card.get()));
    }
    void cleanup()
    {
        m_source.reset();
        m_card.reset();
    }

    void theEndIsFollowedUntilOneScrollsUp()
    {
        fill(1'000);
        QVERIFY(view()->isFollowing() && isShown(999));
        fill(50);
        QVERIFY(isShown(1'049));
        view()->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        QVERIFY(!view()->isFollowing());
        const qint64 top = view()->topRow();
        fill(50);
        QCOMPARE(view()->topRow(), top);
        QVERIFY(isShown(top));
        key(Qt::Key_End);
        QVERIFY(view()->isFollowing() && isShown(1'099));
        auto *follow = m_card->findChild<QCheckBox *>(QString(), Qt::FindChildrenRecursively);
        QVERIFY(follow);
    }

    void onlyAFewRowsAreAtHandWhereverOneLooks()
    {
        fill(200'000);
        QVERIFY(view()->loadedText().count(u'\n') < 200);
        for (const int row : { 0, 77'777, 199'000 }) {
            view()->showRow(row);
            QTRY_VERIFY(isShown(row));
            QCOMPARE(view()->lineAt(row)->text, QStringLiteral("line %1").arg(row));
            QVERIFY(view()->loadedText().count(u'\n') < 300);
        }
    }

    void keysMoveTheCurrentRow()
    {
        fill(500);
        view()->setFocus(Qt::TabFocusReason);
        QCOMPARE(view()->currentRow(), 499);
        key(Qt::Key_Up);
        QCOMPARE(view()->currentRow(), 498);
        QVERIFY(!view()->isFollowing());
        key(Qt::Key_Home);
        QCOMPARE(view()->currentRow(), 0);
        QVERIFY(isShown(0));
        key(Qt::Key_PageDown);
        QVERIFY(view()->currentRow() > 5);
        key(Qt::Key_Up);
        key(Qt::Key_Down);
        key(Qt::Key_PageUp);
        QCOMPARE(view()->currentRow(), 0);
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(m_source->copies.last().first, (LogPosition{ 0, 0 }));
        QCOMPARE(m_source->copies.last().second.row, 2);
        QVERIFY(m_source->copies.last().second.column > 1'000);
        key(Qt::Key_Escape);
        QVERIFY(!view()->selection());
        key(Qt::Key_C, Qt::ControlModifier); // without a selection the current row
        QCOMPARE(m_source->copies.last().first, (LogPosition{ 2, 0 }));
        key(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(view()->selection()->first, (LogPosition{ 1, 0 }));
        QCOMPARE(view()->selection()->second.row, 2);
        key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view()->selection()->first.row, 0);
        QCOMPARE(view()->selection()->second.row, 499);
    }

    void theMouseSelectsAcrossRows()
    {
        for (int line = 0; line < 5; ++line)
            m_source->add(QStringLiteral("INFO head message %1").arg(line), LogLevel::Info, 10);
        fill(0);
        QWidget *area = view()->viewport();
        const int cell = QFontMetrics(view()->font()).horizontalAdvance(QLatin1Char('0'));
        const auto place = [&](int row, int column) { // of the message
            for (int x = 0; x < area->width(); ++x) {
                if (x >= 13 + 15 * cell + cell / 2 + column * cell)
                    return QPoint(x, row * view()->verticalScrollBar()->singleStep() * 20 + 8);
            }
            return QPoint();
        };
        QTest::mousePress(area, Qt::LeftButton, Qt::NoModifier, place(1, 3));
        QTest::mouseMove(area, place(2, 5));
        QTest::mouseRelease(area, Qt::LeftButton, Qt::NoModifier, place(2, 5));
        QVERIFY(view()->selection());
        QCOMPARE(view()->selection()->first, (LogPosition{ 1, 13 }));
        QCOMPARE(view()->selection()->second, (LogPosition{ 2, 15 }));
        QVERIFY(!view()->isFollowing());
        QTest::mouseDClick(area, Qt::LeftButton, Qt::NoModifier, place(3, 2));
        QCOMPARE(view()->selection()->first, (LogPosition{ 3, 10 }));
        QCOMPARE(view()->selection()->second, (LogPosition{ 3, 17 })); // "message"
        view()->copy();
        QCOMPARE(m_source->copies.size(), 1);
        m_card->putOnClipboard(QStringLiteral("a\nb"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a\nb"));
    }

    void whatIsDroppedLeavesTheRestInPlace()
    {
        fill(1'000);
        view()->showRow(600);
        QTRY_VERIFY(isShown(600));
        const qint64 top = view()->topRow();
        m_source->dropped = 300;
        fill(10);
        QCOMPARE(view()->topRow(), top);
        QCOMPARE(view()->currentRow(), 600);
        m_source->dropped = 900;
        fill(10);
        QVERIFY(isShown(900));
        key(Qt::Key_Up);
        QVERIFY(view()->currentRow() >= 900);
    }

    void searchAndFilterAreToldAsOneQuery()
    {
        fill(100);
        QSignalSpy hits(m_card.get(), &LogCard::hitWanted);
        QSignalSpy lines(m_card.get(), &LogCard::lineWanted);
        auto *search = m_card->findChild<QLineEdit *>();
        m_card->focusSearch();
        QTest::keyClicks(search, QStringLiteral("needle"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(m_source->queries.last().text, QStringLiteral("needle"));
        QVERIFY(!m_source->queries.last().onlyMatches);
        QVERIFY(hits.count() >= 1);
        m_card->setFound(1, 42);
        QCOMPARE(view()->currentRow(), 42);
        QTest::keyClick(search, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(hits.last().at(0).toBool(), true);
        QCOMPARE(hits.last().at(1).toLongLong(), 42);
        QTRY_VERIFY(view()->lineAt(42));
        m_card->findChild<SegmentedSwitch *>()->setCurrent(3);
        QCOMPARE(*m_source->queries.last().level, LogLevel::Error);
        QCOMPARE(lines.last().at(0).toLongLong(), 42); // stays in sight
        m_card->setFound(2, 7); // the answer is earlier than the rows
        QVERIFY(view()->currentRow() != 7);
        m_source->generation = 2;
        fill(0);
        QCOMPARE(view()->currentRow(), 7);
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
    }

    void theFirstErrorIsJumpedTo()
    {
        fill(100);
        QSignalSpy wanted(m_card.get(), &LogCard::firstErrorWanted);
        QToolButton *button = nullptr;
        for (QToolButton *candidate : m_card->findChildren<QToolButton *>()) {
            if (candidate->accessibleName().contains(QLatin1String("first error")))
                button = candidate;
        }
        QVERIFY(button && !button->isEnabled());
        m_source->add(QStringLiteral("ERROR bad"), LogLevel::Error);
        fill(100);
        QVERIFY(button->isEnabled());
        button->click();
        QCOMPARE(wanted.count(), 1);
        m_card->setFound(1, 100);
        QTRY_VERIFY(isShown(100));
        QVERIFY(!view()->isFollowing());
    }

    void screenReadersHearTheCurrentRow()
    {
        m_source->add(QStringLiteral("ERROR 14:33:05 it broke"), LogLevel::Error, 15);
        fill(0);
        view()->showRow(0);
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(view());
        QVERIFY(access && access->isValid());
        QCOMPARE(access->role(), QAccessible::EditableText);
        QVERIFY(access->state().readOnly && access->state().multiLine);
        QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Provider log"));
        QCOMPARE(access->text(QAccessible::Value), QStringLiteral("ERROR it broke"));
        QVERIFY(access->textInterface());
        QCOMPARE(access->textInterface()->text(0, 5), QStringLiteral("ERROR"));
    }

    void hostileLinesArePainted()
    {
        m_source->add(QString(4'096, QLatin1Char('x')));
        m_source->add(QStringLiteral("e") + QString(4'000, QChar(0x0301)));
        m_source->add(QString(4'096, QChar(0x4E2D)));
        m_source->add(QString(4'096, QLatin1Char('\t')));
        m_source->add(QStringLiteral("<img src=\"/etc/passwd\"><b>bold</b> &amp;"));
        m_source->add(QString::fromUcs4(U"😀👩‍👩‍👧‍👦") + QChar(0xD800));
        m_source->add(QString());
        m_card->findChild<QLineEdit *>()->setText(QStringLiteral("x"));
        fill(0);
        view()->selectAll();
        for (const int place : { 0, 300, 100'000 }) {
            view()->horizontalScrollBar()->setValue(place);
            QVERIFY(!view()->viewport()->grab().isNull());
        }
        QVERIFY(view()->horizontalScrollBar()->maximum() > 4'096 * 5);
    }

    void cellsAreCountedAsATerminalDoes()
    {
        using namespace logcells;
        QCOMPARE(count(u"abc"), 3);
        QCOMPARE(count(u"a\tb"), 9);
        QCOMPARE(count(u"中文"), 4);
        QCOMPARE(count(u"e\u0301x"), 2);
        QCOMPARE(count(QString::fromUcs4(U"😀")), 2);
        QCOMPARE(columnAt(u"中文", 1), 0);
        QCOMPARE(columnAt(u"中文", 2), 1);
        QCOMPARE(columnAt(u"e\u0301x", 1), 2);
        QCOMPARE(columnAt(u"abc", 9), 3);
        QCOMPARE(cellOf(u"a\tb", 2), 8);
    }

    void aFloodOfNewsKeepsTheEndInSight()
    {
        for (int round = 0; round < 200; ++round)
            fill(500);
        QVERIFY(isShown(99'999));
        QVERIFY(view()->loadedText().count(u'\n') < 200);
    }
};

QTEST_MAIN(LogViewTest)
#include "tst_logview.moc"
