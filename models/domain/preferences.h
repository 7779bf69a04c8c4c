// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pilothouse {

/// Choices of the Preferences dialog, kept by models/settings.
enum class ThemeChoice { System, Light, Dark };
enum class LanguageChoice { System, English, Russian };
enum class OnCloseChoice { Ask, Keep, Stop };

} // namespace pilothouse
