// Choosing among the timing facts of a service by what the design states.
#include "engine/estimate/part_timing.hpp"

#include <algorithm>
#include <cmath>

#include "engine/estimate/cases.hpp"
#include "engine/estimate/lognormal.hpp"

namespace plumbline {
namespace {

// One start in so many is cold: the mean counts its share, the tail meets one.
Timing cold_start_of(const Pipeline& pipeline, PartId id) {
  const Fact* cold = timing_fact(pipeline, id, "cold-start");
  if (cold == nullptr) return {};
  Timing timing = timing_of(*cold);
  const Fact* share = timing_fact(pipeline, id, "cold-start-share");
  // Without a published share a unit may find everything warm, or nothing.
  timing.mean =
      share != nullptr ? timing.mean * share->value : Seconds::between(0.0, timing.mean.high);
  if (share == nullptr) timing.p99.low = std::min(timing.p99.low, timing.p99.high);
  if (share != nullptr) timing.fact = weaker(cold, share);
  return timing;
}

}  // namespace

const Fact* timing_fact(const Pipeline& pipeline, PartId id, std::string_view governs) {
  return fact_of_case(pipeline.part(id), FactGroup::Timing, governs);
}

bool scales_to_zero(const Pipeline& pipeline, PartId id) {
  const Part& part = pipeline.part(id);
  if (part.component == nullptr) return false;
  const Setting* minimum = part.component->find_setting("minimum-instances");
  return minimum != nullptr && minimum->written == Written::Stated &&
         minimum->value.mean.high == 0.0;
}

Timing startup_of(const Pipeline& pipeline, PartId id) {
  switch (pipeline.part(id).behaviour) {
    case Behaviour::LaunchedJob: {
      const Fact* fact = timing_fact(pipeline, id, "turnaround");
      if (fact == nullptr) fact = timing_fact(pipeline, id, "startup");
      return fact == nullptr ? Timing{} : timing_of(*fact);
    }
    case Behaviour::ConcurrencyPool:
      return cold_start_of(pipeline, id);
    case Behaviour::WorkerFleet: {
      if (!scales_to_zero(pipeline, id)) return {};
      const Fact* fact = timing_fact(pipeline, id, "scale-from-zero");
      if (fact == nullptr) return {};
      Timing timing = timing_of(*fact);
      timing.mean.low = 0.0;  // while requests keep coming there are instances
      return timing;
    }
    default:
      return {};
  }
}

Timing overhead_of_unit(const Pipeline& pipeline, PartId id) {
  const Behaviour behaviour = pipeline.part(id).behaviour;
  // A store or queue is passed through; what reading and delivering take stands on the links.
  if (behaviour == Behaviour::ObjectStore || behaviour == Behaviour::Queue) return {};
  const Fact* fact = timing_fact(pipeline, id, "overhead");
  return fact == nullptr ? Timing{} : timing_of(*fact);
}

namespace {

// Records are many in a stream processor at once; none of them waits for the one before it.
Timing pass_through(const Pipeline& pipeline, PartId id) {
  const Fact* fact = timing_fact(pipeline, id, "pass-through");
  return fact == nullptr ? Timing{} : timing_of(*fact);
}

Timing delivery_of(const Pipeline& pipeline, const Link& link) {
  if (link.info == nullptr || link.info->delay.empty()) return {};
  std::string_view id = link.info->delay;
  const Part& from = pipeline.part(link.from);
  // A fact named without its service belongs to one of the two ends.
  const Fact* fact = nullptr;
  if (id.find('.') != std::string_view::npos) {
    fact = pipeline.catalog().find_fact(id, from.mode, pipeline.as_of());
  }
  for (const PartId end : {link.from, link.to}) {
    const Part& part = pipeline.part(end);
    if (fact != nullptr || part.service == nullptr) continue;
    fact = pipeline.catalog().find_fact(*part.service, id, part.mode, pipeline.as_of());
  }
  return fact == nullptr || fact->dimension != Dimension::Time ? Timing{} : timing_of(*fact);
}

}  // namespace

Timing delay_of(const Pipeline& pipeline, const Link& link) {
  return add(delivery_of(pipeline, link), pass_through(pipeline, link.to));
}

}  // namespace plumbline
