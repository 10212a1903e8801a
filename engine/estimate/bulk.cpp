// Time to work off a bulk or a burst: every stage runs at once, so the slowest one sets the pace.
#include <algorithm>
#include <cmath>

#include "engine/estimate/fleet.hpp"
#include "engine/estimate/lognormal.hpp"

namespace plumbline {
namespace {

struct Stage {
  Quantity time{Dimension::Time};
  Count needed;
  Bound bound;
};

double divide(double work, double servers) {
  if (work <= 0.0) return 0.0;
  return servers > 0.0 ? work / servers : kInfinity;
}

// Servers that finish the work within a time, start-up first.
double servers_for(double work, double startup, double within) {
  if (work <= 0.0) return 0.0;
  const double left = within - startup;
  return left > 0.0 ? work / left : kInfinity;
}

// One unit for each item, many units side by side.
Stage unit_stage(const Pipeline& pipeline, PartId id, const PartEstimate& here, Count units,
                 double within) {
  const bool is_job = pipeline.part(id).behaviour == Behaviour::LaunchedJob;
  const Seconds busy = is_job ? here.startup.mean + here.held.mean : here.held.mean;
  const Seconds start = is_job ? Seconds{} : here.startup.mean;
  const Seconds work = units * busy;
  Stage stage{.bound = here.server_bound};
  stage.time.low = start.low + std::max(busy.low, divide(work.low, here.servers.high));
  stage.time.high = start.high + std::max(busy.high, divide(work.high, here.servers.low));
  stage.needed = {servers_for(work.low, start.low, within),
                  servers_for(work.high, start.high, within)};
  return stage;
}

// One job over all items: as many instances as the bounds allow work side by side.
Stage batch_stage(const Pipeline& pipeline, PartId id, const PartEstimate& here, double within) {
  const double lanes = lanes_of_unit(pipeline, id);
  const Seconds work = here.held.mean * lanes;
  const Effective count = effective_setting(pipeline, id, "instance-count");
  const bool is_stated = count.setting != nullptr && count.setting->written == Written::Stated;
  const double workers = workers_of_instance(pipeline, id);
  Bound bound = bound_of(pipeline, id, "instances");
  Count most = Count::exactly(lanes);
  if (!is_stated && count.exists()) {
    most = bound.exists() ? bound.allowed.as<Dimension::Count>() * Count::exactly(workers)
                          : Count::exactly(kInfinity);
  } else if (is_stated) {
    bound.setting = count.setting;
  } else {
    bound = {};
  }
  Stage stage{.bound = bound};
  stage.time.low = here.startup.mean.low + divide(work.low, most.high);
  stage.time.high = here.startup.mean.high + divide(work.high, most.low);
  stage.needed = {servers_for(work.low, here.startup.mean.low, within),
                  servers_for(work.high, here.startup.mean.high, within)};
  return stage;
}

}  // namespace

BulkTime bulk_time_of(const Pipeline& pipeline, WorkloadId workload, double within,
                      const Assignment& assignment) {
  const Estimates estimates = evaluate(pipeline, assignment);
  const Arrival& arrival = pipeline.world().workloads[static_cast<std::size_t>(workload)].arrival;
  const Count items = assignment.mean(arrival.items).as<Dimension::Count>();
  BulkTime result;
  const auto depend_on = [&](std::string_view path) {
    if (path.empty() || std::ranges::find(result.unknowns, path) != result.unknowns.end()) return;
    result.unknowns.push_back(path);
  };
  if (arrival.items.is_unknown()) depend_on(arrival.items.path);
  // Nothing is finished before its last item has come.
  if (arrival.form == ArrivalForm::Burst) {
    const Quantity lasts = assignment.mean(arrival.duration);
    result.time = {Dimension::Time, lasts.low, lasts.high};
  }
  for (const PartId id : pipeline.order()) {
    const Flow& flow = pipeline.flow(workload, id);
    if (!flow.reaches()) continue;
    const PartEstimate& here = estimates.of(id);
    double units = 0.0;
    for (const Activation& activation : pipeline.activations(id)) {
      if (activation.source == SourceType::Workload && activation.workload == workload) {
        units += activation.units;
      }
    }
    if (units == 0.0 && !flow.batch) continue;
    const Stage stage = units > 0.0 ? unit_stage(pipeline, id, here, items * units, within)
                                    : batch_stage(pipeline, id, here, within);
    for (const std::string_view path : here.unknowns) depend_on(path);
    result.time.low = std::max(result.time.low, stage.time.low);
    if (stage.time.high >= result.time.high) {
      result.time.high = stage.time.high;
      result.bottleneck = id;
      result.bound = stage.bound;
      result.needed = stage.needed;
    }
  }
  return result;
}

}  // namespace plumbline
