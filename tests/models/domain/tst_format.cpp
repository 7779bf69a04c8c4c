// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/format.h"

#include <QTest>

using namespace pilothouse;

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void missingIsADash()
    {
        const QString dash = QString(QChar(0x2014));
        QCOMPARE(formatBytes(std::nullopt), dash);
        QCOMPARE(formatGib(std::nullopt), dash);
        QCOMPARE(formatRate(std::nullopt), dash);
        QCOMPARE(formatMs(std::nullopt), dash);
        QCOMPARE(formatPercent(std::nullopt), dash);
        QVERIFY(formatBytes(0) != dash);
    }
    void bytesTakeTheUnitThatFits()
    {
        QCOMPARE(plain(formatBytes(23'407'571'763)), QStringLiteral("21.8 GiB"));
        QCOMPARE(plain(formatBytes(qint64(512) << 20)), QStringLiteral("512 MiB"));
        QCOMPARE(plain(formatBytes(900)), QStringLiteral("900 B"));
        QCOMPARE(formatGib(204'010'946), QStringLiteral("0.19"));
        QCOMPARE(formatGib(qint64(24) << 30), QStringLiteral("24.0"));
    }
    void unitIsKeptTogetherWithItsFigure() { QVERIFY(formatBytes(1024).contains(QChar(QChar::Nbsp))); }
    void ratesHaveOneDecimalBelowAHundred()
    {
        QCOMPARE(plain(formatRate(5.62)), QStringLiteral("5.6 tok/s"));
        QCOMPARE(plain(formatRate(168.4)), QStringLiteral("168 tok/s"));
        QCOMPARE(formatRate(99.97, false), QStringLiteral("100"));
    }
    void timesGrowTheirUnits()
    {
        QCOMPARE(plain(formatMs(142.2)), QStringLiteral("142 ms"));
        QCOMPARE(plain(formatMs(5'700)), QStringLiteral("5.7 s"));
        QCOMPARE(plain(formatMs(59'960)), QStringLiteral("1 min"));
        QCOMPARE(plain(formatMs(102'000)), QStringLiteral("1 min 42 s"));
        QCOMPARE(plain(formatDuration(41)), QStringLiteral("41 s"));
        QCOMPARE(plain(formatDuration(8'040)), QStringLiteral("2 h 14 min"));
    }
    void countsAreGroupedByAThinSpace()
    {
        QCOMPARE(formatCount(16'384), QStringLiteral("16") + QChar(0x202f) + QStringLiteral("384"));
        QCOMPARE(formatCount(-1'000), QStringLiteral("-1") + QChar(0x202f) + QStringLiteral("000"));
        QCOMPARE(formatCount(999), QStringLiteral("999"));
    }
    void decimalsFollowTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::Russian));
        QCOMPARE(plain(formatBytes(23'407'571'763)), QStringLiteral("21,8 GiB"));
    }

private:
    static QString plain(QString text) { return text.replace(QChar(QChar::Nbsp), QLatin1Char(' ')); }
};

QTEST_MAIN(TestFormat)
#include "tst_format.moc"
