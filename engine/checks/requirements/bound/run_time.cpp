// One run, or a bulk, from its start to its end.
#include "engine/checks/requirements/bound/run_time.hpp"

#include <algorithm>

#include "engine/estimate/interruption.hpp"
#include "engine/estimate/lognormal.hpp"

namespace plumbline {
namespace {

void depend_on(std::vector<std::string_view>& unknowns, const std::vector<std::string_view>& more) {
  for (const std::string_view path : more) {
    if (std::ranges::find(unknowns, path) == unknowns.end()) unknowns.push_back(path);
  }
}

bool runs(const Part& part, WorkId work) {
  return std::ranges::any_of(part.targets, [&](const Target& target) {
    return std::ranges::find(target.works, work) != target.works.end();
  });
}

double at(double mean, double p99, double quantile) {
  if (quantile <= 0.0 || p99 <= mean) return mean;
  return quantile_of(moments_of(mean, p99), quantile);
}

// What interruptions cost a part's unit, whose own work they throw back.
Seconds lost_by(const Pipeline& pipeline, const Estimates& estimates, PartId id, Seconds run,
                double quantile, const Assignment& assignment) {
  return time_lost(pipeline, estimates, id, run, quantile, assignment).all();
}

}  // namespace

RunTime run_time_of(const Pipeline& pipeline, WorkId work, double quantile,
                    Interruptions interruptions, const Assignment& assignment) {
  const Estimates estimates = evaluate(pipeline, assignment);
  RunTime longest;
  PartId id = -1;
  for (const Part& part : pipeline.parts()) {
    ++id;
    if (!runs(part, work)) continue;
    const PartEstimate& here = estimates.of(id);
    const Timing whole = add(first_start(pipeline, estimates, id, assignment), here.held);
    Quantity time{Dimension::Time, at(whole.mean.low, whole.p99.low, quantile),
                  at(whole.mean.high, whole.p99.high, quantile)};
    depend_on(longest.unknowns, here.unknowns);
    if (interruptions == Interruptions::Counted) {
      const Seconds lost = lost_by(pipeline, estimates, id, here.held.mean, quantile, assignment);
      time.low += lost.low;
      time.high += lost.high;
      depend_on(longest.unknowns, interruption_unknowns(pipeline, id));
    }
    longest.time.low = std::max(longest.time.low, time.low);
    if (longest.part == kNone || time.high >= longest.time.high) {
      longest.time.high = time.high;
      longest.part = id;
    }
  }
  return longest;
}

RunTime bulk_time_of(const Pipeline& pipeline, WorkloadId workload, double within, double quantile,
                     Interruptions interruptions, const Assignment& assignment) {
  const BulkTime bulk = bulk_time_of(pipeline, workload, within, assignment);
  RunTime result{bulk.time, bulk.bottleneck, bulk.unknowns};
  if (interruptions == Interruptions::Ignored || bulk.bottleneck == kNone) return result;
  const Estimates estimates = evaluate(pipeline, assignment);
  const Seconds run = estimates.of(bulk.bottleneck).held.mean;
  const Seconds lost = lost_by(pipeline, estimates, bulk.bottleneck, run, quantile, assignment);
  result.time.low += lost.low;
  result.time.high += lost.high;
  depend_on(result.unknowns, interruption_unknowns(pipeline, bulk.bottleneck));
  return result;
}

bool comes_at_once(const Pipeline& pipeline, WorkloadId workload) {
  const ArrivalForm form =
      pipeline.world().workloads[static_cast<std::size_t>(workload)].arrival.form;
  return form == ArrivalForm::Bulk || form == ArrivalForm::Burst;
}

}  // namespace plumbline
