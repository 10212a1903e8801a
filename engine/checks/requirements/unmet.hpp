// What all requirement checkers share: a finding at the requirement's own place, and a number held
// against its bound.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/checks/helpers.hpp"

namespace plumbline {

// The depth of what follows from a cause that a rule reports: beyond any path of work.
inline constexpr std::uint32_t kConsequence = 1'000'000;

// Adds a finding at the place of the requirement, resting on stated and documented numbers until
// the checker says otherwise; supplies {workload}. How strongly the requirement is meant is weighed
// where options are compared: a `want` is reported like a `must`. Holds until the next finding.
Finding& add_unmet(const RuleContext& context, const Requirement& requirement, const RuleText& text,
                   Findings& findings);

// The same for a decision against a number; nullptr when it is met. Supplies {workload}, {needs}
// and {allowed}.
Finding* add_unmet(const RuleContext& context, const Requirement& requirement, const RuleText& text,
                   double bound, const Decision& decision, Findings& findings);

// Whether the requirement gives a number; a word alone ("quickly") decides nothing.
[[nodiscard]] bool has_number(const Requirement& requirement);

// Holds the measure against the number of the requirement and adds what is not met.
Finding* add_beyond_bound(const RuleContext& context, const Requirement& requirement,
                          const RuleText& text, const std::vector<std::string_view>& unknowns,
                          const Measure& measure, Findings& findings);

[[nodiscard]] std::string workload_name(const Pipeline& pipeline, WorkloadId workload);
// "p99", "median", "mean".
[[nodiscard]] std::string quantile_name(double quantile);

}  // namespace plumbline
