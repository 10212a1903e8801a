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

Timing under(const Assignment& assignment, const Value& time) {
  return {assignment.mean(time).as<Dimension::Time>(), assignment.p99(time).as<Dimension::Time>(),
          time.fact};
}

}  // namespace

bool is_training_run(const Part& part, const Work& work) {
  const bool is_made =
      part.component != nullptr && part.component->trains && work.kind == WorkKind::Model;
  return is_made && (work.trains_for_stated || work.takes.is_unknown());
}

const Value& duration_of(const Part& part, const Work& work) {
  return is_training_run(part, work) ? work.trains_for : work.takes;
}

Timing work_time(const Pipeline& pipeline, PartId id, Count items, const Assignment& assignment) {
  const Part& part = pipeline.part(id);
  const bool is_single = items == Count::exactly(1.0);
  const bool runs_once = !is_single && is_collected(pipeline, id);
  Timing longest;  // one unit addresses one target; the slowest of them counts
  for (const Target& target : part.targets) {
    Timing sum;
    for (const WorkId id_of_work : target.works) {
      const Work& work = pipeline.world().works[static_cast<std::size_t>(id_of_work)];
      Timing takes = under(assignment, duration_of(part, work));
      const bool is_per_run =
          (work.kind == WorkKind::Program && runs_once) || is_training_run(part, work);
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
