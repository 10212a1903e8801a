// Eliminated, at risk, open or viable: what the findings of one option come to.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/compare/judgement.hpp"

namespace plumbline {

// What a finding counts for (DESIGN section 3, step 4).
enum class Weighs : std::uint8_t {
  Nothing,     // a note, an unmet wish, or what is the same for every option
  Condition,   // open through the world alone: the option stays viable, with its condition
  Undecided,   // open through its own parts, or without a condition
  Doubt,       // violated, but only by an estimate, a recalled fact or an adjustable quota
  Eliminates,  // violated
};

// Whether breaking the requirement can eliminate: `must`, and not a word without a number.
[[nodiscard]] bool is_binding(const Requirement& requirement);

[[nodiscard]] Weighs weigh(const Finding& finding, std::span<const Requirement> requirements);

// Sets `verdict` and `needs` from the findings that are not shared.
void set_verdict(OptionJudgement& judgement, std::span<const Requirement> requirements);

// Unmet `want` requirements, each counted once.
[[nodiscard]] std::size_t unmet_wants(const OptionJudgement& judgement,
                                      std::span<const Requirement> requirements);

[[nodiscard]] bool is_shared(const OptionJudgement& judgement, std::size_t finding);

}  // namespace plumbline
