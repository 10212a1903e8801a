// What throughput and sustained have in common: the heaviest loaded part held against all it can
// carry.
#include "engine/checks/requirements/bound/load_report.hpp"

namespace plumbline {
namespace {

// A quota of the account or service can be asked for; instances that somebody counted are a
// bottleneck, and behind a queue the work piles up in front of them.
Kind kind_of(const Load& load) {
  const bool is_quota = load.bound.exists() && load.bound.setting == nullptr;
  if (is_quota) return Kind::ThroughputQuota;
  return load.is_buffered ? Kind::Backlog : Kind::Bottleneck;
}

Evidence evidence_of(const Load& load) {
  const Evidence by_bound = load.bound.exists()
                                ? weaker(Evidence::Requirement, evidence_of(load.bound))
                                : Evidence::Requirement;
  return load.certain.low > 1.0 ? by_bound : weakened_by(by_bound, load.weakest);
}

}  // namespace

Finding* add_if_overloaded(const RuleContext& context, const Requirement& requirement,
                           const RuleText& text, std::optional<PerSecond> items,
                           Findings& findings) {
  if (requirement.workload == kNone) return nullptr;
  const Pipeline& pipeline = context.pipeline;
  const std::optional<Load> load =
      heaviest_load(pipeline, context.estimates, requirement.workload, items);
  if (!load || load->utilisation.high <= 1.0) return nullptr;
  const Measure measure = [&](const Assignment& assignment) {
    if (assignment.entries.empty()) return to_quantity(load->utilisation);
    const auto other = heaviest_load(pipeline, evaluate(pipeline, assignment), requirement.workload,
                                     items, assignment);
    return to_quantity(other ? other->utilisation : Ratio::exactly(0.0));
  };
  const Decision decision = decide(pipeline, Direction::AtMost, 1.0,
                                   load_unknowns(context, requirement.workload), measure);
  Finding* finding = add_decided(text, requirement.place, Direction::AtMost, 1.0, decision,
                                 evidence_of(*load), findings);
  if (finding == nullptr) return nullptr;
  finding->kind = kind_of(*load);
  finding->depth = depth_of(pipeline, load->part);
  finding->with("workload", workload_name(pipeline, requirement.workload))
      .with("part", std::string(pipeline.part(load->part).name))
      .with("load", load->needed)
      .with("capacity", load->capacity)
      .because(load->bound.fact)
      .because(load->weakest)
      .related_to(place_of(load->bound, place_of(pipeline, load->part)), "carries the least");
  return finding;
}

}  // namespace plumbline
