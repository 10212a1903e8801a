// What a scenario of a rule says it should find: "# expect: notification-filters-overlap" on the
// offending line; "(violation)", "(open)" or "(note)" behind it fixes the severity too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/finding/finding.hpp"

namespace plumbline::testing {

// One line of a comparison: "12: caller-gives-up (open)".
struct Expected {
  std::uint32_t line = 0;
  std::string slug;
  std::optional<Severity> severity;  // not said: whichever
  [[nodiscard]] std::string text() const;
  friend auto operator<=>(const Expected&, const Expected&) = default;
};

// The expectations of a file in order of line. A comment that begins with "expect" and cannot be
// read throws std::runtime_error.
[[nodiscard]] std::vector<Expected> expectations_of(const Document& document);

}  // namespace plumbline::testing
