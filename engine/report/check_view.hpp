// The findings of a file for `check`, those of several options brought together.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/report/report.hpp"

namespace plumbline {

// Findings that the same options have, in order of place.
struct CheckGroup {
  std::vector<std::string> letters;  // empty: `design:` alone, or found while reading
  bool is_every_option = false;
  std::vector<const Finding*> findings;
};

// What all options share first, then by the first letter. A finding that several options have word
// for word stands in one group only. Notes of reading come before everything.
[[nodiscard]] std::vector<CheckGroup> groups_of(const CheckedFile& file);

// "every option", "option B", "options B and D"; empty for no option.
[[nodiscard]] std::string heading_of(const CheckGroup& group);
[[nodiscard]] std::string options_phrase(const std::vector<std::string>& letters,
                                         bool is_every_option);

struct CheckCounts {
  std::size_t violations = 0;
  std::size_t open = 0;
  std::size_t notes = 0;
  std::size_t set_aside = 0;
};
[[nodiscard]] CheckCounts count(std::span<const CheckedFile> files);
// "2 violations, 1 open, 3 notes in 4 files"; "no findings in 1 file".
[[nodiscard]] std::string summary_of(const CheckCounts& counts, std::size_t files);

// Lines below the message: what it needs, how strong it is, what to do, where it is written.
[[nodiscard]] std::vector<std::string> details_of(const Finding& finding);

}  // namespace plumbline
