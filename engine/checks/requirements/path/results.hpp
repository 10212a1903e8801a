// The places to which the results of one work come: who waits for them, where they are written.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/pipeline/pipeline.hpp"

namespace plumbline {

// One place that can hold several results of an item: a part, or one target of a part that serves
// each of its targets apart.
struct ResultPlace {
  PartId part = kNone;
  std::int32_t target = -1;  // -1: the part as a whole
  // NOLINTNEXTLINE(modernize-use-nullptr): a literal of the compiler, not of this line
  friend auto operator<=>(const ResultPlace&, const ResultPlace&) = default;
};

enum class Ways : std::uint8_t {
  Recorded,  // over connections that the catalog records
  Drawn,     // over unrecorded ones too
};

// In order, each once; empty when the workload does not come to the work, or comes as copies only.
[[nodiscard]] std::vector<ResultPlace> places_of_results(const Pipeline& pipeline,
                                                         WorkloadId workload, WorkId work,
                                                         Ways ways);

}  // namespace plumbline
