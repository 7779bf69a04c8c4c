// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QTest>

#include <cmath>

#include "ui/widgets/controls.h"

using namespace pilothouse;

namespace {

/// WCAG 2.1 relative luminance and contrast.
double luminance(const QColor &color)
{
    const auto linear
        = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastRatiosAreThoseOfTheTable_data();
    void contrastRatiosAreThoseOfTheTable();
    void everyToneDiffersFromInvalidInBothThemes();
    void selectedTextInFieldsStaysReadable();
    void iconTakesTheColourAskedFor();
    void iconFollowsTheTheme();
    void everyIconFileCanBeDrawn();
    void labelToneFollowsTheTheme();
    void typeSizesDeriveFromTheApplicationFont();
};

void TestTheme::contrastRatiosAreThoseOfTheTable_data()
{
    QTest::addColumn<int>("front");
    QTest::addColumn<int>("back");
    QTest::addColumn<double>("light");
    QTest::addColumn<double>("dark");
    const auto row = [](const char *name, Tone front, Tone back, double light, double dark) {
        QTest::newRow(name) << int(front) << int(back) << light << dark;
    };
    row("text on base", Tone::Text, Tone::Base, 16.5, 13.6);
    row("text on window", Tone::Text, Tone::Window, 15.1, 14.9);
    row("text2 on base", Tone::Text2, Tone::Base, 7.6, 8.1);
    row("text2 on window", Tone::Text2, Tone::Window, 6.9, 8.9);
    row("text3 on base", Tone::Text3, Tone::Base, 5.7, 6.1);
    row("text3 on window", Tone::Text3, Tone::Window, 5.3, 6.7);
    row("text3 on nav", Tone::Text3, Tone::Nav, 4.9, 7.0);
    row("text3 on accent tint", Tone::Text3, Tone::AccentTint, 4.7, 4.6);
    row("accent on base", Tone::Accent, Tone::Base, 6.3, 7.1);
    row("on accent on accent", Tone::OnAccent, Tone::Accent, 6.3, 7.2);
    row("accent text on its tint", Tone::AccentText, Tone::AccentTint, 7.4, 8.3);
    row("ok on base", Tone::Ok, Tone::Base, 5.6, 7.5);
    row("ok on ok tint", Tone::Ok, Tone::OkTint, 4.7, 6.2);
    row("warn on base", Tone::Warn, Tone::Base, 6.3, 8.4);
    row("warn on warn tint", Tone::Warn, Tone::WarnTint, 5.6, 7.1);
    row("error on base", Tone::Error, Tone::Base, 6.6, 7.2);
    row("error on error tint", Tone::Error, Tone::ErrorTint, 5.5, 6.3);
    row("info on base", Tone::Info, Tone::Base, 6.4, 7.8);
    row("info on info tint", Tone::Info, Tone::InfoTint, 5.3, 6.5);
    row("field border on base", Tone::Line2, Tone::Base, 3.3, 3.8);
    row("field border on window", Tone::Line2, Tone::Window, 3.0, 4.1);
    row("drift dashes on base", Tone::WarnLine, Tone::Base, 3.3, 8.4);
    row("series 1 on base", Tone::Series1, Tone::Base, 8.4, 6.0);
    row("series 2 on base", Tone::Series2, Tone::Base, 4.9, 6.9);
    row("series 3 on base", Tone::Series3, Tone::Base, 3.5, 8.9);
    row("series 4 on base", Tone::Series4, Tone::Base, 4.5, 4.7);
    row("series 5 on base", Tone::Series5, Tone::Base, 4.4, 11.7);
    row("series 6 on base", Tone::Series6, Tone::Base, 7.5, 5.4);
}

void TestTheme::contrastRatiosAreThoseOfTheTable()
{
    QFETCH(int, front);
    QFETCH(int, back);
    QFETCH(double, light);
    QFETCH(double, dark);
    for (const bool isDarkTheme : { false, true }) {
        const QPalette palette = themePalette(isDarkTheme);
        const double ratio = contrast(toneColor(Tone(front), palette), toneColor(Tone(back), palette));
        const double expected = isDarkTheme ? dark : light;
        QVERIFY2(std::abs(ratio - expected) <= 0.06, qPrintable(QStringLiteral("%1, expected %2").arg(ratio).arg(expected)));
    }
}

void TestTheme::everyToneDiffersFromInvalidInBothThemes()
{
    for (const bool dark : { false, true }) {
        const QPalette palette = themePalette(dark);
        QCOMPARE(isDark(palette), dark);
        for (int tone = 0; tone <= int(Tone::Series6); ++tone) {
            QVERIFY(toneColor(Tone(tone), palette).isValid());
            QCOMPARE(toneColor(Tone(tone), palette).alpha(), 255);
        }
    }
}

void TestTheme::selectedTextInFieldsStaysReadable()
{
    for (const bool dark : { false, true }) {
        const QPalette palette = themePalette(dark);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    }
}

void TestTheme::iconTakesTheColourAskedFor()
{
    const QImage image = iconPixmap(QStringLiteral("check"), QColor(200, 10, 30), 32, 1).toImage();
    bool found = false;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 250)
                continue;
            QCOMPARE(pixel.rgb(), qRgb(200, 10, 30));
            found = true;
        }
    }
    QVERIFY(found);
    QCOMPARE(iconPixmap(QStringLiteral("check"), Qt::red, 16, 2).size(), QSize(32, 32));
    QVERIFY(themedIcon(QStringLiteral("no-such-icon")).isNull());
}

void TestTheme::iconFollowsTheTheme()
{
    const QIcon icon = themedIcon(QStringLiteral("check"));
    applyTheme(*qApp, ThemeChoice::Light);
    const QImage light = icon.pixmap(16).toImage();
    applyTheme(*qApp, ThemeChoice::Dark);
    const QImage dark = icon.pixmap(16).toImage();
    applyTheme(*qApp, ThemeChoice::Light);
    QVERIFY(light != dark);
    QVERIFY(icon.pixmap(16, QIcon::Disabled).toImage() != light);
}

void TestTheme::everyIconFileCanBeDrawn()
{
    const QStringList names = QDir(QStringLiteral(":/icons")).entryList();
    QVERIFY(names.size() > 40);
    for (const QString &file : names) {
        const QImage image = iconPixmap(file.chopped(4), Qt::black, 16, 1).toImage();
        bool drawn = false;
        for (int i = 0; i < 256; ++i)
            drawn = drawn || qAlpha(image.pixel(i % 16, i / 16)) > 100;
        QVERIFY2(drawn, qPrintable(file));
    }
}

void TestTheme::labelToneFollowsTheTheme()
{
    applyTheme(*qApp, ThemeChoice::Light);
    QLabel *label = makeLabel(QStringLiteral("<b>plain</b>"), TypeRole::Body, Tone::Text3);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(label->palette().color(QPalette::WindowText), toneColor(Tone::Text3, themePalette(false)));
    applyTheme(*qApp, ThemeChoice::Dark);
    QTRY_COMPARE(label->palette().color(QPalette::WindowText), toneColor(Tone::Text3, themePalette(true)));
    setLabelTone(label, Tone::Error);
    QCOMPARE(label->palette().color(QPalette::WindowText), toneColor(Tone::Error, themePalette(true)));
    delete label;
}

void TestTheme::typeSizesDeriveFromTheApplicationFont()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(20);
    QApplication::setFont(large);
    QCOMPARE(typeFont(TypeRole::Body).pointSizeF(), 20.0);
    QCOMPARE(typeFont(TypeRole::Figure).pointSizeF(), 43.0);
    QVERIFY(typeFont(TypeRole::CardTitle).weight() >= QFont::DemiBold);
    QApplication::setFont(before);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
