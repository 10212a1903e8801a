// What all requirement checkers share: a finding at the requirement's own place, and a number held
// against its bound.
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {
namespace {

Decision decide_range(const Pipeline& pipeline, const Requirement& requirement,
                      const std::vector<std::string_view>& unknowns, const Measure& measure) {
  const Quantity& bound = requirement.bound.mean;
  const bool at_most = requirement.direction == Direction::AtMost;
  const double strict = at_most ? bound.low : bound.high;
  const double lenient = at_most ? bound.high : bound.low;
  Decision decision = decide(pipeline, requirement.direction, strict, unknowns, measure);
  if (bound.is_exact() || decision.outcome != Outcome::Violated) return decision;
  decision = decide(pipeline, requirement.direction, lenient, unknowns, measure);
  if (decision.outcome == Outcome::Met) decision.outcome = Outcome::Open;
  return decision;
}

}  // namespace

std::string workload_name(const Pipeline& pipeline, WorkloadId workload) {
  if (workload == kNone) return "the design";
  return std::string(pipeline.world().workloads[static_cast<std::size_t>(workload)].name);
}

std::string quantile_name(double quantile) {
  if (quantile == 0.0) return "mean";
  if (quantile == 0.5) return "median";
  return "p" + format_number(quantile * 100.0, 4);
}

Finding& add_unmet(const RuleContext& context, const Requirement& requirement, const RuleText& text,
                   Findings& findings) {
  Finding& finding = findings.add(text, requirement.place);
  finding.evidence = Evidence::Requirement;
  return finding.with("workload", workload_name(context.pipeline, requirement.workload));
}

Finding* add_unmet(const RuleContext& context, const Requirement& requirement, const RuleText& text,
                   double bound, const Decision& decision, Findings& findings) {
  Finding* finding = add_decided(text, requirement.place, requirement.direction, bound, decision,
                                 Evidence::Requirement, findings);
  if (finding != nullptr) {
    finding->with("workload", workload_name(context.pipeline, requirement.workload));
  }
  return finding;
}

bool has_number(const Requirement& requirement) { return !requirement.bound.is_unknown(); }

Finding* add_beyond_bound(const RuleContext& context, const Requirement& requirement,
                          const RuleText& text, const std::vector<std::string_view>& unknowns,
                          const Measure& measure, Findings& findings) {
  const Decision decision = decide_range(context.pipeline, requirement, unknowns, measure);
  const Quantity& bound = requirement.bound.mean;
  const double shown = requirement.direction == Direction::AtMost ? bound.high : bound.low;
  return add_unmet(context, requirement, text, shown, decision, findings);
}

}  // namespace plumbline
