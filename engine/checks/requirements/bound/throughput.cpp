// Some part cannot carry the rate that is asked for.
#include "engine/checks/requirements/bound/load_report.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  if (!has_number(requirement)) return;
  const PerSecond asked = requirement.bound.mean.as<Dimension::Rate>();
  Finding* finding = add_if_overloaded(context, requirement, text, asked, findings);
  if (finding != nullptr) finding->with("rate", requirement.bound.mean);
}

}  // namespace

constinit const RequirementChecker requirement_checkers::throughput{
    .kind = RequirementKind::Throughput,
    .text =
        {
            .id = "PLB2104",
            .slug = "throughput",
            .kind = Kind::Bottleneck,
            .severity = Severity::Violation,
            .title = "a part cannot carry the rate that is asked for",
            .message = "at {rate} of {workload}, {part} would be loaded to {needs}: {load} "
                       "where {capacity} fit",
            .rationale = "A design carries what its narrowest part carries.",
            .fix = "Give that part more capacity, ask for a higher quota, or make the work "
                   "shorter.",
            .source = "https://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html",
        },
    .check = &check,
};

}  // namespace plumbline
