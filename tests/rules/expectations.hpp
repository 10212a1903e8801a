// What a scenario of a rule says it should find: "# expect: notification-filters-overlap" on the
// offending line, with "(open)" or "(note)" where it is no violation.
#pragma once

#include <string>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/finding/finding.hpp"

namespace plumbline::testing {

// One line of a comparison: "12: caller-gives-up (open)".
struct Expected {
  std::uint32_t line = 0;
  std::string slug;
  Severity severity = Severity::Violation;
  [[nodiscard]] std::string text() const;
  friend auto operator<=>(const Expected&, const Expected&) = default;
};

// The expectations of a file in order of line. A comment that begins with "expect" and cannot be
// read throws std::runtime_error.
[[nodiscard]] std::vector<Expected> expectations_of(const Document& document);

}  // namespace plumbline::testing
