// A month costs more than it may.
#include "engine/checks/requirements/bound/cost_report.hpp"

namespace plumbline {
namespace {

bool every_line(const CostLine&) { return true; }

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (!has_number(requirement)) return;
  const Cost cost = cost_of(context.pipeline, context.estimates);
  add_if_too_dear(context, requirement, text, cost, &every_line, findings);
}

}  // namespace

constinit const RequirementChecker requirement_checkers::cost{
    .kind = RequirementKind::Cost,
    .text =
        {
            .id = "PLB2106",
            .slug = "cost",
            .kind = Kind::Cost,
            .severity = Severity::Violation,
            .title = "a month costs more than it may",
            .message = "it costs {needs}, {allowed} is allowed; most of it: {line} ({amount})",
            .rationale = "Every line is a quantity times a dated price; what is always on costs "
                         "the same whether work comes or not.",
            .fix = "Replace the largest line: pay by use instead of by the hour, take a smaller "
                   "instance, or let capacity go when nothing happens.",
            .source = "https://docs.aws.amazon.com/wellarchitected/latest/"
                      "cost-optimization-pillar/welcome.html",
        },
    .check = &check,
};

}  // namespace plumbline
