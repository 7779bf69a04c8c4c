// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/deploymentsession.h"
#include "app/session/language.h"
#include "models/deployment/opendeployment.h"
#include "models/domain/format.h"
#include "models/settings/settings.h"
#include "ui/widgets/statepill.h"

#include <QCoreApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace pilothouse;

namespace {

struct CatalogueText
{
    QByteArray context;
    QByteArray source;
    QByteArray comment;
    QStringList forms; ///< one, or one for each plural of the language
    bool plural = false;
};

QList<CatalogueText> readCatalogue(const QString &language)
{
    QFile file(QStringLiteral("%1/resources/translations/pilothouse_%2.ts")
                   .arg(qEnvironmentVariable("PILOTHOUSE_SOURCE_DIR"), language));
    QList<CatalogueText> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    CatalogueText text;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        const auto name = xml.name();
        if (name == QLatin1String("name")) {
            text.context = xml.readElementText().toUtf8();
        } else if (name == QLatin1String("message")) {
            text = { text.context, {}, {}, {}, xml.attributes().hasAttribute(QLatin1String("numerus")) };
        } else if (name == QLatin1String("source")) {
            text.source = xml.readElementText().toUtf8();
        } else if (name == QLatin1String("comment")) {
            text.comment = xml.readElementText().toUtf8();
        } else if (name == QLatin1String("numerusform")) {
            text.forms << xml.readElementText();
        } else if (name == QLatin1String("translation") && !text.plural) {
            text.forms << xml.readElementText();
        }
        const bool last = text.plural ? text.forms.size() == (language == QLatin1String("ru") ? 3 : 2) : text.forms.size() == 1;
        if (!text.source.isEmpty() && last) {
            texts << text;
            text = { text.context, {}, {}, {}, false };
        }
    }
    return texts;
}

QString shown(const CatalogueText &text, int number)
{
    return QCoreApplication::translate(
        text.context.constData(), text.source.constData(), text.comment.isEmpty() ? nullptr : text.comment.constData(), number);
}

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    void choose(LanguageChoice choice)
    {
        Settings settings(m_folder.filePath(QStringLiteral("settings.ini")));
        settings.language.set(choice);
        installLanguage(*QCoreApplication::instance(), settings);
    }

private Q_SLOTS:
    void cleanup() { choose(LanguageChoice::English); }
    void everyTextComesOutAsTheCatalogueSays_data();
    void everyTextComesOutAsTheCatalogueSays();
    void textsOfFreeFunctionsFollowTheLanguage();
    void numbersFollowTheLanguage();
    void labelsFollowTheLanguage();
};

void TestLanguage::everyTextComesOutAsTheCatalogueSays_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("least");
    QTest::addRow("Russian") << QStringLiteral("ru") << 1000;
    QTest::addRow("English plurals") << QStringLiteral("en") << 20;
}

void TestLanguage::everyTextComesOutAsTheCatalogueSays()
{
    QFETCH(QString, language);
    QFETCH(int, least);
    const bool russian = language == QLatin1String("ru");
    choose(russian ? LanguageChoice::Russian : LanguageChoice::English);
    const QList<CatalogueText> texts = readCatalogue(language);
    QVERIFY2(texts.size() >= least, qPrintable(QString::number(texts.size())));
    const QList<int> numbers = russian ? QList<int>{ 21, 3, 11 } : QList<int>{ 1, 5 };
    for (const CatalogueText &text : texts) {
        for (int i = 0; i < text.forms.size(); ++i) {
            const int number = text.plural ? numbers.at(i) : -1;
            QString wanted = text.forms.at(i);
            if (text.plural)
                wanted.replace(QStringLiteral("%n"), QString::number(number));
            QCOMPARE(shown(text, number), wanted);
        }
    }
}

// Each of these has its texts in a free function, whose context lupdate would not know by itself.
void TestLanguage::textsOfFreeFunctionsFollowTheLanguage()
{
    ProviderStatus ready;
    ready.state = ProviderState::Ready;
    choose(LanguageChoice::English);
    QCOMPARE(providerStateText(ready), QStringLiteral("Ready"));
    choose(LanguageChoice::Russian);
    QCOMPARE(providerStateText(ready), QStringLiteral("Готов"));
}

void TestLanguage::numbersFollowTheLanguage()
{
    choose(LanguageChoice::English);
    QVERIFY2(formatBytes(qint64(1.5 * 1024 * 1024 * 1024)).startsWith(QLatin1String("1.5")), "decimal point");
    choose(LanguageChoice::Russian);
    const QString size = formatBytes(qint64(1.5 * 1024 * 1024 * 1024));
    QVERIFY2(size.startsWith(QLatin1String("1,5")) && size.endsWith(QStringLiteral("ГиБ")), qPrintable(size));
}

void TestLanguage::labelsFollowTheLanguage()
{
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder.path()));
    QFile file(m_folder.filePath(QStringLiteral(".env")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("LLM_MODE=none\n") > 0);
    file.close();
    const Result<Deployment> deployment = openDeployment(m_folder.path());
    QVERIFY(deployment);
    const QList<std::pair<LanguageChoice, QString>> languages{ { LanguageChoice::Russian, QStringLiteral("Режим") },
        { LanguageChoice::English, QStringLiteral("Mode") } };
    for (const auto &[choice, label] : languages) {
        Settings settings(m_folder.filePath(QStringLiteral("labels.ini")));
        settings.language.set(choice);
        DeploymentSession session(*deployment, settings);
        QSignalSpy opened(&session, &DeploymentSession::opened);
        session.open();
        QVERIFY(opened.wait());
        QVERIFY(!session.env().state().rows.isEmpty());
        QCOMPARE(session.env().state().rows.first().spec.label, label);
    }
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
