// What rules and requirement checkers share: places, evidence, and the step from a decision to a
// finding.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/checks/rule.hpp"

namespace plumbline {

// ---- where

// The name of the component or actor; of a bridge, the connection that it bridges.
[[nodiscard]] SourceRange place_of(const Pipeline& pipeline, PartId id);
// The drawn connection ("a -> b").
[[nodiscard]] SourceRange place_of(const Link& link);
// The stated setting that bounds, if one does, else `otherwise`.
[[nodiscard]] SourceRange place_of(const Bound& bound, SourceRange otherwise);
// Hops from the nearest source of work: the depth of a finding about this part; 0 when nothing
// sets it going.
[[nodiscard]] std::uint32_t depth_of(const Pipeline& pipeline, PartId id);

// ---- how strong

// A documented limit that cannot be raised is a HardLimit; an estimated, recalled or adjustable one
// an Assumption. No fact at all: the numbers are stated, so Requirement.
[[nodiscard]] Evidence evidence_of(const Fact* fact);
// The same for a bound: a stated setting or a stated quota is a stated number (Requirement).
[[nodiscard]] Evidence evidence_of(const Bound& bound);
[[nodiscard]] constexpr Evidence weaker(Evidence a, Evidence b) { return a < b ? b : a; }
// `evidence`, unless the measured amount itself rests on an estimated or recalled fact.
[[nodiscard]] Evidence weakened_by(Evidence evidence, const Fact* fact);

// ---- what is said

// "needs / allowed" as a finding carries it: at least 1 when the bound is broken, infinity when
// nothing at all is allowed. Uses the end of the range that is proved (the mildest value).
[[nodiscard]] double margin_of(Direction direction, const Quantity& value, double bound);

// Turns a decision into a finding, or into none when it is met (nullptr then). Violated: the
// severity of the text; open: Severity::Open with the decision's conditions. Supplies the
// slots {needs} (what was found) and {allowed} (the bound), and the margin. The pointer
// holds until the next finding is added.
Finding* add_decided(const RuleText& text, SourceRange place, Direction direction, double bound,
                     const Decision& decision, Evidence evidence, Findings& findings);

// One value of the scenario against a bound; an unknown one gives its own condition.
[[nodiscard]] Decision decide_value(const Value& value, Direction direction, double bound);

// A measured amount against a bound: the ends of its range, and only where they leave it open the
// search for a condition. `measure` as for decide().
using Measure = std::function<Quantity(const Assignment&)>;
[[nodiscard]] Decision decide_amount(const Pipeline& pipeline, Direction direction,
                                     const Quantity& amount, double bound,
                                     const std::vector<std::string_view>& unknowns,
                                     const Measure& measure);

// An amount at a part, over the whole range of what is unknown.
struct BoundedAmount {
  PartId part = {};
  SourceRange place;  // what is at fault when no stated setting bounds
  Quantity amount;
};
// The amount against the upper bound of its part: evidence, facts, margin and depth of the finding
// come from the bound, and so does its place when a stated setting bounds. A bound that is itself
// unknown becomes a condition. `measure` (see decide) is called only when the ranges leave it open.
// Supplies {part}, {needs} and {allowed}; nullptr when the bound is met.
Finding* add_if_beyond(const RuleContext& context, const RuleText& text, const Bound& bound,
                       const BoundedAmount& amount, const std::vector<std::string_view>& unknowns,
                       const Measure& measure, Findings& findings);
// The same for one value of the scenario.
Finding* add_if_beyond(const RuleContext& context, const RuleText& text, const Bound& bound,
                       PartId part, SourceRange place, const Value& value, Findings& findings);

// A list as a sentence holds it: "a", "a and b", "a, b and c".
[[nodiscard]] std::string joined_names(const std::vector<std::string_view>& names,
                                       std::string_view last_word = "and");

// ---- looking around

// Calls `visit(PartId, const Part&)` for every component with a service, in written order.
template <typename Visit>
void for_each_component(const Pipeline& pipeline, Visit&& visit) {
  PartId id = 0;
  for (const Part& part : pipeline.parts()) {
    if (part.component != nullptr && part.service != nullptr) visit(id, part);
    ++id;
  }
}

}  // namespace plumbline
