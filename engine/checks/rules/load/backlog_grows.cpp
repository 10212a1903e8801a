// Work comes faster than it is finished, and what waits grows without end.
#include <algorithm>

#include "engine/checks/helpers.hpp"
#include "engine/checks/work.hpp"
#include "engine/estimate/fleet.hpp"

namespace plumbline {
namespace {

// Items that wait for each other cannot pile up.
bool comes_once_at_a_time(const Pipeline& pipeline, PartId id) {
  return std::ranges::all_of(pipeline.activations(id), [&](const Activation& activation) {
    if (activation.source != SourceType::Workload) return false;
    const auto& workloads = pipeline.world().workloads;
    return workloads[static_cast<std::size_t>(activation.workload)].arrival.form ==
           ArrivalForm::Once;
  });
}

// Whether what comes too fast waits in line; elsewhere it is refused (quota-in-flight). A fleet
// that may be made larger on request is a matter of quotas too, unless a queue stands before it.
bool piles_up(const Pipeline& pipeline, PartId id, const PartEstimate& estimate) {
  if (is_behind_a_queue(pipeline, id)) return true;
  return pipeline.part(id).behaviour == Behaviour::WorkerFleet &&
         evidence_of(estimate.server_bound) != Evidence::Assumption;
}

PerSecond offered(const Pipeline& pipeline, PartId id, const PartEstimate& estimate) {
  return is_behind_a_queue(pipeline, id) ? estimate.rate : estimate.peak;
}

Quantity finished(const PartEstimate& estimate) {
  const Seconds busy = estimate.startup.mean + estimate.held.mean;
  const auto rate = [](double servers, double time) {
    return time > 0.0 ? servers / time : kInfinity;
  };
  return {Dimension::Rate, rate(estimate.servers.low, busy.high),
          rate(estimate.servers.high, busy.low)};
}

Quantity utilisation(const PartEstimate& estimate) {
  return {Dimension::Ratio, estimate.utilisation_low, estimate.utilisation_high};
}

// Works alone, without an estimated start-up, already keep the servers more than busy.
bool is_proved_by_works(const RuleContext& context, PartId id, const PartEstimate& estimate) {
  const Count load = offered(context.pipeline, id, estimate) *
                     work_time(context.pipeline, id, estimate.items).mean;
  return load.low > estimate.servers.high;
}

void check_part(const RuleContext& context, const RuleText& text, PartId id, Findings& findings) {
  const Pipeline& pipeline = context.pipeline;
  const PartEstimate& estimate = context.estimates.of(id);
  if (estimate.utilisation_high <= 1.0 || !piles_up(pipeline, id, estimate)) return;
  if (comes_once_at_a_time(pipeline, id)) return;
  if (!estimate.unstable && is_started_at_will(pipeline, id)) return;
  const Measure measure = [&](const Assignment& assignment) {
    return utilisation(evaluate(pipeline, assignment).of(id));
  };
  const Decision decision = decide_amount(pipeline, Direction::AtMost, utilisation(estimate), 1.0,
                                          estimate.unknowns, measure);
  const Bound& bound = estimate.server_bound;
  Finding* finding = add_decided(text, place_of(bound, place_of(pipeline, id)), Direction::AtMost,
                                 1.0, decision, evidence_of(bound), findings);
  if (finding == nullptr) return;
  if (!is_proved_by_works(context, id, estimate)) {
    finding->evidence = weakened_by(finding->evidence, estimate.startup.fact);
    finding->evidence = weakened_by(finding->evidence, estimate.held.fact);
    finding->because(estimate.startup.fact);
  }
  finding->depth = depth_of(pipeline, id);
  finding->because(bound.fact)
      .with("part", std::string(pipeline.part(id).name))
      .with("arrivals", to_quantity(offered(pipeline, id, estimate)))
      .with("finished", finished(estimate));
}

void check(const RuleContext& context, const RuleText& text, Findings& findings) {
  for_each_component(context.pipeline,
                     [&](PartId id, const Part&) { check_part(context, text, id, findings); });
}

}  // namespace

constinit const Rule rules::backlog_grows{
    .text =
        {
            .id = "PLB1203",
            .slug = "backlog-grows",
            .kind = Kind::Backlog,
            .severity = Severity::Violation,
            .title = "work comes faster than it is finished",
            .message = "{arrivals} come to {part}, which finishes {finished} at most; what waits "
                       "grows without end",
            .rationale = "Where more comes than can be worked off, the queue and with it the wait "
                         "grow as long as the load lasts, whatever the size of the queue.",
            .fix = "Add capacity, make the work shorter, or let fewer items come.",
            .source =
                "https://aws.amazon.com/builders-library/avoiding-insurmountable-queue-backlogs/",
        },
    .check = &check,
};

}  // namespace plumbline
