// What latency and freshness have in common: a time along the longest path held against a bound.
#include "engine/checks/requirements/bound/latency_report.hpp"

#include <algorithm>

#include "engine/checks/requirements/bound/busy.hpp"
#include "engine/estimate/fleet.hpp"

namespace plumbline {
namespace {

bool is_weak_row(const LatencyRow& row) {
  return row.fact != nullptr && is_weak(row.fact->confidence);
}

// The row that contributes most: for certain where the time is violated, at worst where it is open.
const LatencyRow* largest_row(const Latency& latency, Severity severity) {
  const auto size = [&](const LatencyRow& row) {
    return severity == Severity::Open ? row.tail.high : row.tail.low;
  };
  const auto largest = std::ranges::max_element(latency.rows, {}, size);
  return largest == latency.rows.end() ? nullptr : &*largest;
}

// What a row is at least by stated and documented times alone.
double certain_part(const RuleContext& context, const LatencyRow& row) {
  if (!is_weak_row(row)) return row.mean.low;
  const PartId part = row.what == "works" ? context.pipeline.find(row.part) : kNone;
  return part == kNone ? 0.0 : stated_work(context.pipeline, context.estimates, part);
}

// Estimated and recalled times decide only where the stated and documented ones alone do not.
bool rests_on_weak_rows(const RuleContext& context, const Latency& latency, double bound) {
  double certain = 0.0;
  for (const LatencyRow& row : latency.rows) certain += certain_part(context, row);
  return certain <= bound && std::ranges::any_of(latency.rows, &is_weak_row);
}

void explain(const RuleContext& context, const Latency& latency, double bound, Finding& finding) {
  const Pipeline& pipeline = context.pipeline;
  for (const LatencyRow& row : latency.rows) {
    const bool is_known = std::ranges::find(finding.facts, row.fact) != finding.facts.end();
    if (!is_known) finding.because(row.fact);
  }
  if (rests_on_weak_rows(context, latency, bound)) finding.evidence = Evidence::Assumption;
  const LatencyRow* largest = largest_row(latency, finding.severity);
  finding.with("quantile", quantile_name(latency.quantile))
      .with("part", std::string(largest != nullptr ? largest->part : "its way"))
      .with("what", std::string(largest != nullptr ? largest->what : "has no end"))
      .with("row", largest != nullptr ? largest->tail : latency.tail);
  const PartId part = largest != nullptr ? pipeline.find(largest->part) : kNone;
  if (part == kNone) return;
  finding.depth = depth_of(pipeline, part);
  finding.related_to(place_of(pipeline, part), "takes most of the time");
}

bool is_sized_for_the_author(const Pipeline& pipeline, PartId id, const PartEstimate& here) {
  if (pipeline.part(id).behaviour != Behaviour::WorkerFleet) return false;
  // Counts stated on the component bound the fleet; stated on the variants they are all it has.
  return here.server_bound.setting == nullptr &&
         (here.server_bound.exists() || here.servers.high == kInfinity);
}

// Whoever is free to choose the number of instances takes as many as keep requests from queueing;
// the ledger of costs shows the fewest that carry the load.
Estimates with_enough_instances(const Pipeline& pipeline, Estimates estimates) {
  for (std::size_t i = 0; i < estimates.parts.size(); ++i) {
    PartEstimate& here = estimates.parts[i];
    if (!is_sized_for_the_author(pipeline, static_cast<PartId>(i), here)) continue;
    here.queue.mean.low = here.queue.p99.low = 0.0;
    if (here.utilisation_high > kTargetUtilisation) continue;
    here.queue = {};
  }
  return estimates;
}

// As if everything that answers were warm. A job's start-up belongs to each of its units and stays.
Estimates without_cold_starts(const Pipeline& pipeline, Estimates estimates) {
  for (std::size_t i = 0; i < estimates.parts.size(); ++i) {
    const bool is_job = pipeline.parts()[i].behaviour == Behaviour::LaunchedJob;
    if (!is_job) estimates.parts[i].startup = {};
  }
  return estimates;
}

// An item that never comes to an end takes for ever; why it does not is told elsewhere.
void add_endless(const RuleContext& context, const Requirement& requirement, const RuleText& text,
                 const Latency& latency, Findings& findings) {
  const Quantity endless{Dimension::Time, kInfinity, kInfinity};
  const double bound = requirement.bound.mean.low;
  Finding* finding =
      add_unmet(context, requirement, text, bound, {Outcome::Violated, endless, {}}, findings);
  explain(context, latency, bound, *finding);
  finding->depth = kConsequence;
}

}  // namespace

void check_time_on_path(const RuleContext& context, const Requirement& requirement,
                        const RuleText& text, Waiting waiting, Findings& findings) {
  if (requirement.workload == kNone || !has_number(requirement)) return;
  const Pipeline& pipeline = context.pipeline;
  const auto latency_under = [&](const Estimates& estimates, const Assignment& assignment) {
    return latency_of(pipeline, with_enough_instances(pipeline, estimates), requirement.workload,
                      requirement.quantile, waiting, assignment);
  };
  const Latency latency = latency_under(context.estimates, {});
  if (!latency.reaches) {
    add_endless(context, requirement, text, latency, findings);
    return;
  }
  const Measure measure = [&](const Assignment& assignment) {
    if (assignment.entries.empty()) return latency.tail;
    return latency_under(evaluate(pipeline, assignment), assignment).tail;
  };
  Finding* finding =
      add_beyond_bound(context, requirement, text, latency.unknowns, measure, findings);
  if (finding == nullptr) return;
  const double bound = requirement.bound.mean.low;
  explain(context, latency, bound, *finding);
  // In time whenever nothing starts cold: then the cold start is the reason.
  const Quantity warm = latency_under(without_cold_starts(pipeline, context.estimates), {}).tail;
  if (warm.high <= bound) finding->kind = Kind::ColdStart;
}

}  // namespace plumbline
