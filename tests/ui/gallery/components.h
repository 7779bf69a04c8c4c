// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
class QWidget;

namespace pilothouse {

/// Controls in their states, as in picture 13.
QWidget *makeComponentSheet();

} // namespace pilothouse
