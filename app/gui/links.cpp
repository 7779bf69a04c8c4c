// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"

#include <QDesktopServices>
#include <QUrl>

namespace pilothouse {

void openLink(Panel &panel, const QUrl &url)
{
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return;
    const QString address = QString::fromLatin1(url.toEncoded()); // percent and punycode forms hide nothing
    panel.dialogs().confirm(&panel.window(), Question{Panel::tr("Open this address in the browser?"), address, Panel::tr("Open"), false}, [url](bool open) {
        if (open)
            QDesktopServices::openUrl(url);
    });
}

} // namespace pilothouse
