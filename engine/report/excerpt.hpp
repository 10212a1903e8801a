// The line that a finding speaks of, with carets under it, as a terminal shows both.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/finding/location.hpp"
#include "engine/report/report.hpp"

namespace plumbline {

// Finds lines of one text by number; every look-up after the first is quick.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}
  // Without its end; empty when there is no such line.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;

 private:
  std::string_view text_;
  mutable std::size_t offset_ = 0;  // of line `number_`
  mutable std::uint32_t number_ = 1;
};

// The numbered source line and, below it, carets under its range; empty when the
// place is nowhere or the text has no such line. A line that is too long is cut around the range.
[[nodiscard]] std::string excerpt(const Lines& lines, const SourceRange& place, const Style& style);

}  // namespace plumbline
