// A workload comes faster than some part works it off.
#include "engine/checks/requirements/bound/load_report.hpp"

namespace plumbline {
namespace {

void check(const RuleContext& context, const Requirement& requirement, const RuleText& text,
           Findings& findings) {
  add_if_overloaded(context, requirement, text, std::nullopt, findings);
}

}  // namespace

constinit const RequirementChecker requirement_checkers::sustained{
    .kind = RequirementKind::Sustained,
    .text =
        {
            .id = "PLB2105",
            .slug = "sustained",
            .kind = Kind::Backlog,
            .severity = Severity::Violation,
            .title = "work comes faster than it is finished",
            .message = "{workload} would load {part} to {needs}: {load} where {capacity} fit",
            .rationale =
                "A part works on as many units at once as come in the time of one (Little's law). "
                "If that is more than it can have, calls are refused; behind a queue only the "
                "long run counts, and then the backlog grows without end.",
            .fix = "Give the part more capacity, ask for a higher quota, make the work shorter, "
                   "or let a queue take the peaks.",
            .source = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html",
        },
    .check = &check,
};

}  // namespace plumbline
