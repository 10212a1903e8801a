// How long items wait in a micro batch until it is handed on, by size or by time.
#pragma once

#include "engine/estimate/estimate.hpp"

namespace plumbline {

// Zero for a part that collects nothing. An item comes at any moment of the interval: half of it in
// the mean, all of it at worst; less where the batch is full before. What nobody stated is taken as
// short as it may be, because its builder may choose so.
[[nodiscard]] Timing collecting_time(const Pipeline& pipeline, PartId id,
                                     const Assignment& assignment);

// Batches a second that a micro batch hands on, whatever comes: one for each interval or full buffer.
// Infinity for a part that collects nothing. What nobody stated is taken as usual.
[[nodiscard]] PerSecond batches_a_second(const Pipeline& pipeline, PartId id,
                                         const Assignment& assignment);

// Bytes a second that come to a part while it is busiest, of all workloads.
[[nodiscard]] BytesPerSecond arriving_bytes(const Pipeline& pipeline, PartId id,
                                            const Assignment& assignment);

}  // namespace plumbline
