// What is known of the place where output goes: its width, and whether it shows colour.
#pragma once

#include <cstddef>

#include "engine/report/report.hpp"

namespace plumbline {

enum class Stream { Output, Errors };

inline constexpr std::size_t kWidthWhenUnknown = 80;
inline constexpr std::size_t kNarrowest = 40;
inline constexpr std::size_t kWidest = 1000;

// The width is, in this order: `asked` unless it is 0, the variable COLUMNS, the terminal's own,
// 80. Colour only on a terminal, never when NO_COLOR is set to anything or TERM is "dumb".
[[nodiscard]] Style style_of(Stream stream, std::size_t asked);

}  // namespace plumbline
