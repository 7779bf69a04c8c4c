// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/secretclipboard.h"

#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

namespace pilothouse {

namespace {

int keptFor = 30'000;

} // namespace

QMimeData *secretMimeData(const QString &text)
{
    auto *data = new QMimeData;
    data->setText(text);
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    return data;
}

void copySecret(const QString &secret)
{
    QGuiApplication::clipboard()->setMimeData(secretMimeData(secret));
    forgetSecretLater(secret);
}

void forgetSecretLater(const QString &secret, QClipboard::Mode mode)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    QTimer::singleShot(keptFor, clipboard, [clipboard, secret, mode] {
        if (clipboard->text(mode) == secret) // what was copied since is somebody else's
            clipboard->clear(mode);
    });
}

void setSecretClipboardTime(int ms)
{
    keptFor = ms;
}

} // namespace pilothouse
