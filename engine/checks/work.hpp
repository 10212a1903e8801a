// One unit of work at a part: how long it works, what stops it, what it is called.
#pragma once

#include <string_view>

#include "engine/checks/rule.hpp"

namespace plumbline {

// What stops one unit: the limit on its run time (the wider one of a service that allows more when
// nobody waits for the answer) or a stated timeout that is narrower.
[[nodiscard]] Bound run_time_bound(const Pipeline& pipeline, PartId id);
// Whether the bound counts for each item that a unit works through, not for the unit as a whole.
[[nodiscard]] bool is_per_item(const Bound& bound);
// Whether someone is held until a unit is done.
[[nodiscard]] bool is_awaited(const Pipeline& pipeline, PartId id);

// Whether someone starts it whenever they like, or a schedule of unknown period: how much is in
// flight then is not a question that the design answers.
[[nodiscard]] bool is_started_at_will(const Pipeline& pipeline, PartId id);

// "invocation", "request", "job", "execution": what a unit of work is called at this part.
[[nodiscard]] std::string_view unit_name(const Part& part);

// A unit that works longer than it may, on its own: the rule work-outlives-limit reports it, so
// that a caller's time need not repeat it.
[[nodiscard]] bool outlives_alone(const RuleContext& context, PartId id, const Bound& bound);

// The stated instance type of a target (of its variant, else of the component), else nullptr.
[[nodiscard]] const Setting* stated_instance_type(const Part& part, const Target& target);

[[nodiscard]] inline const Work& work_of(const Pipeline& pipeline, WorkId id) {
  return pipeline.world().works[static_cast<std::size_t>(id)];
}

}  // namespace plumbline
