// Something is paid for while nothing happens, and nobody knows how much.
#include "engine/checks/requirements/bound/cost_report.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (!has_number(requirement)) return;
  const Cost cost = cost_of(context.pipeline, context.estimates);
  for (const CostLine& line : cost.lines) {
    if (!line.idle || line.price != nullptr) continue;
    Finding& finding = add_unmet(context, requirement, text, findings)
                           .with("line", line.what)
                           .with("allowed", requirement.bound.mean);
    finding.severity = Severity::Open;
    if (line.part != kNone) finding.depth = depth_of(context.pipeline, line.part);
    finding.related_to(line.place, "its price is not known");
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::idle_cost_unpriced{
    .kind = RequirementKind::IdleCost,
    .text =
        {
            .id = "PLB2109",
            .slug = "idle-cost-unpriced",
            .kind = Kind::MissingFact,
            .severity = Severity::Open,
            .title = "the price of something that is always paid for is not known",
            .message = "the price of {line} is not known; it is paid while nothing happens, and "
                       "{allowed} is allowed",
            .rationale = "An unknown price is never counted as nothing.",
            .fix = "Add the price to a catalog of your own, or use what is paid for by use.",
            .source = "https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/"
                      "price-changes.html",
        },
    .check = &check,
};

}  // namespace plumbline
