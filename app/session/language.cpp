// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/language.h"

#include "models/settings/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace pilothouse {

void installLanguage(QCoreApplication &application, const Settings &settings)
{
    static QTranslator own;
    static QTranslator qts;
    application.removeTranslator(&own);
    application.removeTranslator(&qts);
    const LanguageChoice choice = settings.language.value();
    const QLocale locale = choice == LanguageChoice::Russian ? QLocale(QLocale::Russian, QLocale::Russia)
        : choice == LanguageChoice::English                  ? QLocale(QLocale::English)
                                                             : QLocale::system();
    QLocale::setDefault(locale);
    if (locale.language() != QLocale::Russian)
        return;
    if (own.load(QStringLiteral(":/translations/pilothouse_ru.qm")))
        application.installTranslator(&own);
    if (qts.load(QStringLiteral("qtbase_ru"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(&qts);
}

} // namespace pilothouse
