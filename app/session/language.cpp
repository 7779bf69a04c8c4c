// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/language.h"

#include "models/settings/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace pilothouse {

QString interfaceLanguage(const Settings &settings)
{
    const LanguageChoice choice = settings.language.value();
    const QLocale system = QLocale::system();
    const bool systemIsRussian = system.language() != QLocale::C && system.uiLanguages().value(0).startsWith(QLatin1String("ru"));
    const bool russian = choice == LanguageChoice::Russian || (choice == LanguageChoice::System && systemIsRussian);
    return russian ? QStringLiteral("ru") : QStringLiteral("en");
}

void installLanguage(QCoreApplication &application, const Settings &settings)
{
    static QTranslator own;
    static QTranslator qts;
    application.removeTranslator(&own);
    application.removeTranslator(&qts);
    const LanguageChoice choice = settings.language.value();
    QLocale::setDefault(choice == LanguageChoice::Russian ? QLocale(QLocale::Russian, QLocale::Russia)
            : choice == LanguageChoice::English           ? QLocale(QLocale::English)
                                                          : QLocale::system());
    const QString language = interfaceLanguage(settings);
    if (own.load(QStringLiteral(":/translations/pilothouse_%1.qm").arg(language)))
        application.installTranslator(&own);
    if (language == QLatin1String("ru")
        && qts.load(QStringLiteral("qtbase_ru"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(&qts);
}

} // namespace pilothouse
