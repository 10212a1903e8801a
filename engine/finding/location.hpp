// Where something was written: lines and columns counted from 1, columns in characters.
#pragma once

#include <compare>
#include <cstdint>

namespace plumbline {

// [start, end): `end_column` is the column just after the last character. Line 0 means "nowhere in
// the file" (a value that no one wrote).
struct SourceRange {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;

  [[nodiscard]] constexpr bool is_nowhere() const { return line == 0; }
  // clang-tidy 14 takes the zero inside a defaulted comparison for a null pointer.
  // NOLINTNEXTLINE(modernize-use-nullptr)
  friend constexpr auto operator<=>(const SourceRange&, const SourceRange&) = default;
};

}  // namespace plumbline
