// Capacity that can be taken away while work runs on it, and what that costs the work.
#pragma once

#include "engine/estimate/estimate.hpp"

namespace plumbline {

// The fact that says that the part's capacity can be taken away (spot); nullptr: it cannot.
[[nodiscard]] const Fact* interruptible_by(const Pipeline& pipeline, PartId id);

// How often the work saves its progress: the stated `checkpoint-every`; 0 s when it keeps
// checkpoints and the builder chooses the time between them; infinity when it keeps none.
[[nodiscard]] Quantity checkpoint_interval(const Pipeline& pipeline, PartId id,
                                           const Assignment& assignment = {});

// How long the part's first start takes. On capacity that can be taken away, a stated `restart` is
// the most that it takes: starting again comprises all that starting does.
[[nodiscard]] Timing first_start(const Pipeline& pipeline, const Estimates& estimates, PartId id,
                                 const Assignment& assignment = {});

// What all interruptions cost one run.
struct TimeLost {
  Seconds waiting;  // for capacity, each time
  Seconds redone;   // work since the last checkpoint or, without checkpoints, since the run began
  [[nodiscard]] Seconds all() const { return waiting + redone; }
};
// For a run of this length. Interruptions come at any moment (uniformly), so what they cost is
// random; `quantile` 0 asks for its mean.
[[nodiscard]] TimeLost time_lost(const Pipeline& pipeline, const Estimates& estimates, PartId id,
                                 Seconds run, double quantile, const Assignment& assignment = {});

// The unknowns behind it, in order.
[[nodiscard]] std::vector<std::string_view> interruption_unknowns(const Pipeline& pipeline,
                                                                  PartId id);

// The sum of this many moments, each uniform over [0, 1], at a quantile (0: its mean).
[[nodiscard]] double sum_of_moments(double count, double quantile);

}  // namespace plumbline
