// How long one unit keeps a part busy when nothing queues: its start, its own work, and the longest
// call that it waits for.
#pragma once

#include <vector>

#include "engine/checks/rule.hpp"

namespace plumbline {

struct Busy {
  Seconds time;                   // mean
  double certain = 0.0;           // the least of it that rests on stated and documented times alone
  const Fact* weakest = nullptr;  // the least well established fact behind it, if any
};

// By part. Unlike PartEstimate::held it leaves out queues in front of what is called, so that an
// overloaded part does not make its callers look overloaded.
[[nodiscard]] std::vector<Busy> busy_times(const Pipeline& pipeline, const Estimates& estimates,
                                           const Assignment& assignment = {});

// The time of a unit's works alone, as the scenario states it, at least.
[[nodiscard]] double stated_work(const Pipeline& pipeline, const Estimates& estimates, PartId id,
                                 const Assignment& assignment = {});

}  // namespace plumbline
