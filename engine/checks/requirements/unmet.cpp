// What all requirement checkers share: a finding at the requirement's own place, and a number held
// against its bound.
#include "engine/checks/requirements/unmet.hpp"

namespace plumbline {

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
  const double bound = requirement.bound.mean.low;
  const Decision decision =
      decide(context.pipeline, requirement.direction, bound, unknowns, measure);
  return add_unmet(context, requirement, text, bound, decision, findings);
}

}  // namespace plumbline
