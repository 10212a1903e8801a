// Every rule and every requirement applied to one design.
#include "engine/checks/rule.hpp"

namespace plumbline {
namespace {

void check_requirement(const RuleContext& context, std::int32_t index, Findings& findings) {
  const Requirement& requirement =
      context.pipeline.scenario().requirements[static_cast<std::size_t>(index)];
  for (const RequirementChecker* checker : all_requirement_checkers()) {
    if (!checker->judges(requirement.kind)) continue;
    const std::size_t before = findings.size();
    checker->check(context, requirement, checker->text, findings);
    for (std::size_t i = before; i < findings.size(); ++i) {
      findings.all()[i].requirement = index;
    }
  }
}

}  // namespace

Findings check_design(const RuleContext& context) {
  const Scenario& scenario = context.pipeline.scenario();
  Findings findings(scenario.file);
  const bool is_laid = context.pipeline.design().clashes.empty();
  for (const Rule* rule : all_rules()) {
    if (scenario.sketch && rule->about_wiring) continue;
    if (!is_laid && !rule->about_combination) continue;
    rule->check(context, rule->text, findings);
  }
  if (!is_laid) {
    findings.finish();
    return findings;
  }
  const auto requirements = static_cast<std::int32_t>(scenario.requirements.size());
  for (std::int32_t i = 0; i < requirements; ++i) check_requirement(context, i, findings);
  findings.finish();
  return findings;
}

}  // namespace plumbline
