// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Dynamic properties by which widgets tell PilothouseStyle how they want to be painted.
namespace pilothouse::stylekeys {

inline constexpr char buttonKind[] = "pilothouseButtonKind"; ///< int(ButtonKind)
inline constexpr char fieldState[] = "pilothouseFieldState"; ///< int(FieldState)
inline constexpr char headerPadding[] = "pilothouseHeaderPadding"; ///< int: px at both sides of a header's words, as its cells have
inline constexpr char linkTone[] = "pilothouseLinkTone"; ///< int(Tone): colour of a Link button's words, default Accent

} // namespace pilothouse::stylekeys
