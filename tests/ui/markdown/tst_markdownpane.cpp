// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markdown/markdownpane.h"

#include "tests/ui/markdown/corpus.h"
#include "ui/theme/theme.h"
#include "ui/theme/tone.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QRandomGenerator>
#include <QTextTable>
#include <QToolButton>
#include <QtTest>

using namespace pilothouse;

namespace {

/// Text without what layout is free to choose: breaks and spaces.
QString essence(QString text)
{
    text.remove(QChar::ObjectReplacementCharacter);
    text.remove(QChar(0xfdd0)).remove(QChar(0xfdd1));
    return text.remove(QRegularExpression(QStringLiteral("\\s")));
}

QString reference(const QString &markdown)
{
    QTextDocument document;
    document.setMarkdown(
        markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    return document.toPlainText();
}

void stream(MarkdownPane &pane, const QString &text, int largestChunk, quint32 seed)
{
    QRandomGenerator random(seed);
    for (qsizetype at = 0; at < text.size();) {
        const int chunk = random.bounded(1, largestChunk + 1);
        pane.appendText(text.mid(at, chunk));
        if (random.bounded(3) == 0)
            QTest::qWait(random.bounded(2) ? 17 : 0);
        at += chunk;
    }
    pane.finish();
    QTRY_VERIFY(pane.isSettled());
}

} // namespace

class TestMarkdownPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void wholeTextEqualsTheImporter()
    {
        for (const QString &text : markdownCorpus()) {
            MarkdownPane pane;
            pane.resize(600, 400);
            pane.setText(text);
            QTRY_VERIFY(pane.isSettled());
            QString expected = reference(text);
            QCOMPARE(essence(pane.toPlainText()), essence(expected));
        }
    }

    void streamedTextEqualsWholeText()
    {
        quint32 seed = 1;
        for (const QString &text : markdownCorpus()) {
            MarkdownPane whole;
            whole.resize(600, 400);
            whole.setText(text);
            QTRY_VERIFY(whole.isSettled());
            MarkdownPane pane;
            pane.resize(600, 400);
            stream(pane, text, 9, ++seed);
            QCOMPARE(pane.plainText(), whole.plainText());
            QCOMPARE(pane.document()->toHtml(), whole.document()->toHtml());
        }
    }

    void longParagraphHasNoBreakAtTheEnd()
    {
        const QString text = QStringLiteral("some **bold words and** plain ones ").repeated(200);
        MarkdownPane pane;
        pane.resize(600, 400);
        stream(pane, text, 60, 3);
        QCOMPARE(pane.document()->blockCount(), 1);
        QCOMPARE(essence(pane.toPlainText()), essence(reference(text)));
    }

    void imagesBecomeWordsAndHtmlStays()
    {
        MarkdownPane pane;
        pane.setText(QStringLiteral(
            "![a cat](https://evil.example/cat.png?q=1)\n\n<img src=\"/etc/passwd\"> <think>\n\n![](file:///dev/zero)"));
        QTRY_VERIFY(pane.isSettled());
        const QString shown = pane.plainText();
        QVERIFY2(shown.contains(QStringLiteral("[image: a cat — evil.example]")), qPrintable(shown));
        QVERIFY(shown.contains(QStringLiteral("<img src=\"/etc/passwd\"> <think>")));
        QVERIFY2(!pane.document()->toHtml().contains(QLatin1String("<img")), "an image is in the document");
    }

    void onlyWebLinksAreLinks()
    {
        MarkdownPane pane;
        pane.resize(700, 300);
        pane.setText(QStringLiteral("[web](https://example.org/x) [file](file:///etc/passwd) [js](javascript:alert(1)) "
                                    "[vs](vscode://x) [rel](//host/x)"));
        QTRY_VERIFY(pane.isSettled());
        QStringList anchors;
        for (QTextBlock block = pane.document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                if (it.fragment().charFormat().isAnchor())
                    anchors << it.fragment().charFormat().anchorHref();
            }
        }
        QCOMPARE(anchors, QStringList{ QStringLiteral("https://example.org/x") });
        QVERIFY(pane.plainText().contains(QStringLiteral("file (file:///etc/passwd)")));
    }

    void clickOnALinkIsAWishAndLoadsNothing()
    {
        MarkdownPane pane;
        pane.resize(400, 100);
        pane.setText(QStringLiteral("[a rather long link text](https://example.org/x)"));
        pane.show();
        QTRY_VERIFY(pane.isSettled());
        QSignalSpy wishes(&pane, &MarkdownPane::linkActivated);
        QTest::mouseClick(pane.viewport(), Qt::LeftButton, {}, QPoint(20, 8));
        QCOMPARE(wishes.size(), 1);
        QCOMPARE(wishes.first().first().toUrl(), QUrl(QStringLiteral("https://example.org/x")));
        Q_EMIT pane.anchorClicked(QUrl(QStringLiteral("file:///etc/hostname")));
        QCOMPARE(wishes.size(), 1);
        QVERIFY(pane.plainText().contains(QStringLiteral("rather long")));
    }

    void selectionIsCopiedWithMarkersAndWithoutImages()
    {
        MarkdownPane pane;
        pane.setText(QStringLiteral("1. one\n2. two **bold**\n\n| a | b |\n|---|---|\n| c | d |\n\n![x](/etc/passwd)\n"));
        pane.show();
        QTRY_VERIFY(pane.isSettled());
        QTest::keySequence(&pane, QKeySequence::SelectAll);
        QTest::keySequence(&pane, QKeySequence::Copy);
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->text().trimmed(), QStringLiteral("1. one\n2. two bold\na\tb\nc\td\n[image: x — no host]"));
        QVERIFY(copied->html().contains(QLatin1String("<b>bold</b>")));
        QVERIFY(!copied->html().contains(QLatin1String("<img")));
    }

    void copyButtonGivesTheCode()
    {
        MarkdownPane pane;
        pane.resize(500, 300);
        pane.setText(QStringLiteral("Look:\n\n```python\ndef f():\n    return 1\n```\n\nand\n\n```\nsecond\n```\n"));
        pane.show();
        QTRY_VERIFY(pane.isSettled());
        const QList<QToolButton *> buttons = pane.findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 2);
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("def f():\n    return 1\n"));
        QTest::mouseClick(buttons.last(), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("second\n"));
    }

    void themeChangeWritesTheColoursAgain()
    {
        MarkdownPane pane;
        pane.setText(QStringLiteral("[link](https://example.org/x)"));
        QTRY_VERIFY(pane.isSettled());
        const auto colour = [&] { return pane.document()->begin().begin().fragment().charFormat().foreground().color(); };
        const QColor light = colour();
        applyTheme(*qApp, ThemeChoice::Dark);
        QTRY_VERIFY(pane.isSettled() && colour() != light);
        QCOMPARE(colour(), toneColor(Tone::Accent, pane.palette()));
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void heightFollowsTextAndWidth()
    {
        MarkdownPane pane;
        pane.resize(600, 10);
        pane.show();
        pane.setText(QStringLiteral("words and more words ").repeated(60));
        QTRY_VERIFY(pane.isSettled());
        const int wide = pane.height();
        QVERIFY(wide > 40);
        pane.resize(300, pane.height());
        QTRY_VERIFY(pane.height() > wide * 3 / 2);
    }

    void hugeAnswerBecomesPlainTextWithANotice()
    {
        MarkdownPane pane;
        pane.resize(600, 400);
        pane.setText(QStringLiteral("a **b** c\n\n").repeated(26'000));
        QTRY_VERIFY_WITH_TIMEOUT(pane.isSettled(), 60'000);
        QVERIFY(pane.plainText().contains(QStringLiteral("larger than 256 KiB")));
        QVERIFY(pane.plainText().endsWith(QStringLiteral("a **b** c\n")));
    }

    void clearedPaneStartsAnew()
    {
        MarkdownPane pane;
        pane.appendText(QStringLiteral("```\nopen fence"));
        pane.clear();
        pane.appendText(QStringLiteral("# Title"));
        pane.finish();
        QTRY_VERIFY(pane.isSettled());
        QCOMPARE(pane.plainText(), QStringLiteral("Title"));
        QVERIFY(pane.findChildren<QToolButton *>().isEmpty());
    }

    void randomMarksNeverBreakTheDocument()
    {
        QRandomGenerator random(5);
        const QString alphabet = QStringLiteral("ab \n\n`-*>#|1.\t~_[]()!<&\u2028\ufdd0\ufffc");
        for (int round = 0; round < 300; ++round) {
            QString text;
            for (int i = random.bounded(200); i > 0; --i)
                text += alphabet.at(random.bounded(int(alphabet.size())));
            MarkdownPane whole;
            whole.setText(text);
            QTRY_VERIFY(whole.isSettled());
            MarkdownPane pane;
            for (qsizetype at = 0; at < text.size(); at += 5) {
                pane.appendText(text.mid(at, 5));
                QMetaObject::invokeMethod(pane.findChild<QTimer *>(), "timeout", Qt::DirectConnection);
            }
            pane.finish();
            QTRY_VERIFY(pane.isSettled());
            QCOMPARE(pane.plainText(), whole.plainText());
        }
    }
};

QTEST_MAIN(TestMarkdownPane)
#include "tst_markdownpane.moc"
