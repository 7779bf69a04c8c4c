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
    const QString choice = settings.language();
    const QLocale locale = choice == QLatin1String("ru") ? QLocale(QLocale::Russian)
        : choice == QLatin1String("en")                  ? QLocale(QLocale::English)
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
