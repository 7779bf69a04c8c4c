// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QProcessEnvironment>
#include <QString>

namespace pilothouse {

/// The part of our own environment that every provider may see (reliability.md R8): PATH, HOME, USER, LOGNAME, LANG,
/// LC_*, TZ, XDG_*, TMPDIR, CUDA_*, NVIDIA_*, HIP_*, ROCR_*. Nothing that loads code and no secret is on the list.
QMap<QString, QString> baseEnvironment(const QProcessEnvironment &own = QProcessEnvironment::systemEnvironment());

} // namespace pilothouse
