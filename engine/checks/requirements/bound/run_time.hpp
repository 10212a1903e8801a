// How long a requirement of `finish` waits: for a run of a work, or for a bulk to be worked off;
// with and without what interruptions cost.
#pragma once

#include <string>
#include <vector>

#include "engine/checks/rule.hpp"

namespace plumbline {

enum class Interruptions : std::uint8_t { Ignored, Counted };

struct RunTime {
  Quantity time{Dimension::Time};
  PartId part = kNone;  // what takes longest; kNone: nothing runs it
  std::vector<std::string_view> unknowns;
};

// From the start of a run of the work to its end, start-up included, at the asked quantile,
// wherever it takes longest.
[[nodiscard]] RunTime run_time_of(const Pipeline& pipeline, WorkId work, double quantile,
                                  Interruptions interruptions, const Assignment& assignment = {});

// The time to work off a bulk or burst, with what interruptions cost the part that sets the pace:
// they come to one run after the other, so each of them holds up the whole.
[[nodiscard]] RunTime bulk_time_of(const Pipeline& pipeline, WorkloadId workload, double within,
                                   double quantile, Interruptions interruptions,
                                   const Assignment& assignment = {});

// Whether the workload comes all at once, so that it can be worked off.
[[nodiscard]] bool comes_at_once(const Pipeline& pipeline, WorkloadId workload);

}  // namespace plumbline
