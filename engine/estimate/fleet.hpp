// How much a part can work on at once: instances, workers, shared concurrency, jobs side by side.
#pragma once

#include "engine/estimate/estimate.hpp"

namespace plumbline {

// The share of its capacity up to which the builder loads a fleet that is sized for the author: the
// usual target of target tracking policies leaves 30 % for variation.
inline constexpr double kTargetUtilisation = 0.7;

// Requests that one instance works on at once, as stated or typical.
[[nodiscard]] double workers_of_instance(const Pipeline& pipeline, PartId id);
// Items of one unit worked on side by side (instances of a job x requests each).
[[nodiscard]] double lanes_of_unit(const Pipeline& pipeline, PartId id);
// Whether everything that comes here comes at even distances.
[[nodiscard]] bool is_evenly_spaced(const Pipeline& pipeline, PartId id);
// Whether a poller fetches everything that comes here, so that a peak waits instead of being
// refused.
[[nodiscard]] bool is_behind_a_queue(const Pipeline& pipeline, PartId id);

// Fills in_flight, servers, server_bound, chosen_instances, utilisation and unstable.
void size_fleet(const Pipeline& pipeline, const Assignment& assignment, PartId id,
                PartEstimate& here);

}  // namespace plumbline
