// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/format.h"
#include "models/tables/eventtablemodel.h"
#include "models/tables/modeltablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

using namespace pilothouse;

namespace {

ModelEntry model(const char *name, qint64 bytes)
{
    ModelEntry entry;
    entry.name = ModelName(QString::fromUtf8(name));
    entry.provider = QStringLiteral("ollama");
    entry.source = QStringLiteral("installed");
    entry.sizeBytes = bytes;
    return entry;
}

Event eventAt(int second, const char *title)
{
    Event result;
    result.at = QDateTime::fromSecsSinceEpoch(1'700'000'000 + second);
    result.title = QString::fromUtf8(title);
    return result;
}

QStringList names(const ModelTableModel &table)
{
    QStringList result;
    for (const ModelEntry &entry : table.rows())
        result << entry.name.text();
    return result;
}

} // namespace

class TestTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesAreMadeRowByRow();
    void oneChangedValueIsOneDataChange();
    void everyOrderIsReached();
    void unknownFiguresAreDashesAndSortLast();
    void currentModelIgnoresCaseAndLatest();
    void aNewEventIsOneInsertedRow();
    void equalEventsMayOccurTwice();
};

void TestTables::changesAreMadeRowByRow()
{
    ModelTableModel table;
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&table, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&table, &QAbstractItemModel::rowsRemoved);
    table.setRows({ model("a", 1), model("b", 2), model("c", 3) });
    QPersistentModelIndex last = table.index(2, 0);
    table.setRows({ model("a", 1), model("x", 9), model("c", 3) });
    QCOMPARE(names(table), QStringList({ QStringLiteral("a"), QStringLiteral("x"), QStringLiteral("c") }));
    QVERIFY(last.isValid());
    QCOMPARE(last.row(), 2);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 4);
    QCOMPARE(removed.count(), 1);
}

void TestTables::oneChangedValueIsOneDataChange()
{
    ModelTableModel table;
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setRows({ model("a", 1), model("b", 2) });
    QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
    table.setRows({ model("a", 1), model("b", 5) });
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
}

void TestTables::everyOrderIsReached()
{
    ModelTableModel table;
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<ModelEntry> rows{ model("a", 1), model("b", 1), model("c", 1), model("d", 1) };
    table.setRows(rows);
    for (int round = 0; round < 24; ++round) {
        std::next_permutation(
            rows.begin(), rows.end(), [](const ModelEntry &l, const ModelEntry &r) { return l.name.text() < r.name.text(); });
        table.setRows(rows);
        QCOMPARE(table.rows(), rows);
    }
    table.setRows({});
    QCOMPARE(table.rowCount(), 0);
}

void TestTables::unknownFiguresAreDashesAndSortLast()
{
    ModelTableModel table;
    ModelEntry bare;
    bare.name = ModelName(QStringLiteral("bare"));
    table.setRows({ bare });
    const QModelIndex size = table.index(0, ModelTableModel::SizeColumn);
    QCOMPARE(size.data().toString(), formatBytes(std::nullopt));
    QCOMPARE(size.data(ModelTableModel::SortRole).toLongLong(), -1);
    QCOMPARE(table.index(0, ModelTableModel::QuantizationColumn).data().toString(), QStringLiteral("—"));
}

void TestTables::currentModelIgnoresCaseAndLatest()
{
    ModelTableModel table;
    table.setRows({ model("smollm2:latest", 1), model("smollm2:135m", 1) });
    table.setCurrentModel(ModelName(QStringLiteral("SmolLM2")));
    QVERIFY(table.index(0, 0).data(ModelTableModel::CurrentRole).toBool());
    QVERIFY(!table.index(1, 0).data(ModelTableModel::CurrentRole).toBool());
}

void TestTables::aNewEventIsOneInsertedRow()
{
    EventTableModel table;
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setRows({ eventAt(2, "Ready"), eventAt(1, "Started") });
    QSignalSpy inserted(&table, &QAbstractItemModel::rowsInserted);
    QSignalSpy moved(&table, &QAbstractItemModel::rowsMoved);
    table.setRows({ eventAt(3, "Saved"), eventAt(2, "Ready"), eventAt(1, "Started") });
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(moved.count(), 0);
    QCOMPARE(table.index(0, EventTableModel::TitleColumn).data().toString(), QStringLiteral("Saved"));
}

void TestTables::equalEventsMayOccurTwice()
{
    EventTableModel table;
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setRows({ eventAt(1, "Saved"), eventAt(1, "Saved") });
    QCOMPARE(table.rowCount(), 2);
    table.setRows({ eventAt(1, "Saved") });
    QCOMPARE(table.rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
