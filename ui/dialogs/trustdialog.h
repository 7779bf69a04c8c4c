// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/launchspec.h"
#include "ui/dialogs/dialogframe.h"

namespace pilothouse {

/// Shows exactly what the deployment's own file would run, and asks once. accepted() is the consent.
class TrustDialog : public DialogFrame
{
    Q_OBJECT
public:
    explicit TrustDialog(const LaunchSpec &spec, QWidget *parent = nullptr);
};

/// Program, arguments, environment and folder, one item a line; secrets masked, control characters escaped.
QString launchText(const LaunchSpec &spec);

} // namespace pilothouse
