// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QClipboard>
#include <QString>

class QMimeData;

namespace pilothouse {

/// Text that clipboard managers are asked not to keep (x-kde-passwordManagerHint).
QMimeData *secretMimeData(const QString &text);
/// Copies a secret; the clipboard is emptied after a while when the secret is still there.
void copySecret(const QString &secret);
/// Empties the clipboard after the time when it still holds this secret.
void forgetSecretLater(const QString &secret, QClipboard::Mode mode = QClipboard::Clipboard);
void setSecretClipboardTime(int ms); ///< 30 000 unless told otherwise

} // namespace pilothouse
