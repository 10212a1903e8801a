// What a workload asks of each part on its way, against what the part can carry.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/checks/rule.hpp"

namespace plumbline {

// The part that is loaded most.
struct Load {
  PartId part = kNone;
  Quantity needed;    // units at once, or units a second where a rate is bounded
  Quantity capacity;  // of the same dimension
  Ratio utilisation;  // needed / capacity
  Ratio certain;      // the same by stated and documented times alone, at least
  Bound bound;        // what bounds the capacity; none: instances stated on variants
  bool is_rate = false;
  bool is_buffered = false;  // a queue in front: a peak waits, only the long run counts
  const Fact* weakest = nullptr;
};

// `items` is the rate at which the workload's items come; nothing: its own, at peak where nothing
// buffers it. Other workloads come as they do. Nothing when no part on the way is bounded.
[[nodiscard]] std::optional<Load> heaviest_load(const Pipeline& pipeline,
                                                const Estimates& estimates, WorkloadId workload,
                                                std::optional<PerSecond> items,
                                                const Assignment& assignment = {});

// Unknowns that the loads of the workload's parts depend on, in order of part, each once.
[[nodiscard]] std::vector<std::string_view> load_unknowns(const RuleContext& context,
                                                          WorkloadId workload);

}  // namespace plumbline
