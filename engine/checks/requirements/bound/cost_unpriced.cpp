// Something in the bill has no known price, so a bound on the cost cannot be held against it.
#include "engine/checks/requirements/bound/cost_report.hpp"

namespace plumbline {
namespace {

// Beyond the bound already, an unknown price changes nothing.
bool matters(const Cost& cost, const Requirement& requirement) {
  return cost.monthly.low <= requirement.bound.mean.low;
}

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (!has_number(requirement)) return;
  const Cost cost = cost_of(context.pipeline, context.estimates);
  if (!matters(cost, requirement)) return;
  for (const std::string& what : cost.unpriced) {
    Finding& finding = add_unmet(context, requirement, text, findings)
                           .with("what", what)
                           .with("rest", cost.monthly)
                           .with("allowed", requirement.bound.mean);
    finding.severity = Severity::Open;
  }
}

}  // namespace

constinit const RequirementChecker requirement_checkers::cost_unpriced{
    .kind = RequirementKind::Cost,
    .text =
        {
            .id = "PLB2107",
            .slug = "cost-unpriced",
            .kind = Kind::MissingFact,
            .severity = Severity::Open,
            .title = "a price is not known",
            .message = "the price of {what} is not known; the rest costs {rest} of the {allowed} "
                       "that is allowed",
            .rationale = "An unknown price is never counted as nothing.",
            .fix = "Add the price to a catalog of your own.",
            .source = "https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/"
                      "price-changes.html",
        },
    .check = &check,
};

}  // namespace plumbline
