// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/result/error.h"

#include <QStringList>

namespace pilothouse {

/// What a failed docker or compose command said.
struct DockerComplaint
{
    int exitCode = 0;
    QStringList lines; ///< of its output, redacted
    QString service; ///< that it was about
};

/// What happened and what to do, by resources/rules/docker-failures.json; the cause quotes the line that decides, detail holds
/// the last 20 lines. Without a known text "docker.failed" with the last line. Texts in the language of QLocale's default.
Error explainDocker(const DockerComplaint &complaint);

} // namespace pilothouse
