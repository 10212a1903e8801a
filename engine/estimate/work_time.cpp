// How long the works of one unit take: models item by item, a program that a timer starts once for
// all it finds.
#include "engine/estimate/fleet.hpp"
#include "engine/estimate/lognormal.hpp"

namespace plumbline {
namespace {

// Whether what one unit works through has collected for a timer, instead of being handed over by a
// poller item by item.
bool is_collected(const Pipeline& pipeline, PartId id) {
  for (std::size_t w = 0; w < pipeline.world().workloads.size(); ++w) {
    const Flow& flow = pipeline.flow(static_cast<WorkloadId>(w), id);
    if (flow.reaches() && flow.batch) return true;
  }
  return false;
}

Timing takes_of(const Work& work, const Assignment& assignment) {
  return {assignment.mean(work.takes).as<Dimension::Time>(),
          assignment.p99(work.takes).as<Dimension::Time>(), work.takes.fact};
}

}  // namespace

Timing work_time(const Pipeline& pipeline, PartId id, Count items, const Assignment& assignment) {
  const Part& part = pipeline.part(id);
  const bool is_single = items == Count::exactly(1.0);
  const bool runs_once = !is_single && is_collected(pipeline, id);
  Timing longest;  // one unit addresses one target; the slowest of them counts
  for (const Target& target : part.targets) {
    Timing sum;
    for (const WorkId id_of_work : target.works) {
      const Work& work = pipeline.world().works[static_cast<std::size_t>(id_of_work)];
      Timing takes = takes_of(work, assignment);
      const bool is_per_run = work.kind == WorkKind::Program && runs_once;
      if (!is_single && !is_per_run) {
        takes = scale(repeat(takes, items), 1.0 / lanes_of_unit(pipeline, id));
      }
      sum = target.works.size() == 1 ? takes : add(sum, takes);
    }
    longest = longer(longest, sum);
  }
  const double pieces = part.component == nullptr ? 1.0 : part.component->splits.mean.low;
  return pieces > 1.0 ? scale(longest, 1.0 / pieces) : longest;
}

}  // namespace plumbline
