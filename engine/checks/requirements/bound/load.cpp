// What a workload asks of each part on its way, against what the part can carry.
#include "engine/checks/requirements/bound/load.hpp"

#include <algorithm>
#include <cmath>

#include "engine/checks/requirements/bound/busy.hpp"

namespace plumbline {
namespace {

double ratio(double needed, double capacity) {
  if (needed <= 0.0) return 0.0;
  return capacity > 0.0 ? needed / capacity : kInfinity;
}

Ratio utilisation_of(Quantity needed, Quantity capacity) {
  return {ratio(needed.low, capacity.high), ratio(needed.high, capacity.low)};
}

// Sums were made end by end, so they are taken apart end by end.
PerSecond without(PerSecond sum, PerSecond part) {
  const auto rest = [](double a, double b) {
    return std::isfinite(a) && std::isfinite(b) ? std::max(0.0, a - b) : 0.0;
  };
  return {rest(sum.low, part.low), rest(sum.high, part.high)};
}

class Loads {
 public:
  Loads(const Pipeline& pipeline, const Estimates& estimates, WorkloadId workload,
        std::optional<PerSecond> items, const Assignment& assignment)
      : pipeline_(pipeline),
        estimates_(estimates),
        workload_(workload),
        items_(items),
        assignment_(assignment),
        arrival_(pipeline.world().workloads[static_cast<std::size_t>(workload)].arrival),
        busy_(busy_times(pipeline, estimates, assignment)),
        buffered_(pipeline.parts().size()) {}

  std::optional<Load> heaviest() {
    for (const PartId id : pipeline_.order()) {
      if (!pipeline_.flow(workload_, id).reaches()) continue;
      buffered_[index(id)] = is_buffered(id);
      if (pipeline_.part(id).type != PartType::Actor) weigh(id);
    }
    if (heaviest_) heaviest_->utilisation = widest_;
    return heaviest_;
  }

 private:
  static std::size_t index(PartId id) { return static_cast<std::size_t>(id); }

  // A poller takes what it can carry, and so it offers no more to what it calls.
  [[nodiscard]] bool is_buffered(PartId id) const {
    const LinkId via = pipeline_.flow(workload_, id).via;
    if (via == kNone) return false;
    const Link& link = pipeline_.link(via);
    return (link.started_by_target && link.starts_work) || buffered_[index(link.from)];
  }

  [[nodiscard]] double units_per_item(PartId id) const {
    double units = 0.0;
    for (const Activation& activation : pipeline_.activations(id)) {
      const bool is_ours =
          activation.source == SourceType::Workload && activation.workload == workload_;
      if (is_ours) units += activation.units;
    }
    return units;
  }

  [[nodiscard]] PerSecond own_rate(bool long_run) const {
    return assignment_.mean(long_run ? arrival_.rate : arrival_.peak).as<Dimension::Rate>();
  }

  // Units a second of all sources, the workload's items at the asked rate.
  [[nodiscard]] PerSecond offered(PartId id) const {
    const bool long_run = buffered_[index(id)];
    const PartEstimate& here = estimates_.of(id);
    const PerSecond all = long_run ? here.rate : here.peak;
    if (!items_) return all;
    const double units = units_per_item(id);
    if (units > 0.0) return without(all, own_rate(long_run) * units) + *items_ * units;
    // A timer's unit works through what has come: it takes as much longer as more has come.
    const PerSecond own = own_rate(true);
    const double more = own.is_exact() && own.low > 0.0 ? items_->high / own.low : 1.0;
    return all * std::max(1.0, more);
  }

  void weigh(PartId id) {
    const PartEstimate& here = estimates_.of(id);
    const PerSecond rate = offered(id);
    const Busy& busy = busy_[index(id)];
    if (here.servers.low < kInfinity) {
      Load load;
      load.part = id;
      load.needed = to_quantity(rate * busy.time);
      load.capacity = to_quantity(here.servers);
      load.bound = here.server_bound;
      load.weakest = busy.weakest;
      load.certain =
          Ratio::exactly(ratio(finite_product(rate.low, busy.certain), load.capacity.high));
      keep(load);
    }
    for (const std::string_view measure : {"request-rate", "start-rate", "write-rate"}) {
      const Bound bound = bound_of(pipeline_, id, measure);
      // A limit for each partition of a thing is no limit of the thing.
      const bool is_spread =
          bound.fact != nullptr && bound.fact->scope.find("partition") != std::string_view::npos;
      if (!bound.exists() || is_spread) continue;
      Load load;
      load.part = id;
      load.needed = to_quantity(rate);
      load.capacity = bound.allowed;
      load.bound = bound;
      load.is_rate = true;
      load.certain = Ratio::exactly(ratio(rate.low, bound.allowed.high));
      keep(load);
    }
  }

  // The heaviest for certain, then at worst; the range of the heaviest is that of all together.
  void keep(Load load) {
    load.is_buffered = buffered_[index(load.part)];
    load.utilisation = utilisation_of(load.needed, load.capacity);
    widest_ = max(widest_, load.utilisation);
    const bool is_heavier = !heaviest_ || load.utilisation.low > heaviest_->utilisation.low ||
                            (load.utilisation.low == heaviest_->utilisation.low &&
                             load.utilisation.high > heaviest_->utilisation.high);
    if (is_heavier) heaviest_ = load;
  }

  const Pipeline& pipeline_;
  const Estimates& estimates_;
  WorkloadId workload_;
  std::optional<PerSecond> items_;
  const Assignment& assignment_;
  const Arrival& arrival_;
  std::vector<Busy> busy_;
  std::vector<bool> buffered_;
  std::optional<Load> heaviest_;
  Ratio widest_;
};

}  // namespace

std::optional<Load> heaviest_load(const Pipeline& pipeline, const Estimates& estimates,
                                  WorkloadId workload, std::optional<PerSecond> items,
                                  const Assignment& assignment) {
  return Loads(pipeline, estimates, workload, items, assignment).heaviest();
}

std::vector<std::string_view> load_unknowns(const RuleContext& context, WorkloadId workload) {
  std::vector<std::string_view> unknowns;
  for (const PartId id : context.pipeline.order()) {
    if (!context.pipeline.flow(workload, id).reaches()) continue;
    for (const std::string_view path : context.estimates.of(id).unknowns) {
      if (std::ranges::find(unknowns, path) == unknowns.end()) unknowns.push_back(path);
    }
  }
  return unknowns;
}

}  // namespace plumbline
