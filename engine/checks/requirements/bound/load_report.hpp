// What throughput and sustained have in common: the heaviest loaded part held against all it can
// carry.
#pragma once

#include <optional>

#include "engine/checks/requirements/bound/load.hpp"
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {

// Adds the finding about the part that is loaded beyond 100 %: {workload}, {needs} and {allowed}
// (shares), {part}, {load}, {capacity}; kind by what is in the way. `items` as in heaviest_load.
Finding* add_if_overloaded(const RuleContext& context, const Requirement& requirement,
                           const RuleText& text, std::optional<PerSecond> items,
                           Findings& findings);

}  // namespace plumbline
