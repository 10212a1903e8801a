// Every part under its load: rates forward along the flow, then times backward from those that are
// waited for.
#include <algorithm>
#include <cmath>

#include "engine/estimate/buffer.hpp"
#include "engine/estimate/fleet.hpp"
#include "engine/estimate/lognormal.hpp"
#include "engine/estimate/part_timing.hpp"
#include "engine/estimate/queueing.hpp"

namespace plumbline {
namespace {

// The clock's finest step where no period is stated: schedules run at most once a minute.
constexpr double kFinestSchedule = 60.0;

class Evaluation {
 public:
  Evaluation(const Pipeline& pipeline, const Assignment& assignment)
      : pipeline_(pipeline), assignment_(assignment) {
    result_.parts.resize(pipeline.parts().size());
    most_.assign(pipeline.parts().size(), PerSecond::exactly(kInfinity));
  }

  Estimates run() && {
    for (const PartId id : pipeline_.order()) add_rates(id);
    const auto order = pipeline_.order();
    for (auto id = order.rbegin(); id != order.rend(); ++id) time_part(*id);
    return std::move(result_);
  }

 private:
  PartEstimate& at(PartId id) { return result_.parts[static_cast<std::size_t>(id)]; }

  [[nodiscard]] Quantity mean(const Value& value, PartEstimate& here) const {
    if (value.is_unknown()) depend_on(value.path, here);
    return assignment_.mean(value);
  }
  static void depend_on(std::string_view path, PartEstimate& here) {
    if (path.empty() || std::ranges::find(here.unknowns, path) != here.unknowns.end()) return;
    here.unknowns.push_back(path);
  }

  [[nodiscard]] PerSecond ticks(const Activation& activation, PartEstimate& here) const {
    if (activation.clock_link == kNone) return PerSecond::between(0.0, 1.0 / kFinestSchedule);
    const Connection* connection = pipeline_.link(activation.clock_link).connection;
    if (connection == nullptr || !connection->every) {
      return PerSecond::between(0.0, 1.0 / kFinestSchedule);
    }
    const Quantity every = mean(*connection->every, here);
    return {every.high > 0.0 ? 1.0 / every.high : 0.0,
            every.low > 0.0 ? 1.0 / every.low : kInfinity};
  }

  // What was collected on the way comes in batches, however many items there are.
  [[nodiscard]] PerSecond thinned(PerSecond rate, const Activation& activation) const {
    if (activation.via == kNone) return rate;
    const PerSecond most = most_over(activation.via);
    return {std::min(rate.low, most.low), std::min(rate.high, most.high)};
  }
  [[nodiscard]] PerSecond most_over(LinkId via) const {
    const PartId from = pipeline_.link(via).from;
    if (pipeline_.part(from).behaviour == Behaviour::MicroBatch) {
      const PerSecond batches = batches_a_second(pipeline_, from, assignment_);
      if (!std::isinf(batches.low)) return batches;
    }
    return most_[static_cast<std::size_t>(from)];
  }
  void find_most(PartId id) {
    PerSecond most = PerSecond::exactly(0.0);
    for (const Activation& activation : pipeline_.activations(id)) {
      const bool is_thinned = activation.source == SourceType::Workload && activation.via != kNone;
      most = most + (is_thinned ? most_over(activation.via) : PerSecond::exactly(kInfinity));
    }
    if (!pipeline_.activations(id).empty()) most_[static_cast<std::size_t>(id)] = most;
  }

  void add_workload(const Activation& activation, PartEstimate& here) const {
    const Workload& workload =
        pipeline_.world().workloads[static_cast<std::size_t>(activation.workload)];
    const Arrival& arrival = workload.arrival;
    const PerSecond rate = mean(arrival.rate, here).as<Dimension::Rate>() * activation.units;
    here.rate = here.rate + thinned(rate, activation);
    if (arrival.form == ArrivalForm::Bulk) {
      here.at_once =
          here.at_once + mean(arrival.items, here).as<Dimension::Count>() * activation.units;
      here.peak = here.peak + thinned(rate, activation);
    } else if (arrival.form == ArrivalForm::Once) {
      here.at_once = here.at_once + Count::exactly(activation.units);
    } else {
      const PerSecond peak = mean(arrival.peak, here).as<Dimension::Rate>() * activation.units;
      here.peak = here.peak + thinned(peak, activation);
    }
  }

  // Items that a poller hands over at once; one where any way brings them singly.
  [[nodiscard]] double polled_batch(PartId id) const {
    double batch = kInfinity;
    for (const LinkId link_id : pipeline_.links_to(id)) {
      const Link& link = pipeline_.link(link_id);
      if (link.carries_work() && link.starts_work)
        batch = std::min(batch, pipeline_.items_per_call(link));
    }
    return std::isinf(batch) ? 1.0 : batch;
  }

  // Items that one unit works through: one, a poller's batch, or all that a timer's tick finds.
  void add_items(PartId id, PartEstimate& here) const {
    Count batch = Count::exactly(0.0);
    bool is_batch = false;
    for (std::size_t w = 0; w < pipeline_.world().workloads.size(); ++w) {
      const Flow& flow = pipeline_.flow(static_cast<WorkloadId>(w), id);
      if (!flow.reaches() || !flow.batch || pipeline_.only_reads(id)) continue;
      is_batch = true;
      const Arrival& arrival = pipeline_.world().workloads[w].arrival;
      if (arrival.form == ArrivalForm::Bulk) {
        batch = batch + mean(arrival.items, here).as<Dimension::Count>() * flow.share;
        continue;
      }
      const PerSecond rate = mean(arrival.rate, here).as<Dimension::Rate>();
      const double longest = here.rate.low > 0.0 ? 1.0 / here.rate.low : kInfinity;
      const double shortest = here.rate.high > 0.0 ? 1.0 / here.rate.high : 0.0;
      batch = batch + Count::between(finite_product(rate.low, shortest),
                                     finite_product(rate.high, longest)) *
                          flow.share;
    }
    here.items = is_batch ? max(batch, Count::exactly(1.0)) : Count::exactly(polled_batch(id));
  }

  void add_rates(PartId id) {
    PartEstimate& here = at(id);
    find_most(id);
    for (const Activation& activation : pipeline_.activations(id)) {
      if (activation.source == SourceType::Workload) {
        add_workload(activation, here);
      } else {
        const PerSecond rate = ticks(activation, here) * activation.units;
        here.rate = here.rate + rate;
        here.peak = here.peak + rate;
      }
    }
    add_items(id, here);
  }

  [[nodiscard]] Timing own_time(PartId id, PartEstimate& here) const {
    const Part& part = pipeline_.part(id);
    if (part.actor != nullptr && part.actor_kind == ActorKind::Person) {
      return constant(mean(part.actor->takes, here).as<Dimension::Time>());
    }
    for (const Target& target : part.targets) {
      for (const WorkId work : target.works) {
        const Value& takes =
            duration_of(part, pipeline_.world().works[static_cast<std::size_t>(work)]);
        if (takes.is_unknown()) depend_on(takes.path, here);
      }
    }
    return add(work_time(pipeline_, id, here.items, assignment_), overhead_of_unit(pipeline_, id));
  }

  // One answer; or, from a unit that works through many items, all of theirs, as many side by side
  // as the callee works on at once.
  [[nodiscard]] static Timing answer_time(const PartEstimate& here, const PartEstimate& callee) {
    const bool many_calls = here.items.high > 1.0 && callee.items == Count::exactly(1.0);
    if (!many_calls) return callee.respond;
    const Seconds work = here.items * callee.held.mean;
    const Seconds each_lane{work.low / std::max(1.0, callee.servers.high),
                            work.high / std::max(1.0, callee.servers.low)};
    return add(add(callee.startup, callee.held), constant(each_lane));
  }

  // Code asks side by side (its builder may choose so); an orchestrator's steps may stand in a row.
  void add_waiting(PartId id, PartEstimate& here) {
    Timing longest;
    Timing in_a_row;
    for (const LinkId link_id : pipeline_.links_from(id)) {
      const Link& link = pipeline_.link(link_id);
      if (!link.waits || !link.carries_work() || link.started_by_target) continue;
      const PartEstimate& callee = at(link.to);
      const Timing answer = add(delay_of(pipeline_, link), answer_time(here, callee));
      longest = longer(longest, answer);
      in_a_row = add(in_a_row, answer);
      for (const std::string_view path : callee.unknowns) depend_on(path, here);
    }
    if (pipeline_.part(id).behaviour == Behaviour::Orchestrator) {
      longest.mean.high = std::max(longest.mean.high, in_a_row.mean.high);
      longest.p99.high = std::max(longest.p99.high, in_a_row.p99.high);
      longest.fact = weaker(longest.fact, in_a_row.fact);
    }
    here.held = add(here.own, longest);
  }

  [[nodiscard]] Timing queue_time(PartId id, const PartEstimate& here) const {
    if (pipeline_.part(id).behaviour != Behaviour::WorkerFleet) return {};
    const double ca2 = is_evenly_spaced(pipeline_, id) ? 0.0 : 1.0;
    const Count servers =
        here.chosen_instances * Count::exactly(workers_of_instance(pipeline_, id));
    const auto at_corner = [&](double rate, double service, double p99, double count) {
      const Moments moments = moments_of(service, p99);
      const double cs2 = service > 0.0 ? moments.variance / (service * service) : 0.0;
      return waiting_time(finite_product(rate, service), std::max(1.0, count), service, ca2,
                          std::isfinite(cs2) ? cs2 : 1.0);
    };
    const QueueWait low =
        at_corner(here.peak.low, here.held.mean.low, here.held.p99.low, servers.high);
    const QueueWait high =
        at_corner(here.peak.high, here.held.mean.high, here.held.p99.high, servers.high);
    return {{low.mean, high.mean}, {low.p99, high.p99}, nullptr};
  }

  void time_part(PartId id) {
    PartEstimate& here = at(id);
    here.startup = startup_of(pipeline_, id);
    here.own = own_time(id, here);
    add_waiting(id, here);
    size_fleet(pipeline_, assignment_, id, here);
    here.queue = queue_time(id, here);
    here.collect = collecting_time(pipeline_, id, assignment_);
    here.respond = add(add(here.startup, add(here.queue, here.collect)), here.held);
  }

  const Pipeline& pipeline_;
  const Assignment& assignment_;
  std::vector<PerSecond>
      most_;  // units a second that come to each part however many items there are
  Estimates result_;
};

}  // namespace

Estimates evaluate(const Pipeline& pipeline, const Assignment& assignment) {
  return Evaluation(pipeline, assignment).run();
}

}  // namespace plumbline
