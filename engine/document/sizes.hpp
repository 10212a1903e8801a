// How sizes and counts are worded in messages about caps, and how many problems are told at most.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/base/quantity.hpp"

namespace plumbline::reading {

// Nobody reads more; a file of nothing but duplicate keys must not fill the memory with findings.
inline constexpr std::size_t kMostProblems = 100;

// "65,536 bytes", "1 level"
[[nodiscard]] inline std::string count_of(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", format_number(static_cast<double>(count), 12), noun,
                     count == 1 ? "" : "s");
}

// A size beside its cap, rounded up so that it never seems to equal the cap: "32.1 MiB".
[[nodiscard]] inline std::string mebibytes(std::size_t bytes) {
  if (bytes < (std::size_t{1} << 20)) return count_of(bytes, "byte");
  constexpr std::size_t kTenth = (std::size_t{1} << 20) / 10;
  const std::size_t tenths = (bytes + kTenth - 1) / kTenth;
  if (bytes % (std::size_t{1} << 20) == 0) return fmt::format("{} MiB", bytes >> 20);
  return fmt::format("{}.{} MiB", tenths / 10, tenths % 10);
}

}  // namespace plumbline::reading
